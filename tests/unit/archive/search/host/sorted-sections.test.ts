import { describe, expect, it } from 'vitest';
import { SortedSections } from '../../../../../archive/search/host/sorted-sections.ts';
import { NamedSections } from '../packed/named-sections.ts';

describe('sorted sections', () => {
  it('are written with those that go first before the others, both as they came, whole', () => {
    const sections = new SortedSections();
    for (const name of ['b', 'a', 'd', 'c', 'empty']) {
      sections.begin(name);
      if (name === 'empty') continue;
      sections.write(Uint8Array.of(1));
      sections.write(Uint8Array.of(2, name.charCodeAt(0)));
    }
    const written = new NamedSections();
    sections.writeTo(written, (name) => name === 'd' || name === 'a');
    expect(written.names).toEqual(['a', 'd', 'b', 'c', 'empty']);
    expect(written.contents()).toEqual({
      a: Uint8Array.of(1, 2, 97),
      d: Uint8Array.of(1, 2, 100),
      b: Uint8Array.of(1, 2, 98),
      c: Uint8Array.of(1, 2, 99),
      empty: new Uint8Array(0),
    });
  });
});
