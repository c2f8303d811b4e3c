import type { OutDialogs } from './out-desk.ts';
import type { WorkDialogs } from './work/work-exchange.ts';

/** Asks the person for files and folders, beginning where she was last; null when she chose none. */
export interface Dialogs extends WorkDialogs, OutDialogs {
  readonly packageFolder: (from: string | null) => Promise<string | null>;
  readonly imports: (what: 'file' | 'folder', from: string | null) => Promise<readonly string[] | null>;
  readonly keyFile: (from: string | null) => Promise<string | null>;
  /** Asks for the name of a new file; `name` is proposed. */
  readonly certificate: (from: string | null, name: string) => Promise<string | null>;
}
