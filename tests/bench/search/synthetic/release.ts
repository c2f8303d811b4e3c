import type { Day } from '../../../../archive/model/day.ts';
import type { Links, MinisterLink } from '../../../../archive/model/links.ts';
import type { RegisterData, Role } from '../../../../archive/model/register.ts';
import type { Said } from '../../../../archive/model/said.ts';
import { pick, whole } from '../random.ts';
import type { Random } from '../random.ts';
import { Writer, countBy, zipfPick } from './text.ts';
import type { Vocabulary } from './vocabulary.ts';

/** How many values releases have, from none: shares in the real ones. */
const shares = {
  ministers: [0.82, 0.14, 0.03, 0.01],
  departments: [0.51, 0.34, 0.1, 0.05],
  subjects: [0.65, 0.13, 0.11, 0.08, 0.03],
} as const;

const FIRST_YEAR = 1996;
const LAST_YEAR = 2025;
/** Years back from the last one, on the average: archives grow. */
const MEAN_AGE = 8;
/** How many are dated to a month only. */
const MONTH_ONLY = 0.3;

/** What a made-up page says. */
export function makeSaid(random: Random, vocabulary: Vocabulary, address: string): Said {
  const writer = new Writer(random, vocabulary);
  const paragraphs = (part: 'lead' | 'body'): Said['body'] =>
    writer.paragraphs(part).map((text) => ({ type: 'paragraph', inlines: [{ text }] }));
  return {
    title: writer.title(),
    lead: paragraphs('lead'),
    body: paragraphs('body'),
    senders: [],
    tags: [],
    dates: [],
    banners: [],
    contacts: [],
    attachments: [],
    shortcuts: [],
    designations: [],
    kind: null,
    language: 'sv',
    source: {
      address,
      file: `${address.slice(-9)}.txt`,
      fetched: null,
      sha256: '0'.repeat(64),
      bytes: 0,
      mediaType: 'text/plain',
      parser: 'synthetic/1',
    },
  };
}

/** What is concluded about it: values of the register, drawn as often as real releases have them. */
export function makeLinks(random: Random, register: RegisterData, of: Pick<Links, 'id' | 'version'>): Links {
  const date = makeDate(random);
  const day = date.earliest;
  const values = (ids: readonly string[]): Links['subjects'] =>
    [...new Set(ids)].map((id) => ({ id, certain: true, evidence: [] }));
  const some = (shares: readonly number[], items: readonly { readonly id: string }[]): Links['subjects'] =>
    values(Array.from({ length: countBy(random, shares) }, () => zipfPick(random, items).id));
  return {
    ...of,
    date: { ...date, basis: 'meta', evidence: [] },
    kind: { id: zipfPick(random, register.kinds).id, certain: true, evidence: [] },
    language: 'sv',
    governments: values(inForce(register.governments, day)),
    mandatePeriods: values(inForce(register.mandatePeriods, day)),
    departments: some(shares.departments, register.departments),
    ministers: makeMinisters(random, register.roles, day),
    subjects: some(shares.subjects, register.subjects),
    designations: [],
    conflicts: [],
  };
}

function makeMinisters(random: Random, roles: readonly Role[], day: Day): readonly MinisterLink[] {
  const held = roles.filter(({ from, to }) => from !== null && from <= day && (to === null || day <= to));
  if (held.length === 0) return [];
  const links = Array.from({ length: countBy(random, shares.ministers) }, () => pick(random, held));
  return [...new Set(links)].map(({ id, person }) => ({
    person,
    role: id,
    relation: 'named',
    strength: random() < 0.5 ? 'strong' : 'weak',
    certain: true,
    evidence: [],
  }));
}

interface MadeDate {
  readonly edtf: string;
  readonly earliest: Day;
  readonly latest: Day;
}

function makeDate(random: Random): MadeDate {
  const age = Math.floor(-MEAN_AGE * Math.log(1 - random()));
  const year = Math.max(FIRST_YEAR, LAST_YEAR - age);
  const month = `${year}-${String(1 + whole(random, 12)).padStart(2, '0')}`;
  const day = `${month}-${String(1 + whole(random, 28)).padStart(2, '0')}`;
  if (random() >= MONTH_ONLY) return { edtf: day, earliest: day, latest: day };
  const end = new Date(Date.UTC(year, Number(month.slice(5)), 0)).toISOString().slice(0, 10);
  return { edtf: month, earliest: `${month}-01`, latest: end };
}

function inForce(
  periods: readonly { readonly id: string; readonly from: Day; readonly to: Day | null }[],
  day: Day,
): readonly string[] {
  return periods.filter(({ from, to }) => from <= day && (to === null || day <= to)).map(({ id }) => id);
}
