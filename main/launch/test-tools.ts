import { canInstall, installPackages, isOnPath } from './system-packages.ts';

/** Programs, not ours, that tests try our packages with; each is in Debian's package of its name. */
const testTools = ['minisign', 'unzip'];

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
    await installPackages(missing);
  } catch (error) {
    say(`${adviceFor(missing)}\n${error instanceof Error ? error.message : String(error)}`);
  }
}

/** Which of the programs this machine lacks. */
export function missingTools(has: (program: string) => boolean = isOnPath): readonly string[] {
  return testTools.filter((program) => !has(program));
}

function adviceFor(missing: readonly string[]): string {
  const names = missing.join(' ');
  return `Not tried against ${missing.join(' and ')}. On Debian 12: sudo apt-get install --yes ${names}`;
}
