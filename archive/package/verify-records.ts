import { join } from 'node:path';
import type { Register } from '../authority/register.ts';
import type { Evidence } from '../model/evidence.ts';
import type { Links } from '../model/links.ts';
import { problem, ProblemError } from '../model/problem.ts';
import type { Problem } from '../model/problem.ts';
import { layoutReading } from '../model/reading-text.ts';
import type { ReadingLayout } from '../model/reading-text.ts';
import type { ReleaseRecord } from '../model/said.ts';
import { PACKAGE_JSON, linksEntry, originalEntry, releasesEntry, shardOf } from './entry-names.ts';
import type { PackageHead } from './head.ts';
import { releaseId, versionOf } from './identity.ts';
import { readLines } from './lines.ts';
import { invalidLine, parseLinksLine, parseRecordLine } from './record-lines.ts';
import { shardsOf } from './shards.ts';

/** What a check of records yields: a version that was looked at, or a fault. */
type Checked = 'version' | Problem;

interface PlacedLine {
  readonly file: string;
  readonly line: number;
  readonly bytes: Buffer;
}

interface LinePair {
  readonly release: PlacedLine;
  readonly links: PlacedLine;
}

/** What came before in a shard: it decides what may come next. */
interface Before {
  readonly id: string;
  readonly versions: ReadonlySet<string>;
}

/**
 * Checks every release version of a package against itself and its register: schema, id, version, reading text,
 * the order of versions, every piece of evidence, every id of the register, the original kept, and at the end
 * the counts of the manifest. One faulty line does not hide the next.
 */
export async function* checkRecords(root: string, head: PackageHead): AsyncGenerator<Checked> {
  const found = { releases: 0, versions: 0, faults: 0 };
  for (const shard of shardsOf(head.payload)) {
    let before: Before = { id: '', versions: new Set() };
    for await (const pair of pairLines(root, shard)) {
      const checked =
        'code' in pair ? { problems: [pair], before } : checkPair(pair, { before, shard, head });
      found.versions += 1;
      found.faults += checked.problems.length;
      if (checked.before.id !== before.id) found.releases += 1;
      before = checked.before;
      yield* checked.problems;
      yield 'version';
    }
  }
  const { counts } = head.manifest;
  const fits = counts.releases === found.releases && counts.versions === found.versions;
  if (fits || found.faults > 0) return;
  const reason = `counts are not ${found.releases} releases, ${found.versions} versions`;
  yield problem('package-manifest-invalid', { file: PACKAGE_JSON }, { reason });
}

/** The lines of a shard's two files side by side; a fault where the files cannot be read on. */
async function* pairLines(root: string, shard: string): AsyncGenerator<LinePair | Problem> {
  const [releases, links] = [releasesEntry(shard), linksEntry(shard)];
  try {
    const beside = readLines(join(root, ...links.split('/')), links);
    let last = 0;
    for await (const { bytes, number } of readLines(join(root, ...releases.split('/')), releases)) {
      const next = await beside.next();
      if (next.done === true) throw invalidLine({ file: links, line: number }, 'links are missing');
      const release = { file: releases, line: number, bytes };
      yield { release, links: { file: links, line: number, bytes: next.value.bytes } };
      last = number;
    }
    const left = await beside.next();
    if (left.done !== true) throw invalidLine({ file: links, line: last + 1 }, 'links of no release');
  } catch (error) {
    if (error instanceof ProblemError) yield error.problem;
    // An entry that is not there at all was told among the files.
    else if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
  }
}

interface PairContext {
  readonly before: Before;
  readonly shard: string;
  readonly head: PackageHead;
}

function checkPair(
  pair: LinePair,
  { before, shard, head }: PairContext,
): { readonly problems: readonly Problem[]; readonly before: Before } {
  try {
    const record = parseRecordLine(pair.release.bytes, pair.release);
    const links = parseLinksLine(pair.links.bytes, pair.links);
    const ofRelease = [...recordFaults(record, head), ...orderFaults(record, before, shard)];
    const ofLinks = linksFaults(links, record, head.register);
    const versions = record.id === before.id ? before.versions : new Set<string>();
    return {
      problems: [...ofRelease.map(placed(pair.release, record)), ...ofLinks.map(placed(pair.links, record))],
      before: { id: record.id, versions: new Set([...versions, record.version]) },
    };
  } catch (error) {
    if (error instanceof ProblemError) return { problems: [error.problem], before };
    throw error;
  }
}

function placed({ file, line }: PlacedLine, { id }: ReleaseRecord): (reason: string) => Problem {
  return (reason) => problem('package-record-invalid', { file, line, id }, { reason });
}

/** What a record claims of itself and does not keep. */
function recordFaults(record: ReleaseRecord, head: PackageHead): readonly string[] {
  const { said } = record;
  const original = originalEntry(said.source.sha256);
  return faults([
    [versionOf(said) === record.version, 'the version is not the hash of what the page said'],
    [record.reading === layoutReading(said).text, 'the reading text is not that of what the page said'],
    [
      record.id === releaseId(said.source) || record.aliases.includes(releaseId(said.source)),
      'the id is not that of its address or bytes',
    ],
    [head.manifest.counts.originals === 0 || head.payload.has(original), 'its original is not kept'],
  ]);
}

function orderFaults(record: ReleaseRecord, before: Before, shard: string): readonly string[] {
  const first = record.id !== before.id;
  return faults([
    [shardOf(record.id) === shard, 'it lies in the wrong file'],
    [record.id >= before.id, 'it stands in the wrong order'],
    [first || !before.versions.has(record.version), 'the same version stands twice'],
    [record.current === first, 'the leading version is not the first, or not the only one'],
  ]);
}

function linksFaults(links: Links, record: ReleaseRecord, register: Register): readonly string[] {
  const layout = layoutReading(record.said);
  const evidence = evidenceOf(links).filter((piece) => !isHeld(piece, layout));
  const unknown = unknownIds(links, register);
  return faults([
    [links.id === record.id && links.version === record.version, 'links of another release or version'],
    [evidence.length === 0, `evidence is not in the text: ${evidence[0]?.quote ?? ''}`],
    [unknown.length === 0, `not in the register: ${unknown.join(', ')}`],
  ]);
}

/** The reasons of the claims that are not held. */
function faults(claims: readonly (readonly [boolean, string])[]): readonly string[] {
  return claims.flatMap(([held, reason]) => (held ? [] : [reason]));
}

function evidenceOf(links: Links): readonly Evidence[] {
  const { date, kind, governments, mandatePeriods, departments, ministers, subjects, designations } = links;
  const concluded = [
    ...governments,
    ...mandatePeriods,
    ...departments,
    ...ministers,
    ...subjects,
    ...designations,
  ];
  return [...date.evidence, ...(kind?.evidence ?? []), ...concluded.flatMap((value) => value.evidence)];
}

/** Whether a piece of evidence is exactly the slice it names, within the part it names; or metadata's own words. */
function isHeld({ block, start, end, quote }: Evidence, layout: ReadingLayout): boolean {
  if (block === -1) return start === -1 && end === -1;
  const part = layout.parts[block];
  if (part === undefined || start < part.start || end > part.end) return false;
  return layout.text.slice(start, end) === quote;
}

function unknownIds(links: Links, register: Register): readonly string[] {
  const missing = (values: readonly { readonly id: string }[], find: (id: string) => unknown): string[] =>
    values.map(({ id }) => id).filter((id) => find(id) === undefined);
  return [
    ...missing(links.kind === null ? [] : [links.kind], (id) => register.kind(id)),
    ...missing(links.governments, (id) => register.government(id)),
    ...missing(links.mandatePeriods, (id) => register.mandatePeriod(id)),
    ...missing(links.departments, (id) => register.department(id)),
    ...missing(links.subjects, (id) => register.subject(id)),
    ...links.ministers
      .filter(({ person, role }) => register.role(role)?.person !== person)
      .map(({ person, role }) => `${person} as ${role}`),
  ];
}
