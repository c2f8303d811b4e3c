import { ProblemError, parseReleaseLink, problem, releaseName } from '../contract/index.ts';
import type { ReaderResult } from '../contract/index.ts';
import type { EventStream } from './event-stream.ts';
import type { OpenArchive } from './open-archive.ts';

/** As much of an address as is told of one that cannot be read. */
const SHOWN_CHARACTERS = 100;

/** Addresses of releases that were handed over from outside: the last one waits until the window takes it. */
export class ReleaseLinks {
  readonly #archive: () => OpenArchive;
  readonly #events: EventStream;
  #waiting: string | null = null;

  constructor(archive: () => OpenArchive, events: EventStream) {
    this.#archive = archive;
    this.#events = events;
  }

  /** Takes an address, whatever it is, and tells the window that it waits. */
  follow(address: string): void {
    this.#waiting = address;
    this.#events.send({ type: 'command', command: 'follow-link' });
  }

  /**
   * The release that the waiting address leads to; null when none waits, or nothing is open yet and it waits on.
   * Throws ProblemError `link-unreadable` or `link-not-here`.
   */
  async take(): Promise<ReaderResult<'takeLink'>> {
    const address = this.#waiting;
    if (address === null) return null;
    const named = parseReleaseLink(address);
    const archive = named === null ? null : this.#openArchive();
    if (named !== null && archive === null) return null;
    this.#waiting = null;
    if (named === null || archive === null)
      throw new ProblemError(problem('link-unreadable', {}, { address: shown(address) }));
    const [release] = await archive.named([named]);
    if (release === undefined) throw new ProblemError(problem('link-not-here', { id: releaseName(named) }));
    const { id, version } = release.record;
    return { id, version: named.version === null ? null : version };
  }

  #openArchive(): OpenArchive | null {
    try {
      return this.#archive();
    } catch (error) {
      if (error instanceof ProblemError) return null;
      throw error;
    }
  }
}

/** What does not print, or would turn the line around, is left out. */
function shown(address: string): string {
  return address.replace(/\p{C}/gu, '').slice(0, SHOWN_CHARACTERS);
}
