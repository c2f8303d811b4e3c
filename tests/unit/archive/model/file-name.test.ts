import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fileName } from '../../../../archive/model/file-name.ts';

describe('a name for a file', () => {
  it('keeps what can be read', () => {
    expect(fileName('Energiöverenskommelsen på plats', 'x')).toBe('Energiöverenskommelsen på plats');
    expect(fileName('SOU 2019:12, del 1/2', 'x')).toBe('SOU 2019 12, del 1 2');
  });

  it('is safe on every system, whatever it is made from', () => {
    expect(fileName('../../etc/passwd', 'x')).toBe('etc passwd');
    expect(fileName('CON', 'x')).toBe('_CON');
    expect(fileName('nul.txt', 'x')).toBe('_nul.txt');
    expect(fileName('...', 'x')).toBe('x');
    expect(fileName('\u202Egpj.exe', 'x')).toBe('gpj.exe');
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.string(),
      fc.constantFrom('.', '..', 'a. ', ' /'),
    );
    fc.assert(
      fc.property(
        fc.array(text).map((parts) => parts.join('')),
        (any) => {
          const name = fileName(any, 'x');
          expect(name).not.toMatch(/[<>:"/\\|?*\p{Cc}\p{Cf}\p{Cs}]/u);
          expect(name).not.toMatch(/^[.\s]|[.\s]$/u);
          expect(name.length).toBeGreaterThan(0);
          expect(Buffer.byteLength(name)).toBeLessThanOrEqual(245);
        },
      ),
    );
  });
});
