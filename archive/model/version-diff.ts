import { z } from 'zod';
import { commonSequence } from './common-sequence.ts';
import type { Match } from './common-sequence.ts';

const changeSchema = z.enum(['same', 'removed', 'added']);

/** Words in a row that both versions have, or only the older, or only the newer. */
const diffRunSchema = z.strictObject({ change: changeSchema, text: z.string() });

/**
 * What became of a paragraph. `same`, `removed` and `added` have one run; `changed` has several, in reading order, what
 * was removed before what came in its place.
 */
const paragraphDiffSchema = z.strictObject({
  change: z.enum(['same', 'removed', 'added', 'changed']),
  runs: z.array(diffRunSchema).readonly(),
});

/** What differs between the reading texts of two versions, paragraph by paragraph. */
export const versionDiffSchema = z.strictObject({
  paragraphs: z.array(paragraphDiffSchema).readonly(),
});

export type DiffRun = z.infer<typeof diffRunSchema>;
export type ParagraphDiff = z.infer<typeof paragraphDiffSchema>;
export type VersionDiff = z.infer<typeof versionDiffSchema>;

type Change = z.infer<typeof changeSchema>;

const BETWEEN_PARAGRAPHS = '\n\n';
const WORDS = /[\p{L}\p{M}\p{N}]+|\s+|./gsu;
/** Two paragraphs with at least this share of their words in common are one that was changed. */
const ENOUGH_IN_COMMON = 0.4;
/** Of more pairs than this in one stretch none is looked for: all is removed and added. */
const MOST_PAIRS = 10_000;

/**
 * What differs between two versions of a release, word by word within paragraphs that belong together. Read without
 * what was added it is the older text, without what was removed the newer.
 *
 * @param older its reading text. @param newer likewise.
 */
export function versionDiff(older: string, newer: string): VersionDiff {
  const [before, after] = [older.split(BETWEEN_PARAGRAPHS), newer.split(BETWEEN_PARAGRAPHS)];
  const paragraphs: ParagraphDiff[] = [];
  let [x, y] = [0, 0];
  for (const [a, b] of [...commonSequence(before, after), [before.length, after.length] as const]) {
    paragraphs.push(...stretch(before.slice(x, a), after.slice(y, b)));
    const same = before[a];
    if (same !== undefined) paragraphs.push(whole('same', same));
    [x, y] = [a + 1, b + 1];
  }
  return { paragraphs };
}

/** Paragraphs of which none is the same in both: those alike are paired, in order. */
function stretch(before: readonly string[], after: readonly string[]): readonly ParagraphDiff[] {
  const out: ParagraphDiff[] = [];
  let [x, y] = [0, 0];
  for (const [a, b] of [...likePairs(before, after), [before.length, after.length] as const]) {
    out.push(...before.slice(x, a).map((text) => whole('removed', text)));
    out.push(...after.slice(y, b).map((text) => whole('added', text)));
    const [from, to] = [before[a], after[b]];
    if (from !== undefined && to !== undefined) out.push(changed(from, to));
    [x, y] = [a + 1, b + 1];
  }
  return out;
}

/** The pairs, in order in both, that have most words in common together. */
function likePairs(before: readonly string[], after: readonly string[]): readonly Match[] {
  if (before.length * after.length > MOST_PAIRS) return [];
  const [from, to] = [before.map(wordsOf), after.map(wordsOf)];
  const likeness = from.map((a) => to.map((b) => shareInCommon(a, b)));
  const best = from.map(() => to.map(() => 0));
  const at = (x: number, y: number): number => best[x]?.[y] ?? 0;
  const paired = (x: number, y: number): number => {
    const share = likeness[x]?.[y] ?? 0;
    return share < ENOUGH_IN_COMMON ? 0 : share + at(x + 1, y + 1);
  };
  for (let x = from.length - 1; x >= 0; x -= 1)
    for (let y = to.length - 1; y >= 0; y -= 1)
      (best[x] ?? [])[y] = Math.max(paired(x, y), at(x + 1, y), at(x, y + 1));
  const pairs: Match[] = [];
  for (let [x, y] = [0, 0]; x < from.length && y < to.length && at(x, y) > 0;) {
    if (paired(x, y) === at(x, y)) {
      pairs.push([x, y]);
      [x, y] = [x + 1, y + 1];
    } else if (at(x + 1, y) === at(x, y)) x += 1;
    else y += 1;
  }
  return pairs;
}

/** Twice the words in common, of all words of both; nought to one. */
function shareInCommon(a: readonly string[], b: readonly string[]): number {
  const left = new Map<string, number>();
  for (const word of a) left.set(word, (left.get(word) ?? 0) + 1);
  let common = 0;
  for (const word of b) {
    const count = left.get(word) ?? 0;
    if (count > 0) common += 1;
    left.set(word, count - 1);
  }
  return a.length + b.length === 0 ? 0 : (2 * common) / (a.length + b.length);
}

function changed(from: string, to: string): ParagraphDiff {
  const [a, b] = [piecesOf(from), piecesOf(to)];
  const runs: DiffRun[] = [];
  let [x, y] = [0, 0];
  for (const [m, n] of [...commonSequence(a, b), [a.length, b.length] as const]) {
    runs.push(
      ...run('removed', a.slice(x, m)),
      ...run('added', b.slice(y, n)),
      ...run('same', a.slice(m, m + 1)),
    );
    [x, y] = [m + 1, n + 1];
  }
  return { change: 'changed', runs: joined(runs) };
}

/** Runs of one sort in a row are one. A space between two replaced words goes with them: one replacement, not two. */
function joined(runs: readonly DiffRun[]): readonly DiffRun[] {
  const out: DiffRun[] = [];
  let removed = '';
  let added = '';
  const flush = (): void => {
    out.push(...run('removed', [removed]), ...run('added', [added]));
    [removed, added] = ['', ''];
  };
  for (const [n, { change, text }] of runs.entries()) {
    const isBetween = change === 'same' && text.trim() === '' && removed !== '' && added !== '';
    const goesOn = isBetween && runs[n + 1]?.change === 'removed' && runs[n + 2]?.change === 'added';
    if (change === 'removed' || goesOn) removed += text;
    if (change === 'added' || goesOn) added += text;
    if (change !== 'same' || goesOn) continue;
    flush();
    const last = out.at(-1);
    if (last?.change === 'same') out[out.length - 1] = { change, text: last.text + text };
    else out.push({ change, text });
  }
  flush();
  return out;
}

function whole(change: Change, text: string): ParagraphDiff {
  return { change, runs: run(change, [text]) };
}

function run(change: Change, pieces: readonly string[]): readonly DiffRun[] {
  const text = pieces.join('');
  return text === '' ? [] : [{ change, text }];
}

function piecesOf(text: string): readonly string[] {
  return text.match(WORDS) ?? [];
}

function wordsOf(text: string): readonly string[] {
  return piecesOf(text).filter((piece) => /[\p{L}\p{N}]/u.test(piece));
}
