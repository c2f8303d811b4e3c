import { describe, expect, test } from 'vitest';
import type { Block } from '../../../../archive/model/block.ts';
import { isContactLabel, takeContacts } from '../../../../archive/sources/contacts.ts';
import { notation } from '../../../fixtures/sources/block-notation.ts';

const p = (text: string): Block => ({ type: 'paragraph', inlines: [{ text }] });
const h = (text: string): Block => ({ type: 'heading', level: 2, inlines: [{ text }] });

describe('contact blocks are taken out of the text', () => {
  test('under a heading, each person apart, up to the next heading', () => {
    const { blocks, contacts } = takeContacts([
      p('Text.'),
      h('Presskontakt'),
      p('Siv Ekblad\nPressekreterare'),
      p('Telefon 010-555 01 00'),
      p('Rolf Tingvall\nrolf@x.example'),
      h('Bakgrund'),
      p('Mer.'),
    ]);
    expect(notation(blocks)).toEqual(['p Text.', 'h2 Bakgrund', 'p Mer.']);
    expect(contacts).toEqual([
      ['Presskontakt', 'Siv Ekblad', 'Pressekreterare', 'Telefon 010-555 01 00'],
      ['Rolf Tingvall', 'rolf@x.example'],
    ]);
  });

  test('under a first line of the same paragraph', () => {
    expect(takeContacts([p('Kontaktpersoner:\nSiv Ekblad 010-555 01 00')]).contacts).toEqual([
      ['Kontaktpersoner:', 'Siv Ekblad 010-555 01 00'],
    ]);
  });

  test('with the address that only a link shows', () => {
    const line: Block = {
      type: 'paragraph',
      inlines: [{ text: 'e-post till Siv', href: 'mailto:siv@x.example?subject=y' }],
    };
    expect(takeContacts([h('Kontakt'), line]).contacts).toEqual([
      ['Kontakt', 'e-post till Siv siv@x.example'],
    ]);
  });
});

describe('what only looks like one stays', () => {
  test('a label with nothing under it', () => {
    expect(notation(takeContacts([h('Kontakt'), h('Bakgrund')]).blocks)).toEqual([
      'h2 Kontakt',
      'h2 Bakgrund',
    ]);
  });

  test('running text under a label', () => {
    const long = p(`Kontakten mellan öarna ${'är god och '.repeat(15)}bra.`);
    expect(takeContacts([h('Kontakt'), long]).blocks).toHaveLength(2);
  });

  test('a long list without any number or address', () => {
    const many = p('ett\ntvå\ntre\nfyra\nfem');
    expect(takeContacts([h('Kontakt'), many]).contacts).toEqual([]);
  });
});

test('labels are told from sentences that begin with the same word', () => {
  expect(
    [
      'Presskontakt',
      'Press contact',
      'Kontaktperson:',
      'Presskontakter hos postminister Olle Tunberg:',
    ].every(isContactLabel),
  ).toBe(true);
  expect(['Kontakta oss', 'Kontaktuppgifter finns på webben', 'Kontakt med öarna'].some(isContactLabel)).toBe(
    false,
  );
});
