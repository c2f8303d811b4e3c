import { readable } from '../../model/reading-text.ts';
import type { Hit } from '../../model/search.ts';
import type { HeldVersion } from './open-index.ts';

/** One version of a release, in short. */
export interface BriefVersion {
  readonly version: string;
  readonly title: string;
  readonly date: Hit['date'];
  /** Canonical address of its page; null when unknown. */
  readonly address: string | null;
  /** Which of the packages that are open holds it: its position among those asked for. */
  readonly package: number;
}

/** A release, in short: who it is today, and its versions, the leading one first. */
export interface BriefRelease {
  /** The id that was asked for; a former one finds it too. */
  readonly asked: string;
  readonly id: string;
  readonly versions: readonly BriefVersion[];
}

/** Everything a search finds: ids, in its order, and which of the packages that are open holds each one's leading version. */
export interface Listed {
  readonly ids: readonly string[];
  readonly packages: readonly number[];
}

/** Releases in short; none for what is not held. */
export function briefsOf(
  ids: readonly string[],
  versionsOf: (id: string) => readonly HeldVersion[],
): readonly BriefRelease[] {
  return ids.flatMap((asked) => {
    const versions = versionsOf(asked);
    const [leading] = versions;
    return leading === undefined
      ? []
      : [{ asked, id: leading.record.id, versions: versions.map(briefVersion) }];
  });
}

function briefVersion({ record, links, package: position }: HeldVersion): BriefVersion {
  const { edtf, earliest, latest, basis } = links.date;
  return {
    version: record.version,
    title: readable(record.said.title).replace(/\s+/gu, ' ').trim(),
    date: { edtf, earliest, latest, basis },
    address: record.said.source.address,
    package: position,
  };
}
