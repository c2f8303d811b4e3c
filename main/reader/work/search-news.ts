import type { KeptSearch, News, Problem, SavedSearch } from '../../contract/index.ts';
import { problemOf } from '../jobs.ts';
import { decodeFinding, encodeFinding, idNumber, versionNumber } from './finding.ts';
import type { Finding } from './finding.ts';
import { put } from './items.ts';
import type { Looked } from './items.ts';
import { searchHere } from './search-here.ts';
import type { WorkArchive } from './work-archive.ts';
import type { WorkItems } from './work-items.ts';

/** What a search finds now, held against what it found. */
interface Known {
  readonly edition: string;
  /** What was searched for, and since when. */
  readonly since: string;
  readonly total: number;
  readonly added: readonly string[];
  readonly changed: readonly string[];
  readonly lost: number;
}

interface Failed {
  readonly edition: string;
  readonly since: string;
  readonly problem: Problem;
}

/** How soon a search is asked for again where the archive was just being closed. */
const TRY_AGAIN_MS = 100;

interface Surroundings {
  readonly items: WorkItems;
  readonly open: () => WorkArchive | null;
  /** Something became known. */
  readonly onChange: () => void;
}

/**
 * What saved searches find that is new since they were last looked at. Each is searched for anew when the archive is another, one
 * after the other, and what it found then is compared with what it finds: ids, and versions of those that a package has which was
 * not there then. It does not matter how many imports came between, or whether they brought deltas or whole packages.
 */
export class SearchNews {
  readonly #with: Surroundings;
  readonly #known = new Map<string, Known | Failed>();
  #working: Promise<void> | null = null;
  #isClosed = false;

  constructor(surroundings: Surroundings) {
    this.#with = surroundings;
  }

  /** What is known of a saved search; what is not is found out. */
  of(search: SavedSearch): News {
    const archive = this.#with.open();
    if (archive === null || searchHere(search.search, archive.key) === null) return { state: 'elsewhere' };
    const known = this.#upToDate(search, archive);
    if (known === null) {
      this.refresh();
      return { state: 'waiting' };
    }
    if ('problem' in known) return { state: 'failed', problem: known.problem };
    const { total, added, changed, lost } = known;
    return { state: 'known', total, added: added.length, changed: changed.length, lost };
  }

  /** Releases found anew, then those changed; none while that is not known. */
  listOf(search: SavedSearch): readonly { readonly id: string; readonly what: 'added' | 'changed' }[] {
    const archive = this.#with.open();
    const known = archive === null ? null : this.#upToDate(search, archive);
    if (known === null || 'problem' in known) return [];
    return [
      ...known.added.map((id) => ({ id, what: 'added' as const })),
      ...known.changed.map((id) => ({ id, what: 'changed' as const })),
    ];
  }

  /** Finds out what is not known, in the background. */
  refresh(): void {
    this.#working ??= this.#work().finally(() => {
      this.#working = null;
    });
  }

  /** When nothing is being found out any more. */
  async settled(): Promise<void> {
    while (this.#working !== null) await this.#working;
  }

  close(): void {
    this.#isClosed = true;
  }

  async #work(): Promise<void> {
    for (;;) {
      const archive = this.#with.open();
      if (this.#isClosed || archive === null) return;
      const searches = [...this.#with.items.all('search').values()];
      const next = searches.find(
        (one) => searchHere(one.search, archive.key) !== null && this.#upToDate(one, archive) === null,
      );
      if (next === undefined) return;
      const since = this.#since(next);
      const { edition } = archive;
      try {
        const known = await this.#compare(next, since, archive);
        this.#known.set(next.id, { edition, since: this.#since(next), ...known });
      } catch (error) {
        // An archive that was closed meanwhile is no failure of the search: it is searched for in the one that comes.
        if (this.#with.open()?.edition !== edition) continue;
        const problem = problemOf(error);
        if (problem.code === 'job-cancelled') {
          await new Promise((resolve) => setTimeout(resolve, TRY_AGAIN_MS));
          continue;
        }
        this.#known.set(next.id, { edition, since, problem });
      }
      if (!this.#isClosed) this.#with.onChange();
    }
  }

  async #compare(
    { id, search }: SavedSearch,
    since: string,
    archive: WorkArchive,
  ): Promise<Omit<Known, 'edition' | 'since'>> {
    const { ids, packages } = await archive.listed(requestOf(searchHere(search, archive.key) ?? search));
    const looked = this.#with.items.get('looked', id);
    const then = looked?.found == null ? null : decodeFinding(looked.found);
    if (looked === null || then === null) {
      const now = await findingOf(ids, archive);
      this.#look(id, since, { found: now, archive });
      return { total: ids.length, added: [], changed: [], lost: 0 };
    }
    const added: string[] = [];
    const doubtful: string[] = [];
    const mayHaveChanged = doubtAbout(looked, archive);
    for (const [n, one] of ids.entries()) {
      if (!then.has(idNumber(one))) added.push(one);
      else if (mayHaveChanged(packages[n] ?? 0)) doubtful.push(one);
    }
    const now = await findingOf(doubtful, archive);
    const changed = doubtful.filter((one) => now.get(idNumber(one)) !== then.get(idNumber(one)));
    const lost = then.size - (ids.length - added.length);
    return { total: ids.length, added, changed, lost: Math.max(0, lost) };
  }

  /** Keeps what is found now as what was found when it was looked at, unless that is another search or another time by now. */
  #look(
    id: string,
    since: string,
    { found, archive }: { readonly found: Finding; readonly archive: WorkArchive },
  ): void {
    const { items } = this.#with;
    const search = items.get('search', id);
    if (search === null || this.#since(search) !== since) return;
    const at = items.get('looked', id)?.at ?? new Date().toISOString();
    const packages = archive.packages.map(({ identity }) => identity);
    items.write([put('looked', { id, at, total: found.size, packages, found: encodeFinding(found) })]);
  }

  #upToDate(search: SavedSearch, { edition }: WorkArchive): Known | Failed | null {
    const known = this.#known.get(search.id);
    return known?.edition === edition && known.since === this.#since(search) ? known : null;
  }

  #since({ id, search }: SavedSearch): string {
    const looked = this.#with.items.get('looked', id);
    return JSON.stringify([search, looked?.at ?? null, looked?.found == null]);
  }
}

/** As the search is asked for; the page does not matter. */
export function requestOf({
  query,
  filters,
  sort,
  wider,
  without,
}: KeptSearch): Parameters<WorkArchive['listed']>[0] {
  const forms = without.map(({ form }) => form);
  return { queryId: 0, query, filters, sort, offset: 0, limit: 0, wider, without: forms };
}

async function findingOf(ids: readonly string[], archive: WorkArchive): Promise<Finding> {
  const briefs = await archive.briefs(ids);
  return new Map(
    briefs.map(({ asked, versions }) => [idNumber(asked), versionNumber(versions[0]?.version ?? '')]),
  );
}

/** Whether a release may have changed since then, by the package that has it: as long as all that was there still is, not where it led then. */
function doubtAbout({ packages }: Looked, archive: WorkArchive): (position: number) => boolean {
  const open = new Set(archive.packages.map(({ identity }) => identity));
  const then = new Set(packages);
  if (packages.some((identity) => !open.has(identity))) return () => true;
  return (position) => !then.has(archive.packages[position]?.identity ?? '');
}
