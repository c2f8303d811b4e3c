import { ProblemError, noFilters, problem } from '../contract/index.ts';
import type { ReaderApi, ReaderArgs, ReaderResult, RegisterFacet, Settings } from '../contract/index.ts';
import type { OpenArchive } from './open-archive.ts';
import { departmentView, governmentView, personView, registerList } from './register-views.ts';
import type { Counts, OpenRegister } from './register-views.ts';
import { reply } from './reply.ts';

interface RegisterDeskOptions {
  /** What is open. Throws ProblemError when nothing is. */
  readonly archive: () => OpenArchive;
  readonly language: () => Settings['language'];
}

/** Answers what the registers of the open archive say of people, departments and governments. */
export class RegisterDesk {
  readonly #options: RegisterDeskOptions;

  constructor(options: RegisterDeskOptions) {
    this.#options = options;
  }

  calls(): Pick<ReaderApi, 'register' | 'person' | 'department' | 'government' | 'releasesBy'> {
    return {
      register: () => reply(async () => await this.#list()),
      person: ({ id }) =>
        reply(() => {
          const { open, own } = this.#find(id);
          return personView(open, known(open.register.person(own), id));
        }),
      department: ({ id }) =>
        reply(() => {
          const { open, own } = this.#find(id);
          return departmentView(open, known(open.register.department(own), id));
        }),
      government: ({ id }) =>
        reply(() => {
          const { open, own } = this.#find(id);
          return governmentView(open, known(open.register.government(own), id));
        }),
      releasesBy: (args) => reply(async () => await this.#releasesBy(args)),
    };
  }

  async #list(): Promise<ReaderResult<'register'>> {
    const archive = this.#options.archive();
    const { facets } = await archive.listing(
      { filters: noFilters, offset: 0, limit: 0 },
      this.#options.language(),
    );
    const countsOf = (facet: RegisterFacet): ReadonlyMap<string, number> =>
      new Map(facets[facet].map(({ id, count }) => [id, count]));
    const counts: Counts = {
      minister: countsOf('minister'),
      department: countsOf('department'),
      government: countsOf('government'),
    };
    return archive.words.registers().map((open) => registerList(open, counts));
  }

  async #releasesBy(args: ReaderArgs<'releasesBy'>): Promise<ReaderResult<'releasesBy'>> {
    const { facet, id, offset, limit } = args;
    const filters = { ...noFilters, [facet]: [id] };
    const { total, hits } = await this.#options
      .archive()
      .listing({ filters, offset, limit }, this.#options.language());
    return { total, hits };
  }

  #find(id: string): { readonly open: OpenRegister; readonly own: string } {
    const found = this.#options.archive().words.find(id);
    if (found === null) throw notFound(id);
    return found;
  }
}

function known<T>(row: T | undefined, id: string): T {
  if (row === undefined) throw notFound(id);
  return row;
}

function notFound(id: string): ProblemError {
  return new ProblemError(problem('register-entry-not-found', { id }));
}
