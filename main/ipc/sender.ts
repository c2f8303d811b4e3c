import type { IpcMainInvokeEvent, WebContents } from 'electron';
import { APP_ORIGIN } from '../security/app-protocol.ts';

/**
 * Whether a call comes from the main frame of a window of ours that shows our own page. A frame that is gone or
 * detached, a sub-frame, another page or another window is refused. Read at once: the frame may go any moment.
 */
export function isTrustedSender(event: IpcMainInvokeEvent, windows: ReadonlySet<WebContents>): boolean {
  const frame = event.senderFrame;
  if (frame === null || frame.detached) return false;
  if (!windows.has(event.sender) || frame !== event.sender.mainFrame) return false;
  return new URL(frame.url).origin === APP_ORIGIN || frame.url.startsWith(`${APP_ORIGIN}/`);
}
