import { readFileSync, writeFileSync } from 'node:fs';
import { hostname, uptime } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { isSystemError } from './system-error.ts';

/**
 * Whose a working folder or a lock is. What a killed process left can be cleared away; what another machine's
 * process works on, on a shared disk, cannot be judged from here and is left alone.
 */
const ownerSchema = z.object({
  host: z.string(),
  process: z.number().int().positive(),
  /** What no other process of this number has in common with it, where the system tells. */
  started: z.string().nullable().default(null),
  /** When it was written, in ms since 1970. */
  at: z.number().default(Number.POSITIVE_INFINITY),
});

export type Owner = z.infer<typeof ownerSchema>;

const OWNER_FILE = 'owner.json';

/** A clock that was set meanwhile, or a slow start, is not taken for a restart of the machine. */
const DOUBT_MS = 300_000;

/** This process, now. */
export function thisProcess(): Owner {
  return { host: hostname(), process: process.pid, started: startOf(process.pid), at: Date.now() };
}

/** An owner as it was written; null when that cannot be read. */
export function parseOwner(text: string): Owner | null {
  try {
    return ownerSchema.parse(JSON.parse(text));
  } catch {
    return null;
  }
}

/** Whether an owner ran on this machine and runs no more. */
export function isGone(owner: Owner): boolean {
  if (owner.host !== hostname()) return false;
  if (!isAlive(owner.process)) return true;
  // The number may have gone to another process since.
  const started = startOf(owner.process);
  if (owner.started !== null && started !== null) return owner.started !== started;
  return owner.at < Date.now() - uptime() * 1000 - DOUBT_MS;
}

/** Writes down in a working folder that it is this process's. */
export function markOwner(folder: string): void {
  writeFileSync(join(folder, OWNER_FILE), JSON.stringify(thisProcess()));
}

/** The owner of a working folder; null when it names none, or not in a way that can be read. */
export function ownerOf(folder: string): Owner | null {
  try {
    return parseOwner(readFileSync(join(folder, OWNER_FILE), 'utf8'));
  } catch {
    return null;
  }
}

/** Whether the owner of a working folder is gone. One that names no owner is nobody's to clear away. */
export function isAbandoned(folder: string): boolean {
  const owner = ownerOf(folder);
  return owner !== null && isGone(owner);
}

function isAlive(number: number): boolean {
  try {
    process.kill(number, 0);
    return true;
  } catch (error) {
    // No permission to signal it means that it is there.
    return isSystemError(error) ? error.code !== 'ESRCH' : true;
  }
}

/** On Linux: which start of the machine, and when in it the process began. Null where that cannot be told. */
function startOf(number: number): string | null {
  try {
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
    const stat = readFileSync(`/proc/${number}/stat`, 'utf8');
    // The name, in parentheses, may hold anything; the start is the twentieth field behind it.
    const began = stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19];
    return began === undefined ? null : `${boot} ${began}`;
  } catch {
    return null;
  }
}
