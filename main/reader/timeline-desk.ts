import type { ReaderApi } from '../contract/index.ts';
import type { OpenArchive } from './open-archive.ts';
import { reply } from './reply.ts';

/** What the calls about time need of the service. */
interface TimelineDeskOptions {
  /** What is open. Throws ProblemError when nothing is. */
  readonly archive: () => OpenArchive;
}

/** Answers when the releases of a result are from. */
export class TimelineDesk {
  readonly #options: TimelineDeskOptions;

  constructor(options: TimelineDeskOptions) {
    this.#options = options;
  }

  calls(): Pick<ReaderApi, 'timeline'> {
    return { timeline: (request) => reply(async () => await this.#options.archive().timeline(request)) };
  }
}
