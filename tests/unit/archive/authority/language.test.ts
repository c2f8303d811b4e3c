import { describe, expect, it } from 'vitest';
import { detectLanguage } from '../../../../archive/authority/language.ts';
import { tokenise } from '../../../../archive/authority/tokens.ts';

function languageOf(text: string): string | null {
  return detectLanguage(tokenise(text));
}

describe('the language of a text', () => {
  it('is told by its small words', () => {
    expect(languageOf('Regeringen vill att det ska vara lätt att läsa gamla texter.')).toBe('sv');
    expect(languageOf('The government wants old texts to be easy to read, and the archive helps.')).toBe(
      'en',
    );
  });

  it('is not told from a name, a number, or a text in two languages', () => {
    expect(languageOf('Signe Brännmo 2017')).toBeNull();
    expect(languageOf('')).toBeNull();
    expect(languageOf('Det är bra att läsa. The point of this is to read.')).toBeNull();
  });
});
