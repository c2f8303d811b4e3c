import type { IpcMainInvokeEvent, WebContents } from 'electron';
import { APP_ORIGIN } from '../security/app-protocol.ts';

/** Why a sender is not trusted. */
export type SenderFault = 'no-frame' | 'sub-frame' | 'foreign-window' | 'foreign-page';

/**
 * What is wrong with who calls: only the main frame of a window of ours that shows our own page may. Null when
 * nothing is. Read at once: the frame may go any moment.
 */
export function senderFault(
  event: Pick<IpcMainInvokeEvent, 'sender' | 'senderFrame'>,
  windows: ReadonlySet<WebContents>,
): SenderFault | null {
  const frame = event.senderFrame;
  if (frame === null || frame.detached) return 'no-frame';
  if (frame !== event.sender.mainFrame) return 'sub-frame';
  if (!windows.has(event.sender)) return 'foreign-window';
  return frame.url.startsWith(`${APP_ORIGIN}/`) ? null : 'foreign-page';
}
