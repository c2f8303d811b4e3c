/** One line of a table: a heading and its value for each column. */
export type Row = Readonly<Record<string, string | number>>;

/** A Markdown table: the headings of the first row, numbers to the right. Empty for no rows. */
export function table(rows: readonly Row[]): string {
  const [first] = rows;
  if (first === undefined) return '';
  const heads = Object.keys(first);
  const marks = heads.map((head) => (typeof first[head] === 'number' ? '--:' : '---'));
  const cells = rows.map((row) => heads.map((head) => printed(row[head] ?? '')));
  return [heads, marks, ...cells].map((line) => `| ${line.join(' | ')} |`).join('\n');
}

/** At most two decimals; thousands parted by a thin space. */
function printed(value: string | number): string {
  if (typeof value === 'string') return value;
  const [whole = '', rest] = String(Math.round(value * 100) / 100).split('.');
  const parted = whole.replace(/\B(?=(?:\d{3})+$)/gu, '\u2009');
  return rest === undefined ? parted : `${parted}.${rest}`;
}
