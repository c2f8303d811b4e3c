import { dirname } from 'node:path';
import { WholeFile, citationFor, listWriter, writeReference, heldWords } from '../../archive/index.ts';
import type { OutRelease } from '../../archive/index.ts';
import { ProblemError, fileName, parseReleaseName, problem } from '../contract/index.ts';
import type {
  OutFormat,
  OutSubject,
  ReaderApi,
  ReaderArgs,
  ReaderResult,
  ReferenceForm,
  ReleaseName,
  Settings,
} from '../contract/index.ts';
import type { EventStream } from './event-stream.ts';
import type { JobContext, Jobs } from './jobs.ts';
import type { OpenArchive } from './open-archive.ts';
import type { Personal } from './personal.ts';
import { reply } from './reply.ts';

/** Asks the person where something is to be saved; null when she chose nothing. */
export interface OutDialogs {
  /** Asks for a file; `name` is proposed. What stands there already, she has agreed to replace. */
  readonly saveAs: (format: OutFormat, from: string | null, name: string) => Promise<string | null>;
}

export interface OutSurroundings {
  /** What is open. Throws ProblemError when nothing is. */
  readonly archive: () => OpenArchive;
  readonly personal: () => Personal;
  readonly dialogs: () => OutDialogs;
  readonly jobs: Jobs;
  readonly events: EventStream;
}

/** Texts in memory at a time. */
const PAGE = 100;
/** Work that is over sooner than this (ms) tells no progress. */
const QUIET_MS = 400;

const endings: Readonly<Record<OutFormat, string>> = {
  csl: 'json',
  ris: 'ris',
  bibtex: 'bib',
  biblatex: 'bib',
  references: 'txt',
  csv: 'csv',
  json: 'json',
};

/** What leaves the room: references, lists and texts, written whole or not at all. */
export class OutDesk {
  readonly #with: OutSurroundings;

  constructor(surroundings: OutSurroundings) {
    this.#with = surroundings;
  }

  calls(): Pick<ReaderApi, 'reference' | 'saveOut'> {
    return {
      reference: (args) => reply(async () => await this.#reference(args)),
      saveOut: (args) => reply(async () => await this.#save(args)),
    };
  }

  async #reference({ id, form }: ReaderArgs<'reference'>): Promise<ReaderResult<'reference'>> {
    const [release] = await this.#with.archive().named(namesIn([id]));
    if (release === undefined) throw new ProblemError(problem('release-not-found', { id }));
    const citation = citationFor(release, form.author);
    return {
      runs: writeReference(citation, form.style, form.language),
      held: heldWords(citation, form.language),
    };
  }

  async #save({ subject, format }: ReaderArgs<'saveOut'>): Promise<ReaderResult<'saveOut'>> {
    const personal = this.#with.personal();
    const archive = this.#with.archive();
    const name = `${await this.#nameFor(subject, archive)}.${endings[format]}`;
    const file = await this.#with.dialogs().saveAs(format, personal.lastFolder, name);
    if (file === null) return null;
    personal.saveLastFolder(dirname(file));
    const { jobId } = this.#with.jobs.start(async (job) => {
      const names = await namesOf(subject, archive);
      const releases = await this.#writeList({ names, format, file, archive }, job);
      this.#with.events.send({ type: 'saved', jobId: job.jobId, file, releases });
    });
    return { jobId };
  }

  /** Writes a list of releases, some at a time. Gives how many there are. */
  async #writeList(list: ListToWrite, job: JobContext): Promise<number> {
    const writer = listWriter(list.format, formIn(this.#with.personal().settings));
    const file = await WholeFile.begin(list.file, job.jobId);
    let written = 0;
    try {
      await file.write(writer.head);
      for await (const page of pagesOf(list, job)) {
        await file.write(page.map((release, n) => writer.item(release, written + n)).join(''));
        written += page.length;
      }
      if (written === 0) throw new ProblemError(problem('out-nothing'));
      await file.write(writer.tail);
      await file.finish();
      return written;
    } catch (error) {
      await file.abandon();
      throw error;
    }
  }

  /** A name for a file of it: the title of the release, the name of a collection, or what was searched. */
  async #nameFor(subject: OutSubject, archive: OpenArchive): Promise<string> {
    const isSwedish = this.#with.personal().settings.language === 'sv';
    switch (subject.type) {
      case 'release': {
        const [release] = await archive.named(namesIn([subject.id]));
        return fileName(release?.record.said.title ?? '', subject.id);
      }
      case 'releases':
        return fileName(subject.title ?? '', isSwedish ? 'Handlingar' : 'Releases');
      case 'result':
        return fileName(subject.request.query, isSwedish ? 'Handlingar' : 'Releases');
    }
  }
}

interface ListToWrite {
  readonly names: readonly ReleaseName[];
  readonly format: OutFormat;
  readonly file: string;
  readonly archive: OpenArchive;
}

/** The releases of a list, a page at a time. Throws when the job is cancelled. */
async function* pagesOf(
  { names, archive }: Pick<ListToWrite, 'names' | 'archive'>,
  job: JobContext,
): AsyncGenerator<readonly OutRelease[]> {
  const begun = performance.now();
  for (let at = 0; at < names.length; at += PAGE) {
    if (job.signal.aborted) throw new ProblemError(problem('job-cancelled'));
    if (performance.now() - begun > QUIET_MS) job.progress('exporting', at, names.length);
    yield await archive.named(names.slice(at, at + PAGE));
  }
}

async function namesOf(subject: OutSubject, archive: OpenArchive): Promise<readonly ReleaseName[]> {
  switch (subject.type) {
    case 'release':
      return namesIn([subject.id]);
    case 'releases':
      return namesIn(subject.ids);
    case 'result':
      return namesIn(await archive.found(subject.request));
  }
}

function namesIn(texts: readonly string[]): readonly ReleaseName[] {
  return texts.flatMap((text) => parseReleaseName(text) ?? []);
}

/** How references are written: as set, or Harvard in the language of the interface. */
function formIn({ reference, language }: Settings): ReferenceForm {
  return reference ?? { style: 'harvard', language, author: 'department' };
}
