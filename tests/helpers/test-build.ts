import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run } from '../../main/launch/command.ts';
import { isStale } from '../../main/launch/freshness.ts';
import { builtExecutable, testBuild } from '../../main/launch/packaging.ts';
import { isRoot, projectRoot, toolScript } from '../../main/launch/project.ts';

/** Somebody with no rights at all, under whose name the app can be started by root. */
export const nobody = 65534;
export const asNobody = ['setpriv', '--reuid', `${nobody}`, '--regid', `${nobody}`, '--clear-groups'];

/** How long packing twice may take. */
export const PACKING_MS = 400_000;

/** Packs the app for tests, in both its forms, when what it is made of has changed. Throws with what was said. */
export async function ensureTestBuild(): Promise<void> {
  if (!isStale(testBuild)) return;
  const dist = join(projectRoot, 'main', 'launch', 'dist.ts');
  const args = [toolScript('tsx'), dist, '--test'];
  const ended = await run({ file: process.execPath, args, output: 'keep' });
  if (ended.code !== 0) throw new Error(ended.output);
}

/** Why the app cannot be started as an ordinary user, in Chromium's sandbox; null when it can. */
export async function whyNoOrdinaryUser(): Promise<string | null> {
  if (!isRoot()) return null;
  const [file = '', ...args] = asNobody;
  const reach = await run({
    file,
    args: [...args, 'test', '-x', builtExecutable('hardened')],
    output: 'keep',
  });
  if (reach.code !== 0) return 'no other user can reach this folder';
  const sandbox = await run({ file, args: [...args, 'unshare', '--user', 'true'], output: 'keep' });
  return sandbox.code === 0 ? null : 'no other user can make a sandbox here';
}

/** A folder that everyone may write to. */
export function folderForAll(): { readonly path: string; readonly remove: () => void } {
  const path = mkdtempSync(join(tmpdir(), 'lasesal-ordinary-'));
  chmodSync(path, 0o777);
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}
