import { expect, test } from '@playwright/test';
import type { Page } from '@playwright/test';
import { launchApp } from '../../helpers/electron.ts';
import { countShown, readingRoomOf, settled } from '../reading-room.ts';
import { unnamedNodes } from '../what-is-shown.ts';

/** What a screen reader says when something takes the focus: its role and its name. */
async function heard(window: Page): Promise<string> {
  const session = await window.context().newCDPSession(window);
  try {
    const { nodes } = (await session.send('Accessibility.getFullAXTree')) as {
      readonly nodes: readonly {
        readonly role?: { readonly value: string };
        readonly name?: { readonly value: string };
        readonly properties?: readonly {
          readonly name: string;
          readonly value: { readonly value?: unknown };
        }[];
      }[];
    };
    const focused = nodes.filter(
      ({ properties, role }) =>
        role?.value !== 'RootWebArea' &&
        properties?.some(({ name, value }) => name === 'focused' && value.value === true),
    );
    const last = focused.at(-1);
    return `${last?.role?.value ?? 'nothing'}: ${last?.name?.value ?? ''}`;
  } finally {
    await session.detach();
  }
}

test('a newcomer finds her way by keyboard and screen reader alone', async () => {
  const room = readingRoomOf(await launchApp({ welcome: true }));
  const { window } = room;
  const press = (key: string): Promise<void> => window.keyboard.press(key);
  try {
    await expect(room.hits.first()).toBeVisible({ timeout: 60_000 });
    await expect(room.searchField).toBeFocused();
    expect(await heard(window)).toMatch(/^combobox: .+/u);
    expect(await unnamedNodes(window)).toEqual([]);

    // The welcome is found with the key that goes round the window, and sent away.
    await press('Shift+F6');
    expect(await heard(window)).toMatch(/^heading: .+/u);
    await press('Escape');
    await expect(window.locator('.welcome')).toHaveCount(0);
    await expect(room.searchField).toBeFocused();

    // What was found is said without looking for it.
    await window.keyboard.type('vindkraft');
    await settled(window);
    const count = await countShown(room);
    await expect(
      window
        .getByRole('status')
        .filter({ hasText: String(count) })
        .first(),
    ).toBeAttached();
    await press('Enter');
    const hit = await heard(window);
    expect(hit).toMatch(/^button: .+/u);
    await press('ArrowDown');
    expect(await heard(window)).not.toBe(hit);
    await press('Enter');
    await expect(room.release.locator('h1')).toBeVisible();
    await expect(window.locator('.reader-scroll')).toBeFocused();

    // Help names the keys; Esc gives the place back.
    await press('F1');
    await expect(window.getByRole('dialog')).toBeVisible();
    expect(await unnamedNodes(window)).toEqual([]);
    await press('Escape');
    await expect(window.getByRole('dialog')).toHaveCount(0);

    // Every stop of Tab has a name, until it comes round.
    await press('Control+k');
    const stops = new Set<string>();
    for (let tabs = 0; tabs < 25; tabs += 1) {
      await press('Tab');
      const said = await heard(window);
      expect(said, `after ${tabs + 1} tabs`).toMatch(/: \S/u);
      stops.add(said);
    }
    expect(stops.size).toBeGreaterThan(15);

    await press('Control+2');
    expect(await heard(window)).toMatch(/^heading: Personer/u);
    await press('Alt+ArrowLeft');
    await expect(room.release.locator('h1')).toBeVisible();
  } finally {
    await room.close();
  }
});
