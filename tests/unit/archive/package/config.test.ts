import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readHandedOver, registerFile } from '../../../../archive/package/config.ts';

let dir = '';
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'lasesal-config-'));
  mkdirSync(join(dir, 'sidor'));
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

function write(name: string, text: string): string {
  const path = join(dir, name);
  writeFileSync(path, text);
  return path;
}

const invalid = (reason: string): unknown =>
  expect.objectContaining({
    problem: expect.objectContaining({
      code: 'config-invalid',
      params: expect.objectContaining({ reason: expect.stringContaining(reason) }),
    }),
  });

describe('what the builder hands over', () => {
  const sources = (): readonly string[] => [join(dir, 'sidor')];

  it('may be nothing', () => {
    expect(readHandedOver(sources(), undefined)).toEqual({ config: {}, file: null, sourcesCsv: null });
  });

  it('is found in the source folder, and otherwise beside it', () => {
    const beside = write('archive.json', '{"series":"beside"}');
    expect(readHandedOver(sources(), undefined)).toMatchObject({
      config: { series: 'beside' },
      file: beside,
    });
    const inside = write('sidor/archive.json', '{"series":"inside"}');
    expect(readHandedOver(sources(), undefined)).toMatchObject({
      config: { series: 'inside' },
      file: inside,
    });
  });

  it('is the one that is named, with the sources.csv beside it', () => {
    write('archive.json', '{"series":"beside"}');
    const named = write('annan.json', '\ufeff{"series":"named","register":"register.json"}');
    const csv = write('sources.csv', '');
    const handedOver = readHandedOver(sources(), named);
    expect(handedOver).toMatchObject({ config: { series: 'named' }, file: named, sourcesCsv: csv });
    expect(registerFile(handedOver)).toBe(join(dir, 'register.json'));
  });

  it('is not guessed where there are several', () => {
    mkdirSync(join(dir, 'fler'));
    write('sidor/archive.json', '{}');
    write('fler/archive.json', '{}');
    expect(() => readHandedOver([join(dir, 'sidor'), join(dir, 'fler')], undefined)).toThrow(
      invalid('several'),
    );
  });

  it.each([
    ['is not JSON', '{', 'not-json'],
    ['has a field that is not known', '{"serie":"x"}', 'serie'],
    ['has a series that cannot be a name', '{"series":"Å Ä"}', 'series'],
    ['has a day that does not exist', '{"date":"2024-02-30"}', 'date'],
  ])('is refused, with the reason, when it %s', (_, text, reason) => {
    const named = write('archive.json', text);
    expect(() => readHandedOver(sources(), named)).toThrow(invalid(reason));
  });

  it('is refused when it is not there', () => {
    expect(() => readHandedOver(sources(), join(dir, 'saknas.json'))).toThrow(invalid('ENOENT'));
  });
});
