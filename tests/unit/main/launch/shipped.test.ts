import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { foldersOf, shippedFrom } from '../../../../main/launch/shipped.ts';

let root: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'lasesal-shipped-'));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

function module(id: string, renderedLength = 10): { modules: Record<string, { renderedLength: number }> } {
  return { modules: { [id]: { renderedLength } } };
}

describe('which packages a bundle has something of', () => {
  it('is told by its modules, scoped and nested ones too, and by the files of its assets', () => {
    const at = (path: string): string => join(root, 'node_modules', path);
    const found = foldersOf(
      [
        { type: 'chunk', ...module(`${at('react/index.js')}?v=1`) },
        { type: 'chunk', ...module(`\0${at('react/cjs/react.js')}?commonjs`) },
        { type: 'chunk', ...module(at('a/node_modules/@b/c/d.js')) },
        { type: 'chunk', ...module(at('shaken-off/index.js'), 0) },
        { type: 'chunk', ...module('\0rolldown/runtime.js') },
        { type: 'chunk', ...module(join(root, 'renderer', 'main.tsx')) },
        { type: 'asset', originalFileNames: ['../node_modules/@font/serif/files/serif.woff2'] },
      ],
      root,
    );
    expect(found).toEqual([at('react'), at('a/node_modules/@b/c'), at('rolldown'), at('@font/serif')]);
  });
});

describe('what is told of a package', () => {
  function make(manifest: object, files: Readonly<Record<string, string>>): string {
    const folder = join(root, 'one');
    mkdirSync(folder);
    writeFileSync(join(folder, 'package.json'), JSON.stringify(manifest));
    for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
    return folder;
  }
  const manifest = { name: 'one', version: '1.2.3', license: 'Apache-2.0' };

  it('is its licence word for word, and the notice that goes with it', () => {
    const folder = make(manifest, { 'LICENSE.md': 'You may.\n', NOTICE: 'By One.\n', 'licenses.js': '' });
    expect(shippedFrom(folder)).toEqual({
      name: 'one',
      version: '1.2.3',
      licence: 'Apache-2.0',
      text: 'You may.\n\nBy One.',
    });
  });

  it('must be there: the build stops at a package without', () => {
    expect(() => shippedFrom(make(manifest, { 'README.md': 'Apache-2.0' }))).toThrow(
      'no text of its licence',
    );
    rmSync(join(root, 'one'), { recursive: true });
    expect(() => shippedFrom(make({ ...manifest, license: undefined }, { LICENSE: 'x' }))).toThrow('one');
  });
});
