import type { FacetName, FacetValue } from '../../../main/contract/index.ts';
import type { LabelMemory } from '../../state/active-filters.ts';
import { valueLabel } from '../../i18n/filter-words.ts';
import type { Words } from '../../i18n/words.tsx';

/** A facet's value as a row shows it. */
export interface FacetRow {
  readonly id: string;
  readonly label: string;
  /** Offices, days or former names: what tells one from another. */
  readonly detail: string;
  readonly count: number;
  readonly uncertain: number;
}

/** Rows shown before "show all". */
export const FEW = 6;
/** More values than this get a filter field of their own. */
export const MANY = 8;

const MOST_ROLES = 2;
const NEWEST_FIRST: ReadonlySet<FacetName> = new Set(['government', 'mandatePeriod', 'year']);

interface FacetInput {
  readonly facet: FacetName;
  readonly values: readonly FacetValue[];
  readonly chosen: readonly string[];
  readonly labels: LabelMemory;
}

/** All values of a facet: what the answer lists, and what is chosen though it gives nothing. */
export function listedValues({ facet, values, chosen, labels }: FacetInput): readonly FacetValue[] {
  const ordered = NEWEST_FIRST.has(facet) ? values.toSorted(newestFirst) : values;
  const listed = ordered.filter((value) => value.count > 0 || chosen.includes(value.id));
  const gone = chosen.filter((id) => !listed.some((value) => value.id === id));
  return [...listed, ...gone.map((id) => goneValue(facet, id, labels))];
}

/** The first few values and every chosen one: what is shown until all are asked for. */
export function fewValues(listed: readonly FacetValue[], chosen: readonly string[]): readonly FacetValue[] {
  if (listed.length <= MANY) return listed;
  return listed.filter((value, index) => index < FEW || chosen.includes(value.id));
}

/** A value in words. */
export function facetRow(facet: FacetName, value: FacetValue, words: Words): FacetRow {
  const { id, count, uncertain } = value;
  const label = valueLabel(facet, value, words);
  return { id, label, detail: detailOf(value, words), count, uncertain };
}

/** Rows whose label or detail holds all the words typed. */
export function matchingRows(rows: readonly FacetRow[], typed: string): readonly FacetRow[] {
  const wanted = plain(typed).split(/\s+/u).filter(Boolean);
  return rows.filter((row) => {
    const text = plain(`${row.label} ${row.detail}`);
    return wanted.every((word) => text.includes(word));
  });
}

function goneValue(facet: FacetName, id: string, labels: LabelMemory): FacetValue {
  return { id, label: labels.get(`${facet}:${id}`) ?? id, count: 0, uncertain: 0 };
}

function newestFirst(a: FacetValue, b: FacetValue): number {
  const [x, y] = [a.from ?? a.id, b.from ?? b.id];
  return x < y ? 1 : x > y ? -1 : 0;
}

function detailOf(value: FacetValue, words: Words): string {
  if (value.roles !== undefined && value.roles.length > 0) return rolesDetail(value.roles, words);
  if (value.formerly !== undefined && value.formerly.length > 0) {
    return words.t('facet.formerly', { names: value.formerly.join(', ') });
  }
  if (value.from === undefined && value.to === undefined) return '';
  return words.range(value.from ?? null, value.to ?? null) ?? '';
}

function rolesDetail(roles: NonNullable<FacetValue['roles']>, words: Words): string {
  const said = roles
    .slice(-MOST_ROLES)
    .map((role) => `${role.title} ${words.years(role.from, role.to)}`.trim())
    .join(', ');
  const more = roles.length - MOST_ROLES;
  return more > 0 ? words.t('facet.more-roles', { count: more, roles: said }) : said;
}

function plain(text: string): string {
  return text.normalize('NFC').toLowerCase();
}
