import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { basename, join } from 'node:path';
import { table } from './table.ts';

/**
 * `npm run bench [NAME…]`: runs the benches named, or all. A bench is a script of this folder that prints
 * Markdown; each runs in a process of its own, so that its memory is its own. One that lacks what it measures
 * says so in a line and exits with 0.
 */
const NOT_BENCHES = new Set(['run', 'table']);

function main(asked: readonly string[]): number {
  const all = readdirSync(import.meta.dirname)
    .filter((file) => file.endsWith('.ts'))
    .map((file) => basename(file, '.ts'))
    .filter((name) => !NOT_BENCHES.has(name));
  const unknown = asked.filter((name) => !all.includes(name));
  if (unknown.length > 0) {
    console.error(`There is no bench ${unknown.join(', ')}. There are: ${all.join(', ')}.`);
    return 2;
  }
  console.log(`${machineTable()}\n`);
  const failed = (asked.length === 0 ? all : asked).filter((name) => !runBench(name));
  for (const name of failed) console.error(`The bench ${name} failed.`);
  return failed.length === 0 ? 0 : 1;
}

function runBench(name: string): boolean {
  console.log(`## ${name}\n`);
  const script = join(import.meta.dirname, `${name}.ts`);
  const { status } = spawnSync(process.execPath, ['--import', 'tsx', script], { stdio: 'inherit' });
  console.log('');
  return status === 0;
}

/** What the figures were measured on: without it they say nothing. */
function machineTable(): string {
  const [cpu] = cpus();
  return table([
    {
      processor: cpu?.model ?? 'unknown',
      cores: cpus().length,
      'memory (GB)': totalmem() / 1e9,
      node: process.version,
      system: `${process.platform} ${process.arch}${existsSync('/.dockerenv') ? ' (container)' : ''}`,
    },
  ]);
}

process.exitCode = main(process.argv.slice(2));
