import type { Register } from '../authority/register.ts';
import type { Evidence } from '../model/evidence.ts';
import type { Links } from '../model/links.ts';
import type { ReadingLayout } from '../model/reading-text.ts';

/** Why a record is faulty: a reason that has words, and its particulars. */
export type Fault = Readonly<Record<string, string>> & { readonly reason: string };

/** Evidence of links that is not in the reading text of what the page said. */
export function evidenceFaults(links: Links, layout: ReadingLayout): readonly Fault[] {
  const missing = evidenceOf(links).find((piece) => !isHeld(piece, layout));
  return missing === undefined ? [] : [{ reason: 'evidence', quote: missing.quote }];
}

/** Ids of links that the register does not have. */
export function registerFaults(links: Links, register: Register): readonly Fault[] {
  const unknown = unknownIds(links, register);
  return unknown.length === 0 ? [] : [{ reason: 'register', names: unknown.join(', ') }];
}

function evidenceOf(links: Links): readonly Evidence[] {
  const { date, kind, governments, mandatePeriods, departments, ministers, subjects, designations } = links;
  const concluded = [
    ...governments,
    ...mandatePeriods,
    ...departments,
    ...ministers,
    ...subjects,
    ...designations,
  ];
  return [...date.evidence, ...(kind?.evidence ?? []), ...concluded.flatMap((value) => value.evidence)];
}

/** Whether a piece of evidence is exactly the slice it names, within the part it names; or metadata's own words. */
function isHeld({ block, start, end, quote }: Evidence, layout: ReadingLayout): boolean {
  if (block === -1) return start === -1 && end === -1;
  const part = layout.parts[block];
  if (part === undefined || start < part.start || end > part.end) return false;
  return layout.text.slice(start, end) === quote;
}

function unknownIds(links: Links, register: Register): readonly string[] {
  const missing = (values: readonly { readonly id: string }[], find: (id: string) => unknown): string[] =>
    values.map(({ id }) => id).filter((id) => find(id) === undefined);
  return [
    ...missing(links.kind === null ? [] : [links.kind], (id) => register.kind(id)),
    ...missing(links.governments, (id) => register.government(id)),
    ...missing(links.mandatePeriods, (id) => register.mandatePeriod(id)),
    ...missing(links.departments, (id) => register.department(id)),
    ...missing(links.subjects, (id) => register.subject(id)),
    ...links.ministers
      .filter(({ person, role }) => register.role(role)?.person !== person)
      .map(({ person, role }) => `${person} as ${role}`),
  ];
}
