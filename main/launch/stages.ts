import { mkdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { run, type Outcome } from './command.ts';
import { openDisplay } from './display.ts';
import { readyMachine } from './machine.ts';
import { buildApp, buildExample } from './prepare.ts';
import { places, projectRoot, toolScript } from './project.ts';
import type { Runtime } from './runtime.ts';
import { ensureTestTools } from './test-tools.ts';
import { oneFailed, onePassed, sum, tallyPlaywright, tallyVitest, type Tally } from './tally.ts';

/** One part of the whole test. */
export interface Stage {
  readonly name: string;
  /** The stages without which this one says nothing. */
  readonly needs: readonly string[];
  readonly run: () => Promise<Tally>;
}

const minutes = (count: number): number => count * 60_000;

let runtime: Runtime | undefined;

/** The whole test, in order: what all rests on, what is quick to tell, what takes long. */
export const stages: readonly Stage[] = [
  { name: 'machine', needs: [], run: step(async () => void (runtime = await readyMachine())) },
  check('types', ['typescript', 'tsc'], ['-b']),
  check('lint', ['oxlint'], []),
  check('format', ['prettier'], ['--check', '--log-level', 'warn', '.']),
  check('unused', ['knip'], []),
  { name: 'unit', needs: [], run: unitTests },
  { name: 'build', needs: [], run: step(buildApp) },
  { name: 'example', needs: [], run: step(buildExample) },
  { name: 'e2e', needs: ['machine', 'build', 'example'], run: () => windowTests('app') },
  { name: 'dist', needs: ['machine', 'build', 'example'], run: packTestBuild },
  { name: 'packaged', needs: ['dist'], run: () => windowTests('packaged') },
];

/**
 * The stages that are meant, with all that they need, in the order of `all`.
 * @param argv nothing for all of them, or `--only NAME,NAME`
 * @throws Error with the names there are, for anything else
 */
export function chooseStages(argv: readonly string[], all: readonly Stage[] = stages): readonly Stage[] {
  if (argv.length === 0) return all;
  const [option, list] = argv;
  const names = list?.split(',') ?? [];
  const unknown = names.filter((name) => !all.some((stage) => stage.name === name));
  if (option !== '--only' || argv.length !== 2 || unknown.length > 0) {
    throw new Error(
      `say npm test, or npm test -- --only with some of: ${all.map(({ name }) => name).join(',')}`,
    );
  }
  const wanted = new Set(names);
  for (const stage of all.toReversed())
    if (wanted.has(stage.name)) stage.needs.forEach((need) => wanted.add(need));
  return all.filter((stage) => wanted.has(stage.name));
}

/**
 * Runs stages in order, all of them whatever happens; one that needs a failed one is failed without being run.
 * @param say told what is going on
 * @returns each stage's name, what it came to, and how long it took in milliseconds
 */
export async function runStages(
  chosen: readonly Stage[],
  say: (line: string) => void = console.log,
): Promise<readonly { readonly name: string; readonly tally: Tally; readonly took: number }[]> {
  const results: { readonly name: string; readonly tally: Tally; readonly took: number }[] = [];
  for (const stage of chosen) {
    const started = performance.now();
    const missing = results.find(({ name, tally }) => stage.needs.includes(name) && tally.failed > 0);
    say(`\n── ${stage.name} ──`);
    if (missing !== undefined) say(`not run: ${missing.name} failed`);
    const tally = missing === undefined ? await contained(stage, say) : oneFailed;
    results.push({ name: stage.name, tally, took: performance.now() - started });
  }
  return results;
}

/** The sum of what stages came to. */
export function total(results: readonly { readonly tally: Tally }[]): Tally {
  return sum(results.map(({ tally }) => tally));
}

async function contained(stage: Stage, say: (line: string) => void): Promise<Tally> {
  try {
    return await stage.run();
  } catch (error) {
    say(error instanceof Error ? error.message : String(error));
    return oneFailed;
  }
}

function step(work: () => Promise<void>): () => Promise<Tally> {
  return async () => {
    await work();
    return onePassed;
  };
}

/** A stage that is one run of a tool over the whole project: it holds when the tool ends with 0. */
function check(name: string, tool: readonly [string, string?], args: readonly string[]): Stage {
  return {
    name,
    needs: [],
    run: async () => {
      const ended = await runTool(toolScript(...tool), { args, timeoutMs: minutes(3) });
      if (ended.timedOut) throw new Error(`${name} did not end within three minutes`);
      return ended.code === 0 ? onePassed : oneFailed;
    },
  };
}

async function unitTests(): Promise<Tally> {
  await ensureTestTools();
  const report = freshReport('unit.json');
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  return tallyVitest(
    report,
    await runTool(toolScript('vitest'), { args: ['run', ...reporters], timeoutMs: minutes(13) }),
  );
}

/** Playwright's tests of one project, in the runtime that was found, on a display that lasts as long as they do. */
async function windowTests(project: string): Promise<Tally> {
  await ensureTestTools();
  const report = freshReport(`${project}.json`);
  const display = await openDisplay();
  try {
    const env = {
      ...display.env,
      PLAYWRIGHT_JSON_OUTPUT_FILE: report,
      ...(runtime === undefined ? {} : { LASESAL_ELECTRON_DIST: runtime.dist }),
    };
    const args = ['test', `--project=${project}`, '--reporter=list,json'];
    const ended = await runTool(toolScript('@playwright/test', 'playwright'), {
      args,
      env,
      timeoutMs: minutes(13),
    });
    return tallyPlaywright(report, ended);
  } finally {
    await display.close();
  }
}

async function packTestBuild(): Promise<Tally> {
  const args = [join(projectRoot, 'main', 'launch', 'dist.ts'), '--test'];
  const env = runtime === undefined ? {} : { LASESAL_ELECTRON_DIST: runtime.dist };
  const ended = await runTool(toolScript('tsx'), { args, env, timeoutMs: minutes(5) });
  return ended.code === 0 ? onePassed : oneFailed;
}

/** A place for a report, with no older one there that could be taken for this run's. */
function freshReport(name: string): string {
  const report = join(places.artifacts, 'test', name);
  rmSync(report, { force: true });
  mkdirSync(dirname(report), { recursive: true });
  return report;
}

async function runTool(
  script: string,
  how: { readonly args: readonly string[]; readonly env?: NodeJS.ProcessEnv; readonly timeoutMs: number },
): Promise<Outcome> {
  const { args, env, timeoutMs } = how;
  return run({ file: process.execPath, args: [script, ...args], env: { ...process.env, ...env }, timeoutMs });
}
