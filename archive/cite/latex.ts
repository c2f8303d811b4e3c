/** Characters that are commands in LaTeX, or print as something else in one of its encodings. */
const COMMANDS: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  // In a BibTeX field even \{ counts as a brace, and braces must balance.
  '{': '\\textbraceleft{}',
  '}': '\\textbraceright{}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
  '`': '\\textasciigrave{}',
  '<': '\\textless{}',
  '>': '\\textgreater{}',
  '|': '\\textbar{}',
  // With babel's Swedish the quotation mark and the letter after it would be read together ("a is ä).
  '"': '"{}',
  '#': '\\#',
  $: '\\$',
  '%': '\\%',
  '&': '\\&',
  _: '\\_',
};

/** Accents by their combining character. */
const ACCENTS: Readonly<Record<string, string>> = {
  '\u0300': '`',
  '\u0301': "'",
  '\u0302': '^',
  '\u0303': '~',
  '\u0308': '"',
  '\u030A': 'r',
  '\u030C': 'v',
  '\u0327': 'c',
};

/** Letters that are commands of their own. */
const LETTERS: Readonly<Record<string, string>> = {
  æ: 'ae',
  Æ: 'AE',
  ø: 'o',
  Ø: 'O',
  œ: 'oe',
  Œ: 'OE',
  ß: 'ss',
  ł: 'l',
  Ł: 'L',
};

/** Signs that run together with their like: -- is a dash, '' and ,, are quotation marks. */
const RUNS_TOGETHER = /([-',])(?=\1)/g;

/** Text as LaTeX prints it, for a program that reads UTF-8 (biber): commands escaped, letters as they are. */
export function latexText(text: string): string {
  return text.replace(/[\\{}~^`<>|"#$%&_]/g, (sign) => COMMANDS[sign] ?? sign).replace(RUNS_TOGETHER, '$1{}');
}

/**
 * The same for BibTeX, which sorts and shortens by bytes: accented Latin letters as commands too, in braces so that
 * each counts as one letter. What has no command (a dash, another script, an emoji) stays as it is.
 */
export function latexAscii(text: string): string {
  return latexText(text).replace(/\P{ASCII}/gu, (letter) => {
    const command = LETTERS[letter];
    return command === undefined ? accented(letter) : `{\\${command}}`;
  });
}

function accented(letter: string): string {
  const [base = '', mark = '', ...more] = letter.normalize('NFD');
  const accent = ACCENTS[mark];
  if (accent === undefined || more.length > 0 || !/^[a-zA-Z]$/.test(base)) return letter;
  // A command of letters needs a space before its argument.
  return /[a-z]/.test(accent) ? `{\\${accent} ${base}}` : `{\\${accent}${base}}`;
}
