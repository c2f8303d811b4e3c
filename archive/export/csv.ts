import type { CiteLanguage } from '../cite/citation.ts';
import { csvHeads, exportWords } from './words.ts';
import type { Described } from './described.ts';

/** The mark by which Excel knows UTF-8. */
const BYTE_ORDER_MARK = '\uFEFF';
const LINE_END = '\r\n';
/** What parts several values of one cell. */
const BETWEEN_VALUES = ' | ';
/**
 * A cell that begins so, also after spaces, may be taken for a formula, which a spreadsheet would carry out. Some take
 * the full-width signs likewise.
 */
const FORMULA = /^(?:\s*[=+\-@＝＋－＠]|[\t\r\n])/u;
/** What parts the cells: where a comma parts decimals, Excel expects a semicolon. */
const BETWEEN_CELLS: Readonly<Record<CiteLanguage, string>> = { sv: ';', en: ',' };

/** The beginning of a CSV file: the mark of UTF-8 and the heads of the columns, after those of `first`. */
export function csvHead(language: CiteLanguage, first: readonly string[] = []): string {
  return BYTE_ORDER_MARK + line([...first, ...Object.values(csvHeads[language])], language);
}

/** One release as a line of a CSV file, after the cells of `first`. */
export function csvLine(of: Described, language: CiteLanguage, first: readonly string[] = []): string {
  const words = exportWords[language];
  const possible = (label: string, certain: boolean): string =>
    certain ? label : `${label} (${words.possible})`;
  const values = (all: Described['departments']): string =>
    all.map(({ label, certain }) => possible(label, certain)).join(BETWEEN_VALUES);
  const cells: Readonly<Record<keyof (typeof csvHeads)['sv'], string>> = {
    date: of.date.edtf,
    earliest: of.date.earliest ?? '',
    latest: of.date.latest ?? '',
    title: of.title,
    kind: of.kind?.label ?? '',
    senders: of.senders.join(BETWEEN_VALUES),
    departments: values(of.departments),
    ministers: of.ministers
      .map(({ name, role, strength, certain }) => {
        const named = strength === 'weak' ? `${name}, ${role} (${words.named})` : `${name}, ${role}`;
        return possible(named, certain);
      })
      .join(BETWEEN_VALUES),
    governments: values(of.governments),
    mandatePeriods: values(of.mandatePeriods),
    subjects: values(of.subjects),
    designations: of.designations.map(({ value }) => value).join(BETWEEN_VALUES),
    language: of.language ?? '',
    state: words.states[of.state],
    address: of.source.address ?? '',
    fetched: of.source.fetched ?? '',
    sha256: of.source.sha256,
    id: of.id,
    version: of.version,
    link: of.link,
    package: of.package.identity,
    reference: of.reference,
  };
  return line([...first, ...Object.values(cells)], language);
}

function line(cells: readonly string[], language: CiteLanguage): string {
  return cells.map(cell).join(BETWEEN_CELLS[language]) + LINE_END;
}

/** Always in quotation marks, so that no sign within parts it; what could be a formula is made text by an apostrophe. */
function cell(text: string): string {
  const plain = text.replaceAll('\0', '');
  const guarded = FORMULA.test(plain) ? `'${plain}` : plain;
  return `"${guarded.replaceAll('"', '""')}"`;
}
