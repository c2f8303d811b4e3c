import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach } from 'vitest';
import { buildPackage } from '../../../../../archive/package/build.ts';
import { defaultWorker } from '../../../../../archive/index.ts';
import { noFilters } from '../../../../../main/contract/index.ts';
import type {
  KeptSearch,
  ReaderApi,
  Reply,
  WorkChange,
  WorkChanged,
} from '../../../../../main/contract/index.ts';
import { readHeads } from '../../../../../main/reader/library/heads.ts';
import { OpenArchive } from '../../../../../main/reader/open-archive.ts';
import { WorkDesk } from '../../../../../main/reader/work/work-desk.ts';
import { after, emptyStep, emptyWorld, handOver, idOf } from '../../../archive/package/chain-world.ts';
import type { Step, World } from '../../../archive/package/chain-world.ts';
import { temporaryFolder } from '../../../archive/package/small-archive.ts';

/** Packages of one series, built one after the other, and the archive that they are when opened. */
export class Packages {
  readonly #root: string;
  readonly #dirs: string[] = [];
  #world: World = emptyWorld;

  constructor(root: string) {
    this.#root = root;
  }

  /** Builds the next package: a delta, or a whole one with `full`. */
  async add(step: Partial<Step>): Promise<void> {
    const given = { ...emptyStep, ...step };
    const next = after(this.#world, given);
    const [from, out] = [`in-${this.#dirs.length}`, `package-${this.#dirs.length}`].map((name) =>
      join(this.#root, name),
    );
    handOver(from ?? '', given, this.#world, next);
    this.#world = next;
    await buildPackage({
      sources: [from ?? ''],
      out: out ?? '',
      defaultRegister: null,
      previous: [...this.#dirs],
      full: given.full,
    });
    this.#dirs.push(out ?? '');
  }

  /** Opens the first of them, or all. */
  async open(count = this.#dirs.length): Promise<OpenArchive> {
    const head = await readHeads([this.#dirs.slice(0, count)]);
    return await OpenArchive.open({
      head,
      source: 'library',
      originOf: () => ({ trust: null, isTrusted: false, signer: null }),
      job: { jobId: 'job', signal: new AbortController().signal, progress: () => undefined },
      indexRoot: join(this.#root, 'index'),
      readyIndexRoot: null,
      worker: { url: defaultWorker().workerUrl },
    });
  }
}

/** A reader's desk over an archive that can be changed under it, and what she answers in dialogs. */
export class Reading {
  archive: OpenArchive | null = null;
  chosenFile: string | null = null;
  revisions: number[] = [];
  readonly desk: WorkDesk;
  readonly api: ReturnType<WorkDesk['calls']>;

  constructor(folder: string) {
    this.desk = new WorkDesk({
      folder: () => folder,
      program: () => 'Läsesal 0',
      open: () => this.archive?.forWork ?? null,
      personal: () => ({
        settings: { language: 'sv', theme: 'system', textSize: 100 },
        lastFolder: null,
        saveLastFolder: () => undefined,
      }),
      dialogs: () => ({
        newWorkFile: () => Promise.resolve(this.chosenFile),
        workFile: () => Promise.resolve(this.chosenFile),
      }),
      onChange: (revision) => this.revisions.push(revision),
    });
    this.api = this.desk.calls();
  }

  async do(change: WorkChange): Promise<WorkChanged> {
    return value(await this.api.changeWork({ change }));
  }

  /** Does it, and answers the id of what was made. */
  async make(change: WorkChange): Promise<string> {
    const { id } = await this.do(change);
    if (id === null) throw new Error('nothing was made');
    return id;
  }

  async undo(changed: WorkChanged): Promise<WorkChanged> {
    return value(await this.api.undoWork({ undo: changed.undo ?? '' }));
  }

  /** Asks until what is asked for is as wanted: news are found out in the background. */
  async overviewWhen(
    isWanted: (overview: Awaited<ReturnType<Reading['overview']>>) => boolean,
  ): Promise<Awaited<ReturnType<Reading['overview']>>> {
    for (let tries = 0; tries < 400; tries += 1) {
      const overview = await this.overview();
      if (isWanted(overview)) return overview;
      await new Promise((resolve) => setTimeout(resolve, 25));
    }
    throw new Error(`never: ${JSON.stringify((await this.overview()).searches)}`);
  }

  async overview(): Promise<ReplyValue<'work'>> {
    return value(await this.api.work({}));
  }
}

/** For each test of a file a desk of its own, in a folder that goes with it. */
export class Desks {
  folder = '';
  now!: Reading;

  /** @param archive what lies open when a test begins. */
  constructor(archive: () => OpenArchive) {
    beforeEach(() => {
      this.folder = temporaryFolder();
      this.now = new Reading(this.folder);
      this.now.archive = archive();
    });
    afterEach(() => {
      this.now.desk.close();
      rmSync(this.folder, { recursive: true, force: true });
    });
  }

  /** The same folder, opened anew, as after a restart. */
  again(): Reading {
    this.now.desk.close();
    const { archive } = this.now;
    this.now = new Reading(this.folder);
    this.now.archive = archive;
    return this.now;
  }
}

type ReplyValue<N extends 'work'> = Extract<Awaited<ReturnType<ReaderApi[N]>>, { ok: true }>['value'];

/** What a call answered; a refusal throws its code. */
export function value<T>(reply: Reply<T>): T {
  if (reply.ok) return reply.value;
  throw new Error(reply.problem.code);
}

/** A search of an archive as it is kept. */
export function searchFor(query: string, archive: OpenArchive): KeptSearch {
  return {
    query,
    filters: noFilters,
    sort: 'newest',
    wider: false,
    without: [],
    archive: archive.view.key,
  };
}

/** The newest version of a page of the world. */
export function newest(n: number): { readonly id: string; readonly version: null } {
  return { id: idOf(n), version: null };
}

/** Where some words stand in the reading text of the newest version of a page. */
export async function passage(
  words: string,
  n: number,
  archive: OpenArchive,
): Promise<{ readonly start: number; readonly end: number }> {
  const text = (await archive.forWork.held(idOf(n), null))?.record.reading ?? '';
  const start = text.indexOf(words);
  if (start < 0) throw new Error(`page ${n} does not say ${words}`);
  return { start, end: start + words.length };
}
