import type { Register } from '../authority/register.ts';
import type { Block, Inline } from '../model/block.ts';
import type { Links } from '../model/links.ts';
import { problemText } from '../model/problem-text.ts';
import { readable } from '../model/reading-text.ts';
import { dateWords } from '../model/date-words.ts';
import type { Language } from './language.ts';
import type { NamedMinister, Shown } from './shown.ts';
import { wrap } from './wrap.ts';

/** Lines are no wider than this, however wide the screen: what reads well. */
const MEASURE = 88;

/** How a release is printed. */
export interface PrintStyle {
  readonly language: Language;
  /** Columns of the screen. */
  readonly columns: number;
}

/** A release as it is read in a terminal: head, text, contacts, files, then what was concluded and from which words. */
export function releaseText(shown: Shown, register: Register, { language, columns }: PrintStyle): string {
  const width = Math.min(columns, MEASURE);
  const { said, links } = shown;
  const parts = [
    headOf(shown, language),
    ...[...said.lead, ...said.body].map((block) => blockText(block, width)),
    ...said.contacts.map((lines) => lines.map(readable).join('\n')),
    [...said.attachments, ...said.shortcuts]
      .map(({ label, href }) => `${readable(label)} <${href}>`)
      .join('\n'),
    concludedText(links, register, language),
    shown.ministers.map((link) => ministerText(link, language)).join('\n'),
    links.conflicts.map((conflict) => wrap(`! ${problemText(conflict, language)}`, width, '  ')).join('\n'),
  ];
  return parts.filter((part) => part !== '').join('\n\n');
}

function headOf(shown: Shown, language: Language): string {
  const { said, links, withdrawal } = shown;
  const say = (sv: string, en: string): string => (language === 'sv' ? sv : en);
  const state = {
    live: '',
    former: say('Tidigare version.', 'Earlier version.'),
    withdrawn: say(
      `Återkallad ${withdrawal?.day ?? ''}: ${withdrawal?.reason ?? ''}`,
      `Withdrawn ${withdrawal?.day ?? ''}: ${withdrawal?.reason ?? ''}`,
    ),
  }[shown.state];
  const lines = [
    readable(said.title),
    [...said.senders.map(readable), dateWords(links.date, language)].join(' · '),
    said.source.address ?? said.source.file,
    `${shown.id}@${shown.version.slice(0, 12)}`,
    state,
  ];
  return lines.filter((line) => line !== '').join('\n');
}

/** A block as text: items with a bullet or number, table rows with bars, addresses of links after their words. */
function blockText(block: Block, width: number): string {
  switch (block.type) {
    case 'paragraph':
    case 'quote':
      return wrap(inlineText(block.inlines), width);
    case 'heading':
      return `${'#'.repeat(block.level)} ${inlineText(block.inlines)}`;
    case 'list':
      return block.items
        .map(({ depth, inlines }, index) => {
          const mark = `${'  '.repeat(depth)}${block.ordered ? `${index + 1}.` : '•'} `;
          return `${mark}${wrap(inlineText(inlines), width - mark.length, ' '.repeat(mark.length))}`;
        })
        .join('\n');
    case 'table':
      return block.rows.map((row) => row.map(inlineText).join(' | ')).join('\n');
  }
}

function inlineText(inlines: readonly Inline[]): string {
  const text = inlines
    .map((inline) => inline.text + (inline.href === undefined ? '' : ` <${inline.href}>`))
    .join('');
  return readable(text);
}

function concludedText(links: Links, register: Register, language: Language): string {
  const say = (sv: string, en: string): string => (language === 'sv' ? sv : en);
  const labelled = (values: Links['subjects'], labelOf: (id: string) => string | undefined): string =>
    values
      .map(({ id, certain }) => (labelOf(id) ?? id) + (certain ? '' : say(' (möjlig)', ' (possibly)')))
      .join(', ');
  const rows = [
    [say('Regering', 'Government'), labelled(links.governments, (id) => register.government(id)?.name)],
    [
      say('Mandatperiod', 'Mandate period'),
      labelled(links.mandatePeriods, (id) => register.mandatePeriod(id)?.name),
    ],
    [say('Departement', 'Department'), labelled(links.departments, (id) => register.department(id)?.name)],
    [say('Ämnen', 'Subjects'), labelled(links.subjects, (id) => register.subject(id)?.label[language])],
  ] as const;
  return rows
    .filter(([, value]) => value !== '')
    .map(([name, value]) => `${name}: ${value}`)
    .join('\n');
}

function ministerText(link: NamedMinister, language: Language): string {
  const strength = {
    strong: { sv: 'säker', en: 'strong' },
    weak: { sv: 'nämnd', en: 'weak' },
  }[link.strength][language];
  const doubt = link.certain ? '' : language === 'sv' ? ', möjlig' : ', possibly';
  const evidence = link.evidence.map(({ kind, quote }) => `  ${kind}: ”${quote}”`);
  return [`${link.person}, ${link.role} (${strength}${doubt})`, ...evidence].join('\n');
}
