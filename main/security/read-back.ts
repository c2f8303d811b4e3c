import { dialog } from 'electron';
import type { App, Session } from 'electron';
import { missingSwitches } from './switches.ts';

const DEAD = 'PROXY 127.0.0.1:9';
/** One address abroad, one on this machine: both must meet the dead proxy. */
const PROBES = ['https://example.org/', 'http://127.0.0.1/'];
const ATTEMPTS = 40;
const BETWEEN_ATTEMPTS_MS = 50;

/**
 * Reads back from the running process what keeps it off the network. Where a guard is not in force the app does
 * not open: it says so, in both languages, and ends with exit code 1. True when all is in force.
 */
export async function guardsAreInForce(app: App, session: Session): Promise<boolean> {
  const missing = [...missingSwitches(app.commandLine), ...(await leakingProbes(session))];
  if (missing.length === 0) return true;
  dialog.showErrorBox(
    'Läsesal',
    `Läsesal öppnades inte: ett skydd mot nätet gäller inte (${missing.join(', ')}). Inget har ändrats.\n\n` +
      `Läsesal did not open: a guard against the network is not in force (${missing.join(', ')}). Nothing was changed.`,
  );
  app.exit(1);
  return false;
}

/** The probes that do not meet the dead proxy. A session takes its proxy over in its own time, so it is asked again. */
async function leakingProbes(session: Session): Promise<readonly string[]> {
  for (let attempt = 1; ; attempt += 1) {
    const leaking = await probe(session);
    if (leaking.length === 0 || attempt === ATTEMPTS) return leaking;
    await new Promise((resolve) => setTimeout(resolve, BETWEEN_ATTEMPTS_MS));
  }
}

async function probe(session: Session): Promise<readonly string[]> {
  const answers = await Promise.all(PROBES.map(async (address) => await session.resolveProxy(address)));
  return PROBES.flatMap((address, index) =>
    answers[index] === DEAD ? [] : [`${address} → ${answers[index]}`],
  );
}
