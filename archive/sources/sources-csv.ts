import { canonicalAddress } from '../model/address.ts';
import { isDay } from '../model/day.ts';
import { problem } from '../model/problem.ts';
import type { Problem } from '../model/problem.ts';

/** What `sources.csv` says of a file, or of all files in a folder. */
export interface SourceRow {
  /** Relative to the folder of `sources.csv`, with `/`, without one at its end; empty for that folder itself. */
  readonly file: string;
  /** Canonical; null when the row gives none. */
  readonly address: string | null;
  /** A day or an instant, ISO 8601; null when the row gives none. */
  readonly fetched: string | null;
  readonly line: number;
}

/** A `sources.csv` as read: its good rows, and the others with their lines. */
export interface SourcesCsv {
  readonly rows: readonly SourceRow[];
  readonly problems: readonly Problem[];
}

interface CsvRecord {
  readonly fields: readonly string[];
  readonly line: number;
  /** False when a quoted field never ends. */
  readonly closed: boolean;
}

const COLUMNS = ['file', 'address', 'fetched'] as const;
const INSTANT =
  /^(\d{4}-\d{2}-\d{2})(?:T([01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d+)?)?(?:Z|[+-]\d{2}:\d{2})?)?$/u;

/**
 * Reads `sources.csv` (RFC 4180; header `file,address,fetched` in any order; semicolons as spreadsheets write
 * them in Swedish are taken too). A bad row is reported with its line and not used; the others are.
 *
 * @param file - the name it has in problems
 */
export function readSourcesCsv(text: string, file: string): SourcesCsv {
  const bare = text.replace(/^\uFEFF/u, '');
  const delimiter = /^[^\r\n]*/u.exec(bare)?.[0].includes(';') === true ? ';' : ',';
  const [header, ...records] = recordsOf(bare, delimiter);
  const columns = header?.fields.map((field) => field.trim().toLowerCase()) ?? [];
  const bad = (line: number, reason: string): Problem =>
    problem('sources-csv-bad-row', { file, line }, { reason });
  if (!isHeader(columns)) return { rows: [], problems: [bad(1, 'header')] };
  const rows = new Map<string, SourceRow>();
  const problems: Problem[] = [];
  for (const record of records) {
    if (record.fields.length === 1 && record.fields[0]?.trim() === '') continue;
    const row = rowOf(record, columns);
    if (typeof row === 'string') problems.push(bad(record.line, row));
    else if (rows.has(row.file)) problems.push(bad(record.line, 'duplicate'));
    else rows.set(row.file, row);
  }
  return { rows: [...rows.values()], problems };
}

function isHeader(columns: readonly string[]): boolean {
  const known: readonly string[] = COLUMNS;
  return (
    columns.includes('file') &&
    columns.every((column, index) => known.includes(column) && columns.indexOf(column) === index)
  );
}

/** A row, or why it is none. */
function rowOf({ fields, line, closed }: CsvRecord, columns: readonly string[]): SourceRow | string {
  if (!closed) return 'quote';
  if (fields.length !== columns.length) return 'columns';
  const field = (name: (typeof COLUMNS)[number]): string => fields[columns.indexOf(name)]?.trim() ?? '';
  const file = relativePath(field('file'));
  const address = field('address') === '' ? null : canonicalAddress(field('address'));
  const fetched = field('fetched') === '' ? null : field('fetched');
  if (file === null) return 'file';
  if (address === null && field('address') !== '') return 'address';
  if (fetched !== null && !isInstant(fetched)) return 'fetched';
  return { file, address, fetched, line };
}

/** A path below the folder of the list, NFC, with `/`; empty for that folder (`.`), null when there is none or it leads out. */
function relativePath(text: string): string | null {
  if (/^\.[/\\]?$/u.test(text)) return '';
  const segments = text
    .normalize('NFC')
    .replaceAll('\\', '/')
    .replace(/^(?:\.\/)+|\/+$/gu, '')
    .split('/');
  const isLawful = segments.every((segment) => segment !== '' && segment !== '..');
  return isLawful ? segments.join('/') : null;
}

function isInstant(text: string): boolean {
  const day = INSTANT.exec(text)?.[1];
  return day !== undefined && isDay(day);
}

/** The records of a CSV text. Quoted fields may hold delimiters, line ends and doubled quotes. */
function recordsOf(text: string, delimiter: string): readonly CsvRecord[] {
  const reader = new CsvReader(text, delimiter);
  return reader.read();
}

class CsvReader {
  readonly #text: string;
  readonly #delimiter: string;
  readonly #records: CsvRecord[] = [];
  #fields: string[] = [];
  #at = 0;
  #line = 1;
  #start = 1;

  constructor(text: string, delimiter: string) {
    this.#text = text;
    this.#delimiter = delimiter;
  }

  read(): readonly CsvRecord[] {
    while (this.#at < this.#text.length) {
      const closed = this.#field();
      const end = this.#text[this.#at];
      this.#at += end === '\r' && this.#text[this.#at + 1] === '\n' ? 2 : 1;
      if (end !== this.#delimiter) this.#endRecord(closed);
      else if (this.#at >= this.#text.length) this.#fields.push('');
    }
    if (this.#fields.length > 0) this.#endRecord(true);
    return this.#records;
  }

  #endRecord(closed: boolean): void {
    this.#records.push({ fields: this.#fields, line: this.#start, closed });
    this.#fields = [];
    this.#line += 1;
    this.#start = this.#line;
  }

  /** Reads a field up to its delimiter or line end; false when its quote never closes. */
  #field(): boolean {
    const quoted = /^ *"/u.exec(this.#text.slice(this.#at, this.#at + 20));
    if (quoted === null) {
      this.#fields.push(this.#upToEnd());
      return true;
    }
    this.#at += quoted[0].length;
    const [value, closed] = this.#quoted();
    this.#fields.push(value + (closed ? this.#upToEnd().trim() : ''));
    return closed;
  }

  #upToEnd(): string {
    const start = this.#at;
    while (this.#at < this.#text.length && !this.#isEnd(this.#text[this.#at] ?? '')) this.#at += 1;
    return this.#text.slice(start, this.#at);
  }

  #isEnd(char: string): boolean {
    return char === this.#delimiter || char === '\n' || char === '\r';
  }

  #quoted(): readonly [string, boolean] {
    let value = '';
    for (;;) {
      const quote = this.#text.indexOf('"', this.#at);
      const end = quote === -1 ? this.#text.length : quote;
      const piece = this.#text.slice(this.#at, end);
      value += piece;
      this.#line += piece.split('\n').length - 1;
      this.#at = end + 1;
      if (quote === -1) return [value, false];
      if (this.#text[this.#at] !== '"') return [value, true];
      value += '"';
      this.#at += 1;
    }
  }
}
