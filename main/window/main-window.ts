import { join } from 'node:path';
import { BrowserWindow, nativeTheme, screen } from 'electron';
import type { Rectangle, Session } from 'electron';
import type { Settings } from '../contract/index.ts';
import { APP_ORIGIN } from '../security/app-protocol.ts';
import { sealedPreferences } from '../security/sealed-preferences.ts';
import { paperOf } from './native-theme.ts';

const NORMAL = { width: 1440, height: 900 };
const LEAST = { width: 400, height: 480 };

export interface WindowOptions {
  readonly session: Session;
  /** Bounds (device-independent pixels) kept from last time, as data from outside. */
  readonly bounds: unknown;
  readonly theme: Settings['theme'];
}

/** The one window: sandboxed, isolated, without Node, showing our own page. Not yet shown. */
export function createMainWindow(options: WindowOptions): BrowserWindow {
  const window = new BrowserWindow({
    ...(keptBounds(options.bounds) ?? fitting()),
    minWidth: LEAST.width,
    minHeight: LEAST.height,
    show: false,
    title: 'Läsesal',
    icon: join(import.meta.dirname, '../renderer/icon.png'),
    backgroundColor: paperOf(options.theme, nativeTheme.shouldUseDarkColors),
    webPreferences: {
      session: options.session,
      preload: join(import.meta.dirname, '../preload/index.cjs'),
      ...sealedPreferences,
    },
  });
  window.once('ready-to-show', () => window.show());
  return window;
}

/** Loads our page; settles when it is there. */
export async function loadApp(window: BrowserWindow): Promise<void> {
  await window.loadURL(`${APP_ORIGIN}/index.html`);
}

/** Bounds from last time, when they are bounds and a screen still shows them; null otherwise. */
function keptBounds(bounds: unknown): Rectangle | null {
  if (typeof bounds !== 'object' || bounds === null) return null;
  const read = (key: string): number | null => {
    const value: unknown = Reflect.get(bounds, key);
    return typeof value === 'number' && Number.isFinite(value) ? Math.round(value) : null;
  };
  const [x, y, width, height] = [read('x'), read('y'), read('width'), read('height')];
  if (x === null || y === null || width === null || height === null) return null;
  if (width < LEAST.width || height < LEAST.height) return null;
  const { workArea } = screen.getDisplayMatching({ x, y, width, height });
  const visible =
    x < workArea.x + workArea.width &&
    x + width > workArea.x &&
    y < workArea.y + workArea.height &&
    y >= workArea.y - height;
  return visible ? { x, y, width, height } : null;
}

function fitting(): { width: number; height: number } {
  const { workAreaSize } = screen.getPrimaryDisplay();
  return {
    width: Math.min(NORMAL.width, workAreaSize.width),
    height: Math.min(NORMAL.height, workAreaSize.height),
  };
}
