import { join } from 'node:path';
import type { Register } from '../authority/register.ts';
import type { Evidence } from '../model/evidence.ts';
import type { Links } from '../model/links.ts';
import { problem, ProblemError } from '../model/problem.ts';
import type { Problem } from '../model/problem.ts';
import { layoutReading } from '../model/reading-text.ts';
import type { ReadingLayout } from '../model/reading-text.ts';
import type { ReleaseRecord } from '../model/said.ts';
import { MAX_RECORD_FAULTS } from './bounds.ts';
import {
  isOriginalEntry,
  linksEntry,
  originalEntry,
  PACKAGE_JSON,
  releasesEntry,
  shardOf,
} from './entry-names.ts';
import type { PackageHead } from './head.ts';
import { releaseId, versionOf } from './identity.ts';
import { readLines } from './lines.ts';
import { invalidLine, parseLinksLine, parseRecordLine } from './record-lines.ts';
import { shardsOf } from './shards.ts';
import { isCanonical } from './strict-json.ts';
import { withdrawalsInForce } from './withdrawals.ts';

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

/** Why a record is faulty: a reason that has words, and its particulars. */
type Fault = Readonly<Record<string, string>> & { readonly reason: string };

/** What came before in a shard: it decides what may come next. */
interface Before {
  readonly id: string;
  readonly versions: Set<string>;
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
      if (found.faults < MAX_RECORD_FAULTS) continue;
      yield problem('package-record-invalid', { file: releasesEntry(shard) }, { reason: 'too-many-faults' });
      return;
    }
  }
  if (found.faults === 0) yield* countFaults(head, found);
}

/** What the manifest counts otherwise than what is there. */
function* countFaults(
  { manifest, payload, withdrawals }: PackageHead,
  { releases, versions }: { readonly releases: number; readonly versions: number },
): Generator<Problem> {
  const withdrawn = withdrawalsInForce(withdrawals).size;
  const originals = [...payload.keys()].filter(isOriginalEntry).length;
  const found = { releases, versions, withdrawn, originals };
  const { counts } = manifest;
  const differs = (['releases', 'versions', 'withdrawn', 'originals'] as const).some(
    (name) => counts[name] !== found[name],
  );
  if (!differs) return;
  const counted = { reason: 'counts', counted: Object.values(found).join(' / ') };
  yield problem('package-manifest-invalid', { file: PACKAGE_JSON }, counted);
}

/** The lines of a shard's two files side by side; a fault where the files cannot be read on. */
async function* pairLines(root: string, shard: string): AsyncGenerator<LinePair | Problem> {
  const [releases, links] = [releasesEntry(shard), linksEntry(shard)];
  try {
    const beside = readLines(join(root, ...links.split('/')), links);
    let last = 0;
    for await (const { bytes, number } of readLines(join(root, ...releases.split('/')), releases)) {
      const next = await beside.next();
      if (next.done === true) throw invalidLine({ file: links, line: number }, 'unpaired');
      const release = { file: releases, line: number, bytes };
      yield { release, links: { file: links, line: number, bytes: next.value.bytes } };
      last = number;
    }
    const left = await beside.next();
    if (left.done !== true) throw invalidLine({ file: links, line: last + 1 }, 'unpaired');
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
    const ofRelease = [
      ...writingFaults(pair.release, record),
      ...recordFaults(record, head),
      ...orderFaults(record, before, shard),
    ];
    const ofLinks = [...writingFaults(pair.links, links), ...linksFaults(links, record, head.register)];
    // Added to, not copied: one release may have very many versions.
    const versions = record.id === before.id ? before.versions : new Set<string>();
    return {
      problems: [...ofRelease.map(placed(pair.release, record)), ...ofLinks.map(placed(pair.links, record))],
      before: { id: record.id, versions: versions.add(record.version) },
    };
  } catch (error) {
    if (error instanceof ProblemError) return { problems: [error.problem], before };
    throw error;
  }
}

function placed({ file, line }: PlacedLine, { id }: ReleaseRecord): (fault: Fault) => Problem {
  return (fault) => problem('package-record-invalid', { file, line, id }, fault);
}

/** That a line is written in the one way that it can be. */
function writingFaults({ bytes }: PlacedLine, value: unknown): readonly Fault[] {
  return faults([[isCanonical(bytes, value), { reason: 'not-canonical' }]]);
}

/** What a record claims of itself and does not keep. */
function recordFaults(record: ReleaseRecord, head: PackageHead): readonly Fault[] {
  const { said } = record;
  const original = originalEntry(said.source.sha256);
  return faults([
    [versionOf(said) === record.version, { reason: 'version' }],
    [record.reading === layoutReading(said).text, { reason: 'reading' }],
    [
      record.id === releaseId(said.source) || record.aliases.includes(releaseId(said.source)),
      { reason: 'id' },
    ],
    [head.manifest.counts.originals === 0 || head.payload.has(original), { reason: 'original' }],
  ]);
}

function orderFaults(record: ReleaseRecord, before: Before, shard: string): readonly Fault[] {
  const first = record.id !== before.id;
  return faults([
    [shardOf(record.id) === shard, { reason: 'shard' }],
    [record.id >= before.id, { reason: 'order' }],
    [first || !before.versions.has(record.version), { reason: 'version-twice' }],
    [record.current === first, { reason: 'leading' }],
  ]);
}

function linksFaults(links: Links, record: ReleaseRecord, register: Register): readonly Fault[] {
  const layout = layoutReading(record.said);
  const evidence = evidenceOf(links).filter((piece) => !isHeld(piece, layout));
  const unknown = unknownIds(links, register);
  return faults([
    [links.id === record.id && links.version === record.version, { reason: 'other-links' }],
    [evidence.length === 0, { reason: 'evidence', quote: evidence[0]?.quote ?? '' }],
    [unknown.length === 0, { reason: 'register', names: unknown.join(', ') }],
  ]);
}

/** The faults of the claims that are not held. */
function faults(claims: readonly (readonly [boolean, Fault])[]): readonly Fault[] {
  return claims.flatMap(([held, fault]) => (held ? [] : [fault]));
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
