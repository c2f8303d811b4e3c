import { execFile } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { createRequire } from 'node:module';
import { isDeepStrictEqual } from 'node:util';
import { LineLog, verifyPackage } from '../../../archive/index.ts';
import type { ChildReport, ChildTask } from './child.ts';
import { failures } from './faulty-disk.ts';
import type { Failure, Fault } from './faulty-disk.ts';
import { makeChain } from './packages.ts';
import { openLibrary, scenarios } from './scenarios.ts';
import type { Ground } from './scenarios.ts';

/** One way to fail at one step of one scenario. */
export interface CrashPoint {
  readonly scenario: string;
  readonly how: Failure;
  /** From 1. */
  readonly at: number;
  /** What is done there, and to what. */
  readonly step: string;
}

/** What a person keeps, as it is found when the app is opened again. */
interface Kept {
  /** The pointer without its instants. */
  readonly library: unknown;
  /** Of each installed package: its identity, and whether it is whole. */
  readonly packages: Readonly<Record<string, boolean>>;
  readonly notes: readonly unknown[];
  /** A file that is none of the app's. */
  readonly mine: string;
  /** Every other name that is there: nothing may be left of what was broken off. */
  readonly names: readonly string[];
}

interface Prepared {
  readonly before: string;
  readonly kept: { readonly before: Kept; readonly after: Kept };
  readonly steps: readonly string[];
}

/** A disk that fails at any step, under scenarios each of which may only happen whole or not at all. */
export class CrashGround {
  readonly #root = mkdtempSync(join(tmpdir(), 'lasesal-crash-'));
  readonly #prepared = new Map<string, Prepared>();
  #packages: readonly string[] = [];
  #next = 0;

  /** Runs each scenario once on a sound disk, to know its steps and what it comes to. */
  static async prepare(names: readonly string[] = whole()): Promise<CrashGround> {
    const ground = new CrashGround();
    ground.#packages = await makeChain(join(ground.#root, 'stick'));
    for (const name of names) await ground.#prepare(name);
    return ground;
  }

  /** Every point there is. Only a write can be half done. */
  get points(): readonly CrashPoint[] {
    return [...this.#prepared].flatMap(([scenario, { steps }]) =>
      [...steps, END].flatMap((step, n) =>
        failures.filter((how) => isPossible(how, step)).map((how) => ({ scenario, how, at: n + 1, step })),
      ),
    );
  }

  /**
   * Fails at a point, opens again, and looks.
   *
   * @param look what to do with the folder before anything of ours has opened it again, if anything.
   * @returns what went wrong; null when everything is as it was before or as it was to be.
   */
  async fail(
    point: CrashPoint,
    look: (userData: string) => Promise<void> = async () => undefined,
  ): Promise<string | null> {
    const { before, kept } = this.#prepared.get(point.scenario) as Prepared;
    const userData = this.#copyOf(before);
    try {
      const ended = await this.#child(point.scenario, userData, {
        root: userData,
        at: point.at,
        how: point.how,
      });
      const lived = point.how === 'EIO' || point.how === 'ENOSPC';
      if (ended.crash !== null) return `it crashed: ${ended.crash}`;
      if (!lived && ended.report !== null) return 'it was to be killed and lived';
      await look(userData);
      const now = await keptIn(userData).catch((error: unknown) => String(error));
      if (isDeepStrictEqual(now, kept.after)) return null;
      if (point.step === END) return `what was done is lost: ${JSON.stringify(now)}`;
      if (isDeepStrictEqual(now, kept.before)) return null;
      return `neither the old nor the new: ${JSON.stringify(now)}`;
    } finally {
      rmSync(userData, { recursive: true, force: true });
    }
  }

  close(): void {
    rmSync(this.#root, { recursive: true, force: true });
  }

  async #prepare(name: string): Promise<void> {
    const scenario = scenarios[name];
    if (scenario === undefined) throw new Error(`no scenario ${name}`);
    const userData = this.#copyOf(null);
    for (const former of scenario.after) await this.#whole(former, userData);
    const before = this.#copyOf(userData);
    const keptBefore = await keptIn(userData);
    const steps = await this.#whole(name, userData);
    const kept = { before: keptBefore, after: await keptIn(userData) };
    if (isDeepStrictEqual(kept.before, kept.after)) throw new Error(`${name} changes nothing`);
    this.#prepared.set(name, { before, kept, steps });
    rmSync(userData, { recursive: true, force: true });
  }

  async #whole(name: string, userData: string): Promise<readonly string[]> {
    const { report, crash } = await this.#child(name, userData, { root: userData, at: 0, how: 'kill' });
    if (report === null || report.problem !== null)
      throw new Error(`${name} fails on a sound disk: ${report?.problem ?? crash ?? ''}`);
    return report.steps;
  }

  #copyOf(from: string | null): string {
    const path = join(this.#root, `ground-${(this.#next += 1)}`);
    if (from === null) {
      mkdirSync(path);
      writeFileSync(join(path, 'mine.txt'), 'mine');
    } else cpSync(from, path, { recursive: true, verbatimSymlinks: true });
    return path;
  }

  async #child(scenario: string, userData: string, fault: Fault): Promise<Ended> {
    const ground: Ground = { userData, packages: this.#packages };
    return await runChild({ scenario, ground, fault });
  }
}

/** Behind the last step: what was told to be done must last. */
const END = 'end';

/** Only a write can be half done, and only a loss of power comes too late for anything else. */
function isPossible(how: Failure, step: string): boolean {
  if (step === END) return how === 'power';
  return how !== 'torn' || step.startsWith('write ');
}

function whole(): readonly string[] {
  return Object.entries(scenarios).flatMap(([name, { isPreparation }]) =>
    isPreparation === true ? [] : [name],
  );
}

interface Ended {
  /** Null when it was killed. */
  readonly report: ChildReport | null;
  /** What it said when it ended in a way that is neither. */
  readonly crash: string | null;
}

const CHILD = fileURLToPath(new URL('./child.ts', import.meta.url));
const TSX = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href;
/** A child that takes longer hangs. */
const CHILD_MS = 120_000;

async function runChild(task: ChildTask): Promise<Ended> {
  return await new Promise((resolve) => {
    const args = ['--import', TSX, CHILD, JSON.stringify(task)];
    execFile(
      process.execPath,
      args,
      { timeout: CHILD_MS, killSignal: 'SIGTERM' },
      (error, stdout, stderr) => {
        if (error === null) resolve({ report: JSON.parse(stdout) as ChildReport, crash: null });
        else if (error.signal === 'SIGKILL') resolve({ report: null, crash: null });
        else resolve({ report: null, crash: error.signal === 'SIGTERM' ? 'it hangs' : stderr });
      },
    );
  });
}

/** Opens everything again, as the app does, and tells what is there. */
async function keptIn(userData: string): Promise<Kept> {
  const library = await openLibrary(userData);
  const packages: Record<string, boolean> = {};
  for (const { identity } of library.installed()) {
    const report = await verifyPackage(library.packageFolder(identity));
    packages[identity] = report.ok && report.identity === identity;
  }
  return {
    library: withoutInstants(library.state()),
    packages,
    notes: notesIn(userData),
    mine: readFileSync(join(userData, 'mine.txt'), 'utf8'),
    names: otherNames(userData),
  };
}

/** The last value of each key, as the store of the app reads them; a torn line is healed on the way. */
function notesIn(userData: string): readonly unknown[] {
  const path = join(userData, 'personal', 'reader.log');
  if (!existsSync(join(userData, 'personal'))) return [];
  const { log, values, problems } = LineLog.open(path);
  log.close();
  if (problems.length > 0) return problems;
  return [...new Map(values.map((value) => [(value as { key: string }).key, value])).values()];
}

function withoutInstants(state: unknown): unknown {
  const instants = new Set(['importedAt', 'addedAt']);
  return JSON.parse(JSON.stringify(state, (key, value: unknown) => (instants.has(key) ? null : value)));
}

/** Where what a person keeps lies; it is looked at by itself. */
const LOOKED_AT = new Set(['library.json', 'mine.txt']);

function otherNames(userData: string): readonly string[] {
  const inside = (folder: string): readonly string[] =>
    existsSync(join(userData, folder))
      ? readdirSync(join(userData, folder)).map((name) => `${folder}/${name}`)
      : [];
  const top = readdirSync(userData, { withFileTypes: true })
    .filter((one) => !one.isDirectory() && !LOOKED_AT.has(one.name))
    .map(({ name }) => name);
  const personal = inside('personal').filter(
    (name) => name !== 'personal/reader.log' && name !== 'personal/reader.log.new',
  );
  return [
    ...top,
    ...inside('packages'),
    ...inside('staging'),
    ...inside('quarantine'),
    ...personal,
  ].toSorted();
}
