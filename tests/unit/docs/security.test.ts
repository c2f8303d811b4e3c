import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { projectRoot } from '../../../main/launch/project.ts';

const docs = join(projectRoot, 'docs');
// What was taken away by hand is a record and has a table of its own.
const [controls = ''] = readFileSync(join(docs, 'security.md'), 'utf8').split('## Controls taken away');
const rows = controls
  .split('\n')
  .filter((line) => line.startsWith('|') && !/^\|[\s|-]+$/u.test(line))
  .map((line) =>
    line
      .slice(1, -1)
      .split('|')
      .map((cell) => cell.trim()),
  )
  .filter(([head]) => head !== 'what is at stake');

/** The tests that a cell names: `[name](file): “title”, “title”; [name](file): “title”`. */
function testsIn(cell: string): readonly { readonly file: string; readonly title: string }[] {
  return [...cell.matchAll(/\]\((?<file>[^)]+)\): (?<titles>“[^”]+”(?:, “[^”]+”)*)/gu)].flatMap((found) =>
    [...(found.groups?.['titles'] ?? '').matchAll(/“([^”]+)”/gu)].map(([, title = '']) => ({
      file: join(docs, found.groups?.['file'] ?? ''),
      title,
    })),
  );
}

describe('docs/security.md', () => {
  test('has its controls', () => expect(rows.length).toBeGreaterThan(20));

  test.each(rows)('%s: %s', (...cells) => {
    expect(cells).toHaveLength(4);
    const [, , control = '', tests = ''] = cells;
    const linked = [...control.matchAll(/\]\(([^)#]+)/gu)].map(([, file = '']) => join(docs, file));
    expect(linked.filter((file) => !existsSync(file))).toEqual([]);
    const named = testsIn(tests);
    expect(named.length).toBeGreaterThan(0);
    expect(named.filter(({ file, title }) => !readFileSync(file, 'utf8').includes(title))).toEqual([]);
  });
});
