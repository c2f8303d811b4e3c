import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run } from '../command.ts';
import { openDisplay } from '../display.ts';
import { isRoot, projectRoot } from '../project.ts';
import { resolveRuntime } from '../runtime.ts';
import { icnsFile, icnsSizes, icoFile } from './containers.ts';
import type { Picture } from './containers.ts';

const packaging = join(projectRoot, 'main', 'launch', 'packaging');
const inWindow = join(projectRoot, 'renderer', 'public');

/** Sizes at which the full drawing would be a blur. */
const MOST_SMALL = 24;
const linuxSizes = [16, 24, 32, 48, 64, 128, 256, 512, 1024];
const windowsSizes = [16, 24, 32, 48, 64, 128, 256];
/** The share of its square that a macOS icon fills. */
const MAC_SHARE = 824 / 1024;
const WINDOW_SIZE = 256;

type Drawing = 'full' | 'small' | 'mac';
interface Wanted {
  readonly drawing: Drawing;
  readonly size: number;
}

/** `npm run icons`: the icon in every size and container, from its two drawings. Without a network. */
async function makeIcons(): Promise<void> {
  const plain = linuxSizes.map((size): Wanted => ({ drawing: size <= MOST_SMALL ? 'small' : 'full', size }));
  const mac = icnsSizes.map((size): Wanted => ({ drawing: 'mac', size }));
  const drawn = await draw([...plain, ...mac]);
  const [pictures, macPictures] = [drawn.slice(0, plain.length), drawn.slice(plain.length)];
  mkdirSync(join(packaging, 'icons'), { recursive: true });
  for (const { size, png } of pictures) writeFileSync(join(packaging, 'icons', `${size}x${size}.png`), png);
  writeFileSync(
    join(packaging, 'icon.ico'),
    icoFile(pictures.filter(({ size }) => windowsSizes.includes(size))),
  );
  writeFileSync(join(packaging, 'icon.icns'), icnsFile(macPictures));
  const ofWindow = pictures.find(({ size }) => size === WINDOW_SIZE);
  if (ofWindow !== undefined) writeFileSync(join(inWindow, 'icon.png'), ofWindow.png);
}

/** The pictures wanted, in their order. */
async function draw(wanted: readonly Wanted[]): Promise<readonly Picture[]> {
  const scratch = mkdtempSync(join(tmpdir(), 'lasesal-icons-'));
  const runtime = await resolveRuntime();
  const display = await openDisplay();
  try {
    const outs = wanted.map((_, index) => join(scratch, `${index}.png`));
    const list = join(scratch, 'wanted.json');
    writeFileSync(
      list,
      JSON.stringify(
        wanted.map(({ drawing, size }, index) => ({ svg: svgOf(drawing), size, out: outs[index] })),
      ),
    );
    // A runtime takes a folder with a manifest.
    copyFileSync(join(import.meta.dirname, 'draw.mjs'), join(scratch, 'draw.mjs'));
    writeFileSync(
      join(scratch, 'package.json'),
      JSON.stringify({ name: 'icons', version: '1.0.0', type: 'module', main: 'draw.mjs' }),
    );
    const ended = await run({
      file: runtime.executable,
      args: [...(isRoot() ? ['--no-sandbox'] : []), `--user-data-dir=${scratch}`, scratch, list],
      env: { ...process.env, ...display.env },
      output: 'keep',
      timeoutMs: 120_000,
    });
    if (ended.code !== 0) throw new Error(`the icon was not drawn:\n${ended.output.trim()}`);
    return wanted.map(({ size }, index) => ({ size, png: readFileSync(outs[index] ?? '') }));
  } finally {
    await display.close();
    rmSync(scratch, { recursive: true, force: true });
  }
}

function svgOf(drawing: Drawing): string {
  if (drawing === 'small') return readFileSync(join(import.meta.dirname, 'icon-small.svg'), 'utf8');
  const full = readFileSync(join(inWindow, 'icon.svg'), 'utf8');
  return drawing === 'mac' ? withMargin(full) : full;
}

/** The drawing with the empty edge that macOS wants around it. */
function withMargin(svg: string): string {
  return svg.replace(/viewBox="0 0 (\d+) \d+"/, (_, side: string) => {
    const whole = Number(side) / MAC_SHARE;
    const edge = (whole - Number(side)) / 2;
    return `viewBox="${-edge} ${-edge} ${whole} ${whole}"`;
  });
}

try {
  await makeIcons();
} catch (error) {
  console.error(`The icons were not made: ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 1;
}
