import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { icnsFile, icnsSizes, icoFile } from '../../../../main/launch/icons/containers.ts';
import { projectRoot } from '../../../../main/launch/project.ts';

const packaging = join(projectRoot, 'main', 'launch', 'packaging');
const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/** Width and height of a PNG, as its first block tells them. */
function sizeOf(png: Buffer): readonly [number, number] {
  expect(png.subarray(0, 8)).toEqual(SIGNATURE);
  return [png.readUInt32BE(16), png.readUInt32BE(20)];
}

/** The pictures of an .ico, read from its bytes by the format's description. */
function picturesIn(ico: Buffer): readonly { readonly told: number; readonly png: Buffer }[] {
  expect([ico.readUInt16LE(0), ico.readUInt16LE(2)]).toEqual([0, 1]);
  return Array.from({ length: ico.readUInt16LE(4) }, (_, index) => {
    const at = 6 + 16 * index;
    const [length, offset] = [ico.readUInt32LE(at + 8), ico.readUInt32LE(at + 12)];
    return { told: ico.readUInt8(at) || 256, png: ico.subarray(offset, offset + length) };
  });
}

/** The blocks of an .icns. */
function blocksIn(icns: Buffer): readonly { readonly kind: string; readonly content: Buffer }[] {
  expect(icns.toString('latin1', 0, 4)).toBe('icns');
  expect(icns.readUInt32BE(4)).toBe(icns.length);
  const blocks: { kind: string; content: Buffer }[] = [];
  for (let at = 8; at < icns.length; at += icns.readUInt32BE(at + 4))
    blocks.push({
      kind: icns.toString('latin1', at, at + 4),
      content: icns.subarray(at + 8, at + icns.readUInt32BE(at + 4)),
    });
  return blocks;
}

describe('the icon as it is committed', () => {
  it('has a PNG of every size from 16 to 1024, each as large as its name says', () => {
    const names = readdirSync(join(packaging, 'icons'));
    expect(names).toHaveLength(9);
    for (const name of names) {
      const size = Number(name.split('x')[0]);
      expect([name, ...sizeOf(readFileSync(join(packaging, 'icons', name)))]).toEqual([name, size, size]);
    }
  });

  it('is an .ico whose entries are as large as they tell, the smallest the drawing for small sizes', () => {
    const pictures = picturesIn(readFileSync(join(packaging, 'icon.ico')));
    expect(pictures.map(({ told }) => told)).toEqual([16, 24, 32, 48, 64, 128, 256]);
    for (const { told, png } of pictures) expect(sizeOf(png)).toEqual([told, told]);
    expect(pictures[0]?.png).toEqual(readFileSync(join(packaging, 'icons', '16x16.png')));
  });

  it('is an .icns with the sizes of plain and of double screens', () => {
    const blocks = blocksIn(readFileSync(join(packaging, 'icon.icns')));
    const sizes = Object.fromEntries(blocks.map(({ kind, content }) => [kind, sizeOf(content)[0]]));
    expect(sizes).toEqual({
      ic11: 32,
      ic12: 64,
      ic07: 128,
      ic08: 256,
      ic13: 256,
      ic09: 512,
      ic14: 512,
      ic10: 1024,
    });
  });
});

describe('a container', () => {
  it('refuses a size that it cannot tell', () => {
    const png = new Uint8Array(1);
    expect(() => icoFile([{ size: 512, png }])).toThrow('512');
    expect(() => icnsFile([{ size: 48, png }])).toThrow('48');
    expect(icnsSizes).not.toContain(48);
  });
});
