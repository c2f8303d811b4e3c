import { parseArgs } from 'node:util';
import { bitFlips } from './bit-flips.ts';
import { crashes } from './crashes.ts';
import { mutations } from './mutations.ts';
import { reopened } from './reopened.ts';
import type { TorturePart, TortureResult } from './part.ts';

/** All of the torture. A new part is a line here. */
const parts: readonly TorturePart[] = [bitFlips, mutations, crashes, reopened];

const MUTATIONS = 10_000;
/** So many failures are printed in full. */
const SHOWN = 20;

const USAGE = `npm run torture -- [--only PART,PART] [--seed N] [--count N]

${parts.map(({ name, about }) => `  ${name.padEnd(12)}${about}`).join('\n')}
`;

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

/** `npm run torture`: everything that takes too long for `npm test`; one line with the count at the very end. */
async function torture(): Promise<void> {
  const { values } = parseArgs({
    options: { only: { type: 'string' }, seed: { type: 'string' }, count: { type: 'string' } },
  });
  const names = values.only?.split(',') ?? parts.map(({ name }) => name);
  const chosen = parts.filter(({ name }) => names.includes(name));
  const [seed, count] = [Number(values.seed ?? Date.now() % 1e9), Number(values.count ?? MUTATIONS)];
  if (chosen.length !== names.length || !Number.isSafeInteger(seed) || !Number.isSafeInteger(count))
    throw new Error(USAGE);
  say(`seed ${seed}`);
  let [passed, failed] = [0, 0];
  for (const part of chosen) {
    say(`\n── ${part.name}: ${part.about} ──`);
    const started = performance.now();
    const result = await part.run({ seed, count, say });
    print(part, result, performance.now() - started);
    passed += result.passed;
    failed += result.failures.length;
  }
  say(`\n${passed} passed, ${failed} failed`);
  process.exitCode = failed > 0 ? 1 : 0;
}

function print({ name }: TorturePart, { passed, failures, notes }: TortureResult, took: number): void {
  for (const note of notes) say(note);
  for (const failure of failures.slice(0, SHOWN)) say(`FAILED  ${failure}`);
  say(`${name}: ${passed} passed, ${failures.length} failed, ${(took / 1000).toFixed(0)} s`);
}

try {
  await torture();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
