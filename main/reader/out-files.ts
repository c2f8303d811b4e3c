import {
  FolderOut,
  MOST_PRINTED,
  PAGE_STYLE,
  WholeFile,
  listPage,
  listWriter,
  narrowedWords,
  releasePage,
} from '../../archive/index.ts';
import type { ListFormat, OutRelease } from '../../archive/index.ts';
import { ProblemError, parseReleaseName, problem } from '../contract/index.ts';
import type { OutSubject, ReferenceForm, ReleaseName, Settings } from '../contract/index.ts';
import type { JobContext } from './jobs.ts';
import type { OpenArchive } from './open-archive.ts';
import type { Paper, PaperPage } from './paper.ts';

/** Where releases come from. */
type Releases = Pick<OpenArchive, 'found' | 'named'>;

/** What work on files and pages needs. */
export interface OutWork {
  readonly archive: Releases;
  readonly settings: Settings;
  readonly job: JobContext;
  readonly paper: Paper;
}

/** What was written where. */
export interface Written {
  readonly file: string;
  readonly releases: number;
}

/** Texts in memory at a time. */
const PAGE = 100;
/** Work that is over sooner than this (ms) tells no progress. */
const QUIET_MS = 400;

/** Writes a list of releases into one file, some at a time. */
export async function writeList(
  names: readonly ReleaseName[],
  { format, file: path }: { readonly format: ListFormat; readonly file: string },
  work: OutWork,
): Promise<Written> {
  const writer = listWriter(format, formIn(work.settings));
  const file = await WholeFile.begin(path, work.job.jobId);
  try {
    let releases = 0;
    await file.write(writer.head);
    for await (const some of pagesOf(names, work)) {
      await file.write(some.map((release, n) => writer.item(release, releases + n)).join(''));
      releases += some.length;
    }
    if (releases === 0) throw new ProblemError(problem('out-nothing'));
    await file.write(writer.tail);
    await file.finish();
    return { file: path, releases };
  } catch (error) {
    await file.abandon();
    throw error;
  }
}

/** Writes releases as texts and pages into a new folder. */
export async function writeFolder(
  subject: OutSubject,
  place: { readonly parent: string; readonly name: string },
  work: OutWork,
): Promise<Written> {
  const names = await namesOf(subject, work.archive);
  const folder = await FolderOut.begin({ ...place, mark: work.job.jobId, form: formIn(work.settings) });
  try {
    let releases = 0;
    for await (const some of pagesOf(names, work)) {
      await folder.add(some);
      releases += some.length;
    }
    if (releases === 0) throw new ProblemError(problem('out-nothing'));
    // eslint-disable-next-line typescript/require-await -- what it throws ends the work as a rejection
    const file = await folder.finish(async () => stopIfCancelled(work.job));
    return { file, releases };
  } catch (error) {
    await folder.abandon();
    throw error;
  }
}

/** Writes a release, or a list of releases, as PDF. */
export async function writePdf(subject: OutSubject, path: string, work: OutWork): Promise<Written> {
  const { page, releases } = await pageOf(subject, work);
  stopIfCancelled(work.job);
  const bytes = await work.paper.pdf(page, work.job.signal);
  stopIfCancelled(work.job);
  const file = await WholeFile.begin(path, work.job.jobId);
  try {
    await file.write(bytes);
    await file.finish();
    return { file: path, releases };
  } catch (error) {
    await file.abandon();
    throw error;
  }
}

/** A release, or a list of releases, as a page for paper, and how many releases stand on it. */
export async function pageOf(
  subject: OutSubject,
  work: OutWork,
): Promise<{ readonly page: PaperPage; readonly releases: number }> {
  const form = formIn(work.settings);
  const names = await namesOf(subject, work.archive);
  const releases: OutRelease[] = [];
  for await (const some of pagesOf(names.slice(0, MOST_PRINTED), work)) releases.push(...some);
  const [first] = releases;
  if (first === undefined) throw new ProblemError(problem('out-nothing'));
  if (subject.type === 'release')
    return { page: { ...releasePage(first, form), style: PAGE_STYLE }, releases: 1 };
  const isResult = subject.type === 'result';
  const list = {
    title: isResult ? subject.request.query : (subject.title ?? ''),
    isSearch: isResult,
    narrowed: isResult ? narrowedWords(subject.request.filters, first.register, form.language) : [],
    releases,
    total: names.length,
    archive: first.archive.title,
    day: today(),
  };
  return { page: { ...listPage(list, form), style: PAGE_STYLE }, releases: releases.length };
}

/** The names of all that is meant. */
export async function namesOf(subject: OutSubject, archive: Releases): Promise<readonly ReleaseName[]> {
  switch (subject.type) {
    case 'release':
      return namesIn([subject.id]);
    case 'releases':
      return namesIn(subject.ids);
    case 'result':
      return namesIn(await archive.found(subject.request));
  }
}

export function namesIn(texts: readonly string[]): readonly ReleaseName[] {
  return texts.flatMap((text) => parseReleaseName(text) ?? []);
}

/** The releases of a list, a page at a time. Throws when the job is cancelled. */
async function* pagesOf(
  names: readonly ReleaseName[],
  { archive, job }: OutWork,
): AsyncGenerator<readonly OutRelease[]> {
  const begun = performance.now();
  for (let at = 0; at < names.length; at += PAGE) {
    stopIfCancelled(job);
    if (performance.now() - begun > QUIET_MS) job.progress('exporting', at, names.length);
    yield await archive.named(names.slice(at, at + PAGE));
  }
}

function stopIfCancelled({ signal }: JobContext): void {
  if (signal.aborted) throw new ProblemError(problem('job-cancelled'));
}

/** How references are written: as set, or Harvard in the language of the interface. */
function formIn({ reference, language }: Settings): ReferenceForm {
  return reference ?? { style: 'harvard', language, author: 'department' };
}

/** The day it is here. */
function today(): string {
  const now = new Date();
  const pad = (part: number): string => String(part).padStart(2, '0');
  return `${now.getFullYear()}-${pad(now.getMonth() + 1)}-${pad(now.getDate())}`;
}
