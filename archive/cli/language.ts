/** The language the command speaks. */
export type Language = 'sv' | 'en';

/** A text in both. */
export interface Words {
  readonly sv: string;
  readonly en: string;
}

/** Swedish where the environment says Swedish, otherwise English (POSIX: LC_ALL, then LC_MESSAGES, then LANG). */
export function languageOf(env: Readonly<Record<string, string | undefined>>): Language {
  const locale = [env['LC_ALL'], env['LC_MESSAGES'], env['LANG']].find(
    (value) => value !== undefined && value !== '',
  );
  return /^sv(?:$|[_.@-])/i.test(locale ?? '') ? 'sv' : 'en';
}
