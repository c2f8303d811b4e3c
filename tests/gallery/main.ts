import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { buildApp, buildExample } from '../../main/launch/prepare.ts';
import { places, projectRoot } from '../../main/launch/project.ts';
import { appear, drawn } from '../e2e/room-states.ts';
import { withPalette } from './palette-png.ts';
import { shownWith } from './shots.ts';
import type { GalleryRoom, Look, Shot, World } from './shots.ts';
import { worlds } from './worlds.ts';

const committed = join(projectRoot, 'docs', 'screens');
const all = join(places.artifacts, 'screens');

interface Order {
  /** A package to make pictures of besides the example archive; they are not for handing on. */
  readonly packageDir: string | null;
  /** Only the few for docs/screens/, there. */
  readonly docs: boolean;
  /** Only states whose names have this in them. */
  readonly only: string | null;
}

/**
 * `npm run screens`: the real app in every state, width, theme and language, as pictures in artifacts/screens/.
 * `--docs` makes anew the few that are committed; `--package DIR` shows another archive too; `--only NAME` some states.
 */
async function makeScreens(order: Order): Promise<void> {
  await buildApp();
  await buildExample();
  const home = order.docs ? committed : all;
  mkdirSync(home, { recursive: true });
  if (order.docs && order.only === null) for (const name of readdirSync(home)) rmSync(join(home, name));
  for (const world of worlds(order.packageDir)) await makeWorld(world, { order, home });
}

async function makeWorld(
  world: World,
  { order, home }: { readonly order: Order; readonly home: string },
): Promise<void> {
  const shots = world.shots.filter(
    ({ name, docs }) =>
      (!order.docs || docs !== undefined) && (order.only === null || name.includes(order.only)),
  );
  if (shots.length === 0) return;
  const scratch = mkdtempSync(join(tmpdir(), 'lasesal-screens-'));
  try {
    await shownWith(world, scratch, async (room) => {
      for (const shot of shots) {
        try {
          await makeShot(shot, room, { order, home });
          console.log(`${world.name}: ${shot.name}`);
        } catch (error) {
          // The other pictures are made all the same.
          console.error(`${world.name}: ${shot.name} was not shown:`, error);
          process.exitCode = 1;
        }
      }
    });
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

async function makeShot(
  shot: Shot,
  room: GalleryRoom,
  { order, home }: { readonly order: Order; readonly home: string },
): Promise<void> {
  const looks = order.docs ? (shot.docs ?? []) : shot.looks;
  for (const language of ['sv', 'en'] as const) {
    const own = looks.filter((look) => look.language === language);
    if (own.length === 0) continue;
    await appear(room, { language });
    await shot.begin(room);
    for (const look of own) {
      await room.appear(look);
      if (shot.inSight !== undefined) await room.window.locator(shot.inSight).scrollIntoViewIfNeeded();
      await drawn(room.window);
      await room.window.waitForTimeout(150);
      const picture = await room.picture();
      const file = join(home, `${nameOf(shot, look, order.docs)}.png`);
      writeFileSync(file, order.docs ? withPalette(picture) : picture);
    }
    await shot.end(room);
  }
}

function nameOf(shot: Shot, look: Look, docs: boolean): string {
  const zoom = look.zoom === undefined ? '' : `-zoom${look.zoom * 100}`;
  const parts = [shot.name, look.theme, look.language, `${look.width}${zoom}`];
  return docs
    ? parts.filter((part) => part !== 'light' && part !== 'sv' && part !== '1440').join('-')
    : parts.join('-');
}

function readOrder(argv: readonly string[]): Order {
  const valueOf = (option: string): string | null => {
    const at = argv.indexOf(option);
    return at === -1 ? null : (argv[at + 1] ?? null);
  };
  const packageDir = valueOf('--package');
  const docs = argv.includes('--docs');
  if (docs && packageDir !== null) throw new Error('only pictures of the example archive are committed');
  const from = process.env['INIT_CWD'] ?? process.cwd();
  return {
    docs,
    only: valueOf('--only'),
    packageDir: packageDir === null ? null : resolve(from, packageDir),
  };
}

try {
  await makeScreens(readOrder(process.argv.slice(2)));
  const size = readdirSync(committed).reduce(
    (sum, name) => sum + readFileSync(join(committed, name)).length,
    0,
  );
  console.log(`docs/screens/ holds ${Math.round(size / 1024)} kB.`);
} catch (error) {
  console.error(error);
  process.exitCode = 1;
}
process.exit();
