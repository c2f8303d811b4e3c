import { dialog } from 'electron';
import type { App } from 'electron';

/** A sentence in both languages of the app: before there is a window nobody has chosen one. */
export interface Words {
  readonly sv: string;
  readonly en: string;
}

/** Says why the app does not open, in a box or, before there can be one, on standard error; ends it with exit code 1. */
export function refuseToOpen(app: App, { sv, en }: Words): void {
  dialog.showErrorBox('Läsesal', `${sv}\n\n${en}`);
  app.exit(1);
}
