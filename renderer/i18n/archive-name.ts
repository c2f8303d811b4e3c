import type { OpenArchive } from '../../main/contract/index.ts';
import type { Words } from './words.tsx';

/** What an archive is called: by its newest package, or by how many series it joins. */
export function archiveName(archive: Pick<OpenArchive, 'packages'>, { t }: Words): string {
  const series = new Set(archive.packages.map((one) => one.series));
  if (series.size > 1) return t('library.joined', { count: series.size });
  return archive.packages.at(-1)?.title ?? '';
}
