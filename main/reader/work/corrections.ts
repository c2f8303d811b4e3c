import type { Corrected, Correction, CorrectionView, Links } from '../../contract/index.ts';
import { draft } from './draft.ts';
import type { Desk, Doing, Draft } from './draft.ts';
import { newId } from './ids.ts';
import { drop, put } from './items.ts';
import { anchorIn } from './notes.ts';

type Standing = CorrectionView['standing'];
type OfMinister = Extract<Corrected, { about: 'minister' }>;

export async function makeCorrection(
  { release: named, corrected, ground, evidence }: Doing<'make-correction'>,
  { present, now }: Desk,
): Promise<Draft> {
  const release = await present.takeOne(named);
  const anchor = await anchorIn(present, release, evidence);
  const [id, at] = [newId(), now()];
  const made: Correction = {
    id,
    release,
    corrected,
    ground,
    evidence: anchor,
    handed: null,
    made: at,
    changed: at,
  };
  return draft([put('correction', made)], { id });
}

/** What was handed over before it was changed has not been handed over. */
export function editCorrection(
  { id, corrected, ground }: Doing<'edit-correction'>,
  { items, now }: Desk,
): Draft {
  const before = items.known('correction', id);
  return draft([put('correction', { ...before, corrected, ground, handed: null, changed: now() })]);
}

export function removeCorrections({ ids }: Doing<'remove-corrections'>, { items }: Desk): Draft {
  const there = [...new Set(ids)].filter((id) => items.get('correction', id) !== null);
  return draft(
    there.map((id) => drop('correction', id)),
    { skipped: ids.length - there.length },
  );
}

/**
 * Whether the archive still says what a correction corrects.
 *
 * @param links what it concludes of the release now; null when it does not have it.
 * @param officeOf the office of a role, as the register has it.
 */
export function standingOf(
  corrected: Corrected,
  links: Links | null,
  officeOf: (role: string) => string | null,
): Standing {
  if (links === null || corrected.about === 'other') return 'unknown';
  switch (corrected.about) {
    case 'date': {
      const { earliest, latest } = links.date;
      const says = (days: { earliest: string | null; latest: string | null }): boolean =>
        days.earliest === earliest && days.latest === latest;
      if (says(corrected.should)) return 'met';
      return says(corrected.record) ? 'open' : 'otherwise';
    }
    case 'minister':
      return standingOfPair(corrected, (one) => hasMinister(links, one, officeOf));
    case 'department':
    case 'government':
    case 'subject': {
      const values = {
        department: links.departments,
        government: links.governments,
        subject: links.subjects,
      };
      const ids = new Set(values[corrected.about].map(({ id }) => id));
      return standingOfPair(corrected, ({ id }) => id !== null && ids.has(id));
    }
  }
}

/** By whether what is wrong is still there, and what is missing still missing. */
function standingOfPair<T>(
  { record, should }: { readonly record: T | null; readonly should: T | null },
  isThere: (one: T) => boolean,
): Standing {
  const isWrongGone = record === null || !isThere(record);
  const isRightThere = should === null || isThere(should);
  if (isWrongGone && isRightThere) return 'met';
  if (record === null || !isWrongGone) return 'open';
  return 'otherwise';
}

function hasMinister(
  links: Links,
  { person, office }: NonNullable<OfMinister['record']>,
  officeOf: (role: string) => string | null,
): boolean {
  return links.ministers.some(
    (link) =>
      link.person === person.id &&
      (office === null || office.id === null || officeOf(link.role) === office.id || link.role === office.id),
  );
}
