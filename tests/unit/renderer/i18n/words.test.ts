import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { en } from '../../../../renderer/i18n/en.ts';
import { fillParts, placesIn } from '../../../../renderer/i18n/message.ts';
import type { Message } from '../../../../renderer/i18n/message.ts';
import { sv } from '../../../../renderer/i18n/sv.ts';
import { wordsIn } from '../../../../renderer/i18n/words.tsx';

const root = join(import.meta.dirname, '../../../../renderer');
const sources = readdirSync(root, { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.tsx?$/.test(name) && !/^i18n[\\/](?:sv|en)(?:-[a-z]+)?\.ts$/.test(name))
  .map((name) => ({ name, text: readFileSync(join(root, name), 'utf8') }));
const keys = Object.keys(sv) as (keyof typeof sv)[];
const forms = (message: Message): readonly string[] =>
  typeof message === 'string' ? [message] : [message.one, message.other];

describe('the words of the window', () => {
  it('stand in both languages, none empty', () => {
    expect(Object.keys(en).toSorted()).toEqual(keys.toSorted());
    for (const key of keys) {
      for (const form of [...forms(sv[key]), ...forms(en[key])])
        expect([key, form.trim()]).not.toEqual([key, '']);
    }
  });

  it('have the same places to fill in both languages and in every plural form', () => {
    for (const key of keys) {
      const places = (message: Message): string[] =>
        [...new Set(forms(message).flatMap((form) => [...placesIn(form)]))].toSorted();
      expect([key, ...places(en[key])]).toEqual([key, ...places(sv[key])]);
    }
  });

  it('are all used somewhere, and everything used is there', () => {
    const all = sources.map((source) => source.text).join('\n');
    expect(keys.filter((key) => !all.includes(`'${key}'`))).toEqual([]);
    const used = [...all.matchAll(/\b(?:t|rich)\(\s*'([a-z0-9.-]+)'/g)].map((match) => match[1] ?? '');
    expect(used.length).toBeGreaterThan(100);
    expect(used.filter((key) => !(key in sv))).toEqual([]);
  });

  it('stand nowhere else: no component holds a text of its own', () => {
    const own = sources
      .filter((source) => source.name.endsWith('.tsx'))
      .flatMap(({ name, text }) => {
        const code = text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/^\s*\/\/.*$/gm, '');
        const between = [...code.matchAll(/<\/?[A-Za-z][^<>{}]*>([^<>{}=;()]*\p{L}[^<>{}=;()]*)<\//gu)];
        const said = [...code.matchAll(/\b(?:aria-label|title|placeholder|label|alt)="([^"]*\p{L}[^"]*)"/gu)];
        return [...between, ...said].map((match) => `${name}: ${(match[1] ?? '').trim()}`);
      });
    expect(own).toEqual([]);
  });

  it('choose the plural form, and write numbers as the language does', () => {
    expect(wordsIn('sv').t('results.count', { count: 1 })).toBe('1 handling');
    expect(wordsIn('sv').t('results.count', { count: 26_608 })).toBe('26\u00a0608 handlingar');
    expect(wordsIn('en').t('results.count', { count: 1 })).toBe('1 release');
    expect(wordsIn('en').t('results.count', { count: 26_608 })).toBe('26,608 releases');
    expect(wordsIn('en').t('results.count', { count: 0 })).toBe('0 releases');
  });

  it('leave a place as written when nothing is given for it', () => {
    expect(fillParts('{a} och {b}', { a: 'x' }).join('')).toBe('x och {b}');
  });

  it('do not fill a place anew with what was filled in', () => {
    expect(fillParts('{a}{b}', { a: '{b}', b: 'c' }).join('')).toBe('{b}c');
  });
});
