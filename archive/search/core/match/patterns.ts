/** A pattern that a whole word form matches when it has these pieces in order, the first at its beginning. */
export function wholeForm(pieces: readonly string[]): RegExp {
  return new RegExp(`^${pieces.map(escapeRegExp).join('.*')}$`, 'u');
}

/** A string as a pattern that matches just it. */
function escapeRegExp(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/gu, String.raw`\$&`);
}
