import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { clauseSchema } from '../../../../../main/contract/index.ts';
import { parseQuery } from '../../../../../archive/search/core/query/parser.ts';
import { projectRoot } from '../../../../../main/launch/project.ts';
import { commandFor } from '../../../../../renderer/app/shortcuts.ts';
import { keyRows, queryRows } from '../../../../../renderer/features/help/help-rows.ts';
import { wordsIn } from '../../../../../renderer/i18n/words.tsx';

describe.each(['sv', 'en'] as const)('the examples of the help in %s', (language) => {
  const { t } = wordsIn(language);
  const examples = queryRows.map(({ form }) => t(form));

  it('are all understood without a mistake', () => {
    for (const example of examples) {
      const { understood } = parseQuery(example);
      expect([example, understood.problems]).toEqual([example, []]);
      expect([example, understood.clauses.length > 0]).toEqual([example, true]);
    }
  });

  it('show every form that a piece of a query can have', () => {
    const seen = examples.flatMap((example) => parseQuery(example).understood.clauses);
    expect(new Set(seen.map(({ form }) => form))).toEqual(new Set(clauseSchema.shape.form.options));
    expect(new Set(seen.map(({ presence }) => presence))).toEqual(
      new Set(clauseSchema.shape.presence.options),
    );
    expect(seen.map(({ field }) => field)).toEqual(expect.arrayContaining(['titel', 'ämne', 'datum']));
  });
});

describe('the keys that the help lists', () => {
  const { t } = wordsIn('sv');
  const listed = new Set(
    keyRows.flatMap(({ keys }) => keys.map((key) => (typeof key === 'string' ? key : t(key.named)))),
  );

  it('are all that mean a command anywhere in the window', () => {
    const none = { ctrl: false, shift: false, alt: false, isTyping: false };
    const plain = [
      '/',
      '?',
      'F1',
      'F3',
      'F6',
      'Escape',
      ...'abcdefghijklmnopqrstuvwxyzåäö0123456789'.split(''),
    ];
    const withCtrl = 'abcdefghijklmnopqrstuvwxyz0123456789+-=,.'.split('');
    const withAlt = ['ArrowLeft', 'ArrowRight', ...withCtrl];
    const presses = [
      ...plain.map((key) => ({ ...none, key })),
      ...withCtrl.flatMap((key) => [
        { ...none, key, ctrl: true },
        { ...none, key, ctrl: true, shift: true },
      ]),
      ...withAlt.map((key) => ({ ...none, key, alt: true })),
    ].filter((press) => commandFor(press) !== null);
    expect(presses.length).toBeGreaterThan(12);
    for (const press of presses) expect(namesOf(press).some((name) => listed.has(name))).toBe(true);
  });

  it('are all that the menu shows beside what it does', () => {
    const source = readFileSync(join(projectRoot, 'main', 'menu', 'app-menu.ts'), 'utf8');
    const shown = [...source.matchAll(/'((?:CmdOrCtrl\+|Shift\+|Alt\+)*[A-Za-z0-9+-]+)'(?=\s*[,)}])/gu)]
      .map(([, accelerator = '']) => accelerator)
      .filter((accelerator) => /^(?:CmdOrCtrl|Shift|Alt)\+|^F\d+$/u.test(accelerator));
    expect(shown.length).toBeGreaterThan(5);
    for (const accelerator of shown) {
      const name = accelerator
        .replace('CmdOrCtrl+', 'Ctrl ')
        .replace('Shift+', 'Shift ')
        .replace('Alt+', 'Alt ')
        .replace('Plus', '+')
        .replace(/-$/u, '−');
      expect([accelerator, listed.has(name)]).toEqual([accelerator, true]);
    }
  });
});

/** How a key press may stand in the help. */
function namesOf({
  key,
  ctrl,
  shift,
  alt,
}: {
  readonly key: string;
  readonly ctrl: boolean;
  readonly shift: boolean;
  readonly alt: boolean;
}): readonly string[] {
  const name =
    { '-': '−', '=': '+', ArrowLeft: '←', ArrowRight: '→', Escape: 'Esc' }[key] ??
    (key.length === 1 ? key.toUpperCase() : key);
  const held = [...(ctrl ? ['Ctrl'] : []), ...(alt ? ['Alt'] : [])];
  const plain = [...held, name].join(' ');
  return shift ? [plain, [...held, 'Shift', name].join(' ')] : [plain];
}
