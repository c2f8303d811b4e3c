import { expect } from '@playwright/test';
import type { Locator, Page } from '@playwright/test';
import { launchApp } from '../helpers/electron.ts';
import type { LaunchOptions, LaunchedApp } from '../helpers/electron.ts';
import { resize } from './reading-room.ts';

/** What a person sees and does in the library. */
export interface LibraryRoom extends LaunchedApp {
  readonly screen: Locator;
  /** The sheet of an import in one of its phases. */
  readonly sheet: (phase: 'checking' | 'preview' | 'installing' | 'done' | 'failed') => Locator;
  readonly rows: Locator;
  /** What is open, in the head of the window. */
  readonly line: Locator;
}

/** Starts the app with the example archive, or with what is installed in `userData`, and waits for something to read. */
export async function openLibraryRoom(options: LaunchOptions = {}): Promise<LibraryRoom> {
  const launched = await launchApp(options);
  const { window } = launched;
  await resize(launched, 1440, 900);
  await expect(window.locator('.library-line')).toBeVisible({ timeout: 60_000 });
  return libraryRoomOf(launched);
}

/** The library's side of an app that runs. */
export function libraryRoomOf(launched: LaunchedApp): LibraryRoom {
  const { window } = launched;
  return {
    ...launched,
    screen: window.locator('main.library'),
    sheet: (phase) => window.locator(`.import[data-phase="${phase}"]`),
    rows: window.locator('.package-trigger'),
    line: window.locator('.library-line'),
  };
}

/** Chooses files as a person does: a button, the library's first unless another is named, and the system's dialog. */
export async function chooseFiles(
  room: LibraryRoom,
  paths: readonly string[],
  button: Locator = room.window.getByRole('button', { name: 'Importera filer …' }),
): Promise<void> {
  await room.app.evaluate(({ dialog }, filePaths) => {
    Object.assign(dialog, { showOpenDialog: async () => ({ canceled: false, filePaths: [...filePaths] }) });
  }, paths);
  if (!(await room.screen.isVisible())) await room.line.click();
  await button.click();
}

/** Says yes to everything that a preview asks, one by one, and imports. */
export async function acceptAll(room: LibraryRoom): Promise<void> {
  await expect(room.sheet('preview')).toBeVisible({ timeout: 60_000 });
  for (const tick of await room.window.locator('.decision > .tick').all()) await tick.click();
  await room.window.locator('.import-answer .button-main').click();
  await expect(room.sheet('done')).toBeVisible({ timeout: 60_000 });
}

/** Leaves the library and searches. */
export async function searchInstalled(room: LibraryRoom, query: string): Promise<Locator> {
  await room.window.getByRole('combobox').first().fill(query);
  await expect(room.screen).toHaveCount(0);
  return room.window.locator('[data-hit] h3');
}

/** The status as the window gets it. */
export async function statusOf(window: Page): Promise<Record<string, unknown>> {
  const reply: unknown = await window.evaluate(async () => {
    const bridge = Reflect.get(globalThis, 'lasesal') as Record<string, (a: unknown) => Promise<unknown>>;
    return await bridge['status']?.({});
  });
  return (reply as { readonly value: Record<string, unknown> }).value;
}
