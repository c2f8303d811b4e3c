import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseBanner } from '../../../../archive/sources/banner.ts';
import { anyDay, printDay } from '../../../fixtures/sources/printed-days.ts';

describe('the forms that the site prints', () => {
  test.each([
    [
      'Innehållet publicerades under perioden 3 oktober 2014 till den 20 januari 2019',
      { type: 'period', from: '2014-10-03', to: '2019-01-20' },
    ],
    [
      'Innehållet publicerades under perioden 21 januari 2019 och 8 juli 2021',
      { type: 'period', from: '2019-01-21', to: '2021-07-08' },
    ],
    ['Innehållet publicerades under perioden\n-', { type: 'period', from: null, to: null }],
    ['Innehållet publicerades under perioden', { type: 'period', from: null, to: null }],
    [
      'Mellan den 3 oktober 2014 och den 30 november 2021 var han fiskeminister.',
      { type: 'office', office: 'fiskeminister', from: '2014-10-03', to: '2021-11-30' },
    ],
    [
      'Under perioden 25 maj 2016 till den 21 januari 2019 var hon hamn- och sjöfartsminister.',
      { type: 'office', office: 'hamn- och sjöfartsminister', from: '2016-05-25', to: '2019-01-21' },
    ],
    [
      'Under perioden 21 januari 2021 och den 30 november 2021 var han minister för öar och skär',
      { type: 'office', office: 'minister för öar och skär', from: '2021-01-21', to: '2021-11-30' },
    ],
    ['Statsråd på denna sida som har entledigats', { type: 'heading', reason: 'dismissed' }],
    ['Statsråd på denna sida som har bytt ansvarsområde', { type: 'heading', reason: 'changed-portfolio' }],
  ])('%s', (line, banner) => {
    expect(parseBanner(line)).toEqual(banner);
  });
});

describe('a date that is lost or does not exist stays open', () => {
  test.each([
    ['Under perioden - var hon fiskeminister.', null, null],
    ['Under perioden till den 21 januari 2019 var hon fiskeminister.', null, '2019-01-21'],
    ['Under perioden - till den 21 januari 2019 var hon fiskeminister.', null, '2019-01-21'],
    ['Under perioden 25 maj 2016 till - var hon fiskeminister.', '2016-05-25', null],
    ['Under perioden 25 maj 2016 till den 31 juni 2019 var hon fiskeminister.', '2016-05-25', null],
  ])('%s', (line, from, to) => {
    expect(parseBanner(line)).toEqual({ type: 'office', office: 'fiskeminister', from, to });
  });

  test('a period with one end lost keeps the other', () => {
    expect(parseBanner('Innehållet publicerades under perioden - till den 8 juli 2021')).toEqual({
      type: 'period',
      from: null,
      to: '2021-07-08',
    });
  });
});

test('decomposed letters, soft hyphens, NBSP and line breaks within the line do not matter', () => {
  const line =
    'Inneha\u030Allet publi\u00ADcerades under\u00A0perioden\r\n3 oktober 2014\ntill den 20 januari 2019';
  expect(parseBanner(line)).toEqual({ type: 'period', from: '2014-10-03', to: '2019-01-20' });
});

describe('running text is no banner', () => {
  test.each([
    '',
    'Under perioden 2011–2016 var han föreståndare vid ett institut.',
    'Under perioden maj 2011 till juni 2016 var hon generaldirektör.',
    'Under perioden som följde var han fiskeminister.',
    'Mellan raderna och mellan skären var hon en annan.',
    'Under perioden 3 maj 2016 till den 4 maj 2017 var hon fiskeminister. Därefter blev hon lots.',
    'Innehållet i perioden är viktigt',
    'Statsråd på denna sida',
    `Under perioden ${'3 maj 2016 till '.repeat(200)}`,
  ])('%s', (line) => {
    expect(parseBanner(line)).toBeNull();
  });

  test('no text whatever makes it throw', () => {
    const isCalm = (text: string): void => {
      expect(() => parseBanner(text)).not.toThrow();
    };
    const pieces = fc.constantFrom(
      'Under perioden',
      'Mellan den',
      ' och ',
      ' till ',
      '-',
      'var han',
      '3 maj 2016',
      ' ',
      '.',
    );
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 200 }), isCalm));
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 12 }), (words) => {
        isCalm(words.join(' '));
      }),
    );
  });
});

const office = fc.constantFrom(
  'fiskeminister',
  'hamn- och sjöfartsminister',
  'minister för öar, skär och fyrar',
  'statsråd',
);
const who = fc.constantFrom('han', 'hon');
const end = fc.constantFrom('', '.');
const space = fc.constantFrom(' ', '\n', '\u00A0', '  ');

test('any two days, in any form of the office sentence, read back', () => {
  const forms = fc.constantFrom(
    (a: string, b: string) => `Under perioden ${a} till den ${b}`,
    (a: string, b: string) => `Under perioden ${a} och den ${b}`,
    (a: string, b: string) => `Under perioden ${a} och ${b}`,
    (a: string, b: string) => `Under perioden ${a} – ${b}`,
    (a: string, b: string) => `Mellan den ${a} och den ${b}`,
  );
  fc.assert(
    fc.property(anyDay, anyDay, forms, who, office, end, space, (from, to, form, who, office, end, space) => {
      const line = `${form(printDay(from), printDay(to))} var ${who} ${office}${end}`.replaceAll(' ', space);
      expect(parseBanner(line)).toEqual({ type: 'office', office, from, to });
    }),
    { numRuns: 1000 },
  );
});

test('any two days, in any form of the period line, read back', () => {
  const forms = fc.constantFrom(
    (a: string, b: string) => `${a} till den ${b}`,
    (a: string, b: string) => `${a} och ${b}`,
    (a: string, b: string) => `${a}–${b}`,
    (a: string, b: string) => `den ${a} till och med den ${b}`,
  );
  fc.assert(
    fc.property(anyDay, anyDay, forms, space, end, (from, to, form, space, end) => {
      const line = `Innehållet publicerades under perioden ${form(printDay(from), printDay(to))}${end}`;
      expect(parseBanner(line.replaceAll(' ', space))).toEqual({ type: 'period', from, to });
    }),
    { numRuns: 1000 },
  );
});
