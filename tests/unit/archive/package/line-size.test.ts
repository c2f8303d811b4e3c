import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { MAX_JSON_VALUES, MAX_LINE_BYTES } from '../../../../archive/package/bounds.ts';
import { buildPackage } from '../../../../archive/package/build.ts';
import { fitsLine } from '../../../../archive/package/line-size.ts';
import { verifyPackage } from '../../../../archive/package/verify.ts';
import { saidOf } from './said.ts';
import { smallRegister, temporaryFolder, writeSmallArchive } from './small-archive.ts';

describe('what a page says', () => {
  it('can be long, and not longer than a reader would take', () => {
    expect(fitsLine(saidOf({ title: 'x'.repeat(MAX_LINE_BYTES / 3) }))).toBe(true);
    expect(fitsLine(saidOf({ title: 'x'.repeat(MAX_LINE_BYTES / 2) }))).toBe(false);
    expect(fitsLine(saidOf({ title: 'å'.repeat(MAX_LINE_BYTES / 4) }))).toBe(false);
  });

  it('can have many parts, and not more than a reader would take', () => {
    const tags = (count: number) =>
      Array.from({ length: count }, () => ({ role: 'type', code: '', label: '' }) as const);
    expect(fitsLine(saidOf({ tags: tags(MAX_JSON_VALUES / 8) }))).toBe(true);
    expect(fitsLine(saidOf({ tags: tags(MAX_JSON_VALUES / 2) }))).toBe(false);
  });

  it('is left out and told where it is too long, and the package is one that is read', async () => {
    const root = temporaryFolder();
    const page = `Pressmeddelande från Energidepartementet\n\nEn mycket lång sida\n\n${'ord '.repeat(2 << 20)}\n`;
    writeSmallArchive(join(root, 'in'), { 'sidor/lang.txt': page });
    const out = join(root, 'bag');
    const report = await buildPackage({ sources: [join(root, 'in')], out, defaultRegister: smallRegister });
    expect(JSON.stringify(report)).toMatch(
      /"source-unreadable","file":"sidor\/lang\.txt","params":\{"reason":"too-large"/u,
    );
    expect(await verifyPackage(out)).toMatchObject({ ok: true });
    rmSync(root, { recursive: true, force: true });
  });
});
