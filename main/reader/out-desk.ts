import { dirname } from 'node:path';
import { citationFor, heldWords, writeReference } from '../../archive/index.ts';
import { ProblemError, fileName, problem } from '../contract/index.ts';
import type { OutFormat, OutSubject, ReaderApi, ReaderArgs, ReaderResult } from '../contract/index.ts';
import type { EventStream } from './event-stream.ts';
import type { JobContext, Jobs } from './jobs.ts';
import type { OpenArchive } from './open-archive.ts';
import { namesIn, namesOf, pageOf, writeFolder, writeList, writePdf } from './out-files.ts';
import type { OutWork } from './out-files.ts';
import type { Paper } from './paper.ts';
import type { Personal } from './personal.ts';
import { ReleaseLinks } from './release-links.ts';
import { reply } from './reply.ts';

/** What is saved as one file. */
export type FileFormat = Exclude<OutFormat, 'folder'>;

/** Asks the person where something is to be saved, beginning where she was last; null when she chose nothing. */
export interface OutDialogs {
  /** Asks for a file; `name` is proposed. What stands there already, she has agreed to replace. */
  readonly saveAs: (format: FileFormat, from: string | null, name: string) => Promise<string | null>;
  /** Asks for the folder that a new folder is to lie in. */
  readonly folder: (from: string | null) => Promise<string | null>;
}

export interface OutSurroundings {
  /** What is open. Throws ProblemError when nothing is. */
  readonly archive: () => OpenArchive;
  readonly personal: () => Personal;
  readonly dialogs: () => OutDialogs;
  readonly paper: () => Paper;
  readonly jobs: Jobs;
  readonly events: EventStream;
}

const endings: Readonly<Record<FileFormat, string>> = {
  csl: 'json',
  ris: 'ris',
  bibtex: 'bib',
  biblatex: 'bib',
  references: 'txt',
  csv: 'csv',
  json: 'json',
  pdf: 'pdf',
};

const LIST = { sv: 'Handlingar', en: 'Releases' } as const;

/** What leaves the room: references, lists, texts and pages, written whole or not at all. */
export class OutDesk {
  readonly #with: OutSurroundings;
  readonly links: ReleaseLinks;

  constructor(surroundings: OutSurroundings) {
    this.#with = surroundings;
    this.links = new ReleaseLinks(surroundings.archive, surroundings.events);
  }

  calls(): Pick<ReaderApi, 'reference' | 'saveOut' | 'printOut' | 'takeLink'> {
    return {
      reference: (args) => reply(async () => await this.#reference(args)),
      saveOut: (args) => reply(async () => await this.#save(args)),
      takeLink: () => reply(async () => await this.links.take()),
      printOut: ({ subject }) => reply(() => ({ jobId: this.#print(subject) })),
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
    const archive = this.#with.archive();
    const name = await this.#nameFor(subject, archive);
    const place = await this.#choosePlace(format, name);
    if (place === null) return null;
    return this.#start(archive, async (work) => {
      const { file, releases } =
        format === 'folder'
          ? await writeFolder(subject, { parent: place, name }, work)
          : format === 'pdf'
            ? await writePdf(subject, place, work)
            : await writeList(await namesOf(subject, archive), { format, file: place }, work);
      this.#with.events.send({ type: 'saved', jobId: work.job.jobId, file, releases });
    });
  }

  #print(subject: OutSubject): string {
    const { jobId } = this.#start(this.#with.archive(), async (work) => {
      await work.paper.print((await pageOf(subject, work)).page);
    });
    return jobId;
  }

  #start(archive: OpenArchive, carryOut: (work: OutWork) => Promise<void>): { readonly jobId: string } {
    const { settings } = this.#with.personal();
    const { jobId } = this.#with.jobs.start(async (job: JobContext) => {
      await carryOut({ archive, settings, job, paper: this.#with.paper() });
    });
    return { jobId };
  }

  async #choosePlace(format: OutFormat, name: string): Promise<string | null> {
    const personal = this.#with.personal();
    const dialogs = this.#with.dialogs();
    const { lastFolder } = personal;
    const place =
      format === 'folder'
        ? await dialogs.folder(lastFolder)
        : await dialogs.saveAs(format, lastFolder, `${name}.${endings[format]}`);
    if (place !== null) personal.saveLastFolder(format === 'folder' ? place : dirname(place));
    return place;
  }

  /** A name for a file of it: the title of the release, the name of a collection, or what was searched. */
  async #nameFor(subject: OutSubject, archive: OpenArchive): Promise<string> {
    const otherwise = LIST[this.#with.personal().settings.language];
    switch (subject.type) {
      case 'release': {
        const [release] = await archive.named(namesIn([subject.id]));
        return fileName(release?.record.said.title ?? '', subject.id);
      }
      case 'releases':
        return fileName(subject.title ?? '', otherwise);
      case 'result':
        return fileName(subject.request.query, otherwise);
    }
  }
}
