import { describe, expect, it } from 'vitest';
import { HeldBack } from '../../../../../archive/search/host/held-back.ts';
import { NamedSections } from '../packed/named-sections.ts';

describe('sections held back', () => {
  it('are written behind the others, both as they came, whole', () => {
    const written = new NamedSections();
    const sections = new HeldBack(written, (name) => name === 'd' || name === 'a');
    for (const name of ['b', 'a', 'd', 'c', 'empty']) {
      sections.begin(name);
      if (name === 'empty') continue;
      sections.write(Uint8Array.of(1));
      sections.write(Uint8Array.of(2, name.charCodeAt(0)));
    }
    sections.finish();
    expect(written.names).toEqual(['b', 'c', 'empty', 'a', 'd']);
    expect(written.contents()).toEqual({
      a: Uint8Array.of(1, 2, 97),
      d: Uint8Array.of(1, 2, 100),
      b: Uint8Array.of(1, 2, 98),
      c: Uint8Array.of(1, 2, 99),
      empty: new Uint8Array(0),
    });
  });
});
