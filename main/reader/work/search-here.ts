import { filtersInSeries } from '../../../archive/index.ts';
import type { KeptSearch } from '../../contract/index.ts';

const LIBRARY = 'library';

/**
 * A search that was kept, as the archive that is open is asked it; null where it was made in another. A library is the same archive
 * with further series beside those that it had; while it had but one, filters did not tell whose they are.
 *
 * @param key of the open archive, as in `OpenArchive`.
 */
export function searchHere(search: KeptSearch, key: string): KeptSearch | null {
  if (search.archive === key) return search;
  const [then, now] = [seriesIn(search.archive), seriesIn(key)];
  const [first, ...others] = then;
  if (first === undefined || then.some((series) => !now.includes(series))) return null;
  const filters = others.length === 0 ? filtersInSeries(first, search.filters) : search.filters;
  return { ...search, filters, archive: key };
}

/** The series of a library, by its key; none where it is no library's. */
function seriesIn(key: string): readonly string[] {
  const [kind, ...series] = key.split(' ');
  return kind === LIBRARY ? series : [];
}
