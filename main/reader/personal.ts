import { settingsSchema, viewStateSchema } from '../contract/index.ts';
import type { Settings, ViewState } from '../contract/index.ts';
import type { Store } from './store.ts';

export const defaultSettings: Settings = { language: 'sv', theme: 'system', textSize: 100 };

/** The reader's own data by name, parsed on the way out: what is on the disk is data from outside. */
export class Personal {
  readonly #store: Store;

  constructor(store: Store) {
    this.#store = store;
  }

  get settings(): Settings {
    const parsed = settingsSchema.safeParse(this.#store.get('settings'));
    return parsed.success ? parsed.data : defaultSettings;
  }

  saveSettings(settings: Settings): void {
    this.#store.set('settings', settings);
  }

  get viewState(): ViewState | null {
    const parsed = viewStateSchema.safeParse(this.#store.get('viewState'));
    return parsed.success ? parsed.data : null;
  }

  saveViewState(state: ViewState): void {
    this.#store.set('viewState', state);
  }

  /** The folder that something was chosen from last; null when nothing was. */
  get lastFolder(): string | null {
    const path = this.#store.get('lastFolder');
    return typeof path === 'string' ? path : null;
  }

  saveLastFolder(path: string): void {
    this.#store.set('lastFolder', path);
  }
}
