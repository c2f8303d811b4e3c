import { net } from 'electron';
import type { App, Session, WebContents } from 'electron';
import { openNodeDoors } from './no-node-network.ts';
import { refuseToOpen } from './refusal.ts';
import { missingSwitches } from './switches.ts';

const DEAD = 'PROXY 127.0.0.1:9';
/** One address abroad, one on this machine: both must meet the dead proxy. */
const PROBES = ['https://example.org/', 'http://127.0.0.1/'];
/** A name that every machine knows without asking: it must not resolve here. */
const KNOWN_NAME = 'localhost';
/** Where the dead proxy would be: a request that is not cancelled goes no further than this machine. */
const REQUEST = 'http://127.0.0.1:9/';
const ATTEMPTS = 40;
const BETWEEN_ATTEMPTS_MS = 50;
/** The policy of WebRTC that every page has. */
const WEBRTC_POLICY = 'disable_non_proxied_udp';

/**
 * Reads back from the running process what keeps it off the network. Where a guard is not in force the app does
 * not open: it says so, in both languages, and ends with exit code 1. True when all is in force.
 */
export async function guardsAreInForce(app: App, session: Session): Promise<boolean> {
  return refuseWhere(app, await faultsOfGuards(app, session));
}

/** The same for what a window has of its own, before it shows anything. */
export function windowIsGuarded(app: App, contents: WebContents): boolean {
  return refuseWhere(app, faultsOfWindow(contents));
}

/** What is not in force in the process and its session, by name; empty when all is. */
export async function faultsOfGuards(app: App, session: Session): Promise<readonly string[]> {
  const [leaking, resolving, answering] = await Promise.all([
    leakingProbes(session),
    resolves(session),
    isAnswered(),
  ]);
  return [
    ...missingSwitches(app.commandLine),
    ...leaking,
    ...(resolving ? [`${KNOWN_NAME} →`] : []),
    ...(answering ? [`${REQUEST} →`] : []),
    ...(session.isSpellCheckerEnabled() ? ['spell checker'] : []),
    ...openNodeDoors(),
  ];
}

/** What is not in force in a window, by name; empty when all is. */
export function faultsOfWindow(contents: WebContents): readonly string[] {
  const policy = contents.getWebRTCIPHandlingPolicy();
  return policy === WEBRTC_POLICY ? [] : [`WebRTC: ${policy}`];
}

function refuseWhere(app: App, faults: readonly string[]): boolean {
  if (faults.length === 0) return true;
  const which = faults.join(', ');
  refuseToOpen(app, {
    sv: `Läsesal öppnades inte: ett skydd mot nätet gäller inte (${which}). Inget har ändrats.`,
    en: `Läsesal did not open: a guard against the network is not in force (${which}). Nothing was changed.`,
  });
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

async function resolves(session: Session): Promise<boolean> {
  try {
    await session.resolveHost(KNOWN_NAME);
    return true;
  } catch {
    return false;
  }
}

/** Whether a request gets past the canceller: then it is the dead proxy that ends it, and the error is another. */
async function isAnswered(): Promise<boolean> {
  try {
    await net.fetch(REQUEST);
    return true;
  } catch (error) {
    return !String(error).includes('ERR_BLOCKED_BY_CLIENT');
  }
}
