import { canInstall, installPackages, isOnPath } from './system-packages.ts';

/** Programs, not ours, that tests try our packages with or watch the network by, and Debian's packages of them. */
const testTools: ReadonlyMap<string, string> = new Map([
  ['minisign', 'minisign'],
  ['unzip', 'unzip'],
  ['ip', 'iproute2'],
  ['tcpdump', 'tcpdump'],
]);

/**
 * Installs, where it may, the programs that tests compare with. Where it may not, or cannot, it says what is
 * missing: the tests that need it are skipped and counted as such.
 */
export async function ensureTestTools(say: (line: string) => void = console.log): Promise<void> {
  const missing = missingTools();
  if (missing.length === 0) return;
  if (!canInstall()) return say(adviceFor(missing));
  try {
    say(`Installing what tests compare with: ${missing.join(' ')}`);
    await installPackages(packagesOf(missing));
  } catch (error) {
    say(`${adviceFor(missing)}\n${error instanceof Error ? error.message : String(error)}`);
  }
}

/** Which of the programs this machine lacks. */
export function missingTools(has: (program: string) => boolean = isOnPath): readonly string[] {
  return [...testTools.keys()].filter((program) => !has(program));
}

function packagesOf(programs: readonly string[]): readonly string[] {
  return programs.map((program) => testTools.get(program) ?? program);
}

function adviceFor(missing: readonly string[]): string {
  const names = packagesOf(missing).join(' ');
  return `Not tried with ${missing.join(' and ')}. On Debian 12: sudo apt-get install --yes ${names}`;
}
