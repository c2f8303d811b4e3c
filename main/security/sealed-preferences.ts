import type { WebPreferences } from 'electron';

/** What every window of ours is made with: sandboxed, isolated, without Node, with nothing that Chromium adds by itself. */
export const sealedPreferences = {
  sandbox: true,
  contextIsolation: true,
  nodeIntegration: false,
  nodeIntegrationInWorker: false,
  nodeIntegrationInSubFrames: false,
  webSecurity: true,
  webviewTag: false,
  spellcheck: false,
  enableWebSQL: false,
  navigateOnDragDrop: false,
} as const satisfies WebPreferences;
