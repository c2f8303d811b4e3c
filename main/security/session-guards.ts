import type { App, Session } from 'electron';
import { APP_SCHEME } from './app-protocol.ts';

/** Copying text asks for this one permission; everything else is refused. */
const GRANTED = new Set(['clipboard-sanitized-write']);
const DEAD_PROXY = 'http://127.0.0.1:9';

const guarded = new WeakMap<Session, Promise<void>>();

/** Guards every session that comes into being, whoever makes it. Before the app is ready. */
export function guardSessions(app: App): void {
  app.on('session-created', (session) => void guardSession(session));
}

/** Every guard that a session has, before its first window; settles when all are in force. */
export async function guardSession(session: Session): Promise<void> {
  const guarding = guarded.get(session) ?? guard(session);
  guarded.set(session, guarding);
  await guarding;
}

async function guard(session: Session): Promise<void> {
  cancelForeignRequests(session);
  refuseFiles(session);
  refusePermissions(session);
  refuseDownloads(session);
  switchOffSpellChecker(session);
  spellUserAgentPlainly(session);
  await session.setProxy({
    mode: 'fixed_servers',
    proxyRules: DEAD_PROXY,
    proxyBypassRules: '<-loopback>',
  });
}

/** Whether a request may go: our own scheme, and inspection tools' own pages. */
export function isOwnRequest(address: string): boolean {
  return address.startsWith(`${APP_SCHEME}://`) || address.startsWith('devtools://');
}

function cancelForeignRequests(session: Session): void {
  session.webRequest.onBeforeRequest((details, callback) => {
    callback({ cancel: !isOwnRequest(details.url) });
  });
}

/** Requests of the main process to file: pass by the canceller above, so the scheme itself is closed. */
function refuseFiles(session: Session): void {
  session.protocol.handle('file', () => Response.error());
}

function refusePermissions(session: Session): void {
  session.setPermissionRequestHandler((_contents, permission, callback) => callback(GRANTED.has(permission)));
  session.setPermissionCheckHandler((_contents, permission) => GRANTED.has(permission));
  session.setDevicePermissionHandler(() => false);
}

function refuseDownloads(session: Session): void {
  session.on('will-download', (event) => event.preventDefault());
}

/** Chromium would fetch dictionaries from a server of its maker's. */
function switchOffSpellChecker(session: Session): void {
  session.setSpellCheckerEnabled(false);
  session.setSpellCheckerDictionaryDownloadURL(`${APP_SCHEME}://none/`);
}

/** The app's own name stands in the user agent, and a header cannot hold its ä: our own protocol would fail on it. */
function spellUserAgentPlainly(session: Session): void {
  const plain = session
    .getUserAgent()
    .normalize('NFD')
    .replace(/[^\x20-\x7e]/g, '');
  session.setUserAgent(plain);
}
