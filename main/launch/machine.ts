import { hasRealDisplay } from './display.ts';
import { resolveRuntime, type Runtime } from './runtime.ts';
import { ensureSystemPackages } from './system-packages.ts';

/**
 * Makes this machine one that Electron can run on: a runtime, the system's libraries, a way to a display.
 * @returns the runtime to start
 * @throws Error with a sentence that says what is missing and what to do
 */
export async function readyMachine(): Promise<Runtime> {
  const runtime = await resolveRuntime();
  await ensureSystemPackages({
    executable: runtime.executable,
    virtualDisplay: !(await hasRealDisplay()),
  });
  return runtime;
}
