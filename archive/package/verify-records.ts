import { join } from 'node:path';
import type { Register } from '../authority/register.ts';
import type { Links } from '../model/links.ts';
import { problem, ProblemError } from '../model/problem.ts';
import type { Problem } from '../model/problem.ts';
import { layoutReading } from '../model/reading-text.ts';
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
import { evidenceFaults, registerFaults } from './links-faults.ts';
import type { Fault } from './links-faults.ts';
import { invalidLine, parseLinksLine, parseRecordLine } from './record-lines.ts';
import { releaseLines } from './shard-lines.ts';
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

/** Links whose record is in a package before this one. */
interface FurtherLine {
  readonly release: null;
  readonly links: PlacedLine;
}

/** What came before in a shard: it decides what may come next. */
interface Before {
  readonly id: string;
  readonly versions: Set<string>;
  /** The last version of links alone; empty when there was none. */
  readonly further: string;
}

/**
 * Checks every release version of a package against itself and its register: schema, id, version, reading text,
 * the order of versions, every piece of evidence, every id of the register, the original kept, and at the end
 * the counts of the manifest. One faulty line does not hide the next. Of a delta's links that have no record here it
 * checks all but their evidence.
 *
 * @param present the regular files that the folder holds.
 */
export async function* checkRecords(
  root: string,
  head: PackageHead,
  present: ReadonlyMap<string, number>,
): AsyncGenerator<Checked> {
  const found = { releases: 0, versions: 0, further: 0, faults: 0 };
  const isDelta = head.manifest.previous !== null;
  for (const shard of shardsOf(head.payload)) {
    // Of a file that is not there, or is no file, it was told; only files are opened.
    const files = [releasesEntry(shard), linksEntry(shard)];
    if (files.some((name) => head.payload.has(name) && !present.has(name))) {
      found.faults += 1;
      continue;
    }
    let before: Before = { id: '', versions: new Set(), further: '' };
    for await (const lines of isDelta ? groupedLines(root, shard) : pairLines(root, shard)) {
      const checked = checkLines(lines, { before, shard, head });
      const isFurther = !('code' in lines) && lines.release === null;
      found[isFurther ? 'further' : 'versions'] += 1;
      found.faults += checked.problems.length;
      if (checked.before.id !== before.id && !isFurther) found.releases += 1;
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

interface Found {
  readonly releases: number;
  readonly versions: number;
  readonly further: number;
}

/** What a manifest counts otherwise than it is. */
function countFaults({ manifest, withdrawals, payload }: PackageHead, found: Found): readonly Problem[] {
  const { counts, changes } = manifest;
  const originals = [...payload.keys()].filter(isOriginalEntry).length;
  const rows: readonly (readonly [number, number])[] = [
    [counts.releases, found.releases],
    [counts.versions, found.versions],
    [counts.withdrawn, withdrawalsInForce(withdrawals).size],
    [counts.originals, originals],
    ...(changes === undefined
      ? []
      : ([
          [changes.new + changes.changed, found.releases],
          [changes.links, found.further],
          [changes.withdrawn, withdrawals.filter(({ action }) => action === 'withdrawn').length],
          [changes.revoked, withdrawals.filter(({ action }) => action === 'revoked').length],
        ] as const)),
  ];
  if (rows.every(([stated, counted]) => stated === counted)) return [];
  const counted = rows.map(([, number]) => String(number)).join(' / ');
  return [problem('package-manifest-invalid', { file: PACKAGE_JSON }, { reason: 'counts', counted })];
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
    yield* toldFault(error);
  }
}

/** A fault that ends the reading of a shard. An entry that is not there at all was told among the files. */
function toldFault(error: unknown): readonly Problem[] {
  if (error instanceof ProblemError) return [error.problem];
  if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
  throw error;
}

/** The lines of a delta's shard: records with their links, and links alone. A file out of order is not read on. */
async function* groupedLines(root: string, shard: string): AsyncGenerator<LinePair | FurtherLine | Problem> {
  const [releases, links] = [releasesEntry(shard), linksEntry(shard)];
  const pathOf = (name: string): string => join(root, ...name.split('/'));
  const files = {
    releases: { path: pathOf(releases), name: releases },
    links: { path: pathOf(links), name: links },
  };
  try {
    for await (const lines of releaseLines(files, true)) {
      const placedLinks = lines.links.map(({ bytes, number }) => ({ file: links, line: number, bytes }));
      for (const [n, beside] of placedLinks.entries()) {
        const record = lines.records[n];
        yield record === undefined
          ? { release: null, links: beside }
          : { release: { file: releases, line: record.number, bytes: record.bytes }, links: beside };
      }
    }
  } catch (error) {
    yield* toldFault(error);
  }
}

interface LinesContext {
  readonly before: Before;
  readonly shard: string;
  readonly head: PackageHead;
}

interface CheckedLines {
  readonly problems: readonly Problem[];
  readonly before: Before;
}

function checkLines(lines: LinePair | FurtherLine | Problem, context: LinesContext): CheckedLines {
  const { before } = context;
  if ('code' in lines) return { problems: [lines], before };
  try {
    return lines.release === null ? checkFurther(lines, context) : checkPair(lines, context);
  } catch (error) {
    if (error instanceof ProblemError) return { problems: [error.problem], before };
    throw error;
  }
}

function checkPair(pair: LinePair, { before, shard, head }: LinesContext): CheckedLines {
  const record = parseRecordLine(pair.release.bytes, pair.release);
  const links = parseLinksLine(pair.links.bytes, pair.links);
  requireCanonical(pair.release, record);
  requireCanonical(pair.links, links);
  const isDelta = head.manifest.previous !== null;
  const ofRelease = [...recordFaults(record, head), ...orderFaults(record, { before, shard, isDelta })];
  const ofLinks = linksFaults(links, record, head.register);
  return {
    problems: [...ofRelease.map(placed(pair.release, record)), ...ofLinks.map(placed(pair.links, record))],
    before: { id: record.id, versions: versionsWith(record, before), further: '' },
  };
}

/** Links alone stand behind the records of their release, by version, each version once. */
function checkFurther({ links: line }: FurtherLine, { before, shard, head }: LinesContext): CheckedLines {
  const links = parseLinksLine(line.bytes, line);
  requireCanonical(line, links);
  const { id, version } = links;
  const isFirst = id !== before.id;
  const found = faults([
    [shardOf(id) === shard, { reason: 'shard' }],
    [isFirst || version > before.further, { reason: 'order' }],
    [isFirst || !before.versions.has(version), { reason: 'version-twice' }],
  ]);
  return {
    problems: [...found, ...registerFaults(links, head.register)].map(placed(line, links)),
    before: { id, versions: versionsWith(links, before), further: version },
  };
}

/** What can be read in two ways has no version and no text that anything else could be compared with. */
function requireCanonical(line: PlacedLine, value: unknown): void {
  if (!isCanonical(line.bytes, value)) throw invalidLine(line, 'not-canonical');
}

/** Added to, not copied: one release may have very many versions. */
function versionsWith(
  { id, version }: { readonly id: string; readonly version: string },
  before: Before,
): Set<string> {
  return (id === before.id ? before.versions : new Set<string>()).add(version);
}

function placed({ file, line }: PlacedLine, { id }: { readonly id: string }): (fault: Fault) => Problem {
  return (fault) => problem('package-record-invalid', { file, line, id }, fault);
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

interface OrderContext {
  readonly before: Before;
  readonly shard: string;
  readonly isDelta: boolean;
}

/** The first version leads; in a delta, a version of another package may lead instead. */
function orderFaults(record: ReleaseRecord, { before, shard, isDelta }: OrderContext): readonly Fault[] {
  const first = record.id !== before.id;
  return faults([
    [shardOf(record.id) === shard, { reason: 'shard' }],
    [record.id >= before.id, { reason: 'order' }],
    [first || !before.versions.has(record.version), { reason: 'version-twice' }],
    [record.current === first || (isDelta && first), { reason: 'leading' }],
  ]);
}

function linksFaults(links: Links, record: ReleaseRecord, register: Register): readonly Fault[] {
  return [
    ...faults([[links.id === record.id && links.version === record.version, { reason: 'other-links' }]]),
    ...evidenceFaults(links, layoutReading(record.said)),
    ...registerFaults(links, register),
  ];
}

/** The faults of the claims that are not held. */
function faults(claims: readonly (readonly [boolean, Fault])[]): readonly Fault[] {
  return claims.flatMap(([held, fault]) => (held ? [] : [fault]));
}
