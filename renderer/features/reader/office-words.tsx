import type { ReactNode } from 'react';
import type { HeldRole, OfficeHolder } from '../../../main/contract/index.ts';
import { PageLink } from '../../components/page-link.tsx';
import type { Words } from '../../i18n/words.tsx';

/** A person of the release with every office that the release may mean. */
export interface HolderGroup {
  readonly personId: string;
  readonly name: string;
  readonly holders: readonly OfficeHolder[];
}

const order = { sender: 0, quoted: 1, titled: 2, named: 3 } as const;

/** Office holders by person: those who act in the release before those who are named. */
export function groupHolders(holders: readonly OfficeHolder[]): readonly HolderGroup[] {
  const sorted = holders.toSorted(
    (a, b) =>
      Number(a.strength === 'weak') - Number(b.strength === 'weak') || order[a.relation] - order[b.relation],
  );
  const groups = new Map<string, HolderGroup>();
  for (const holder of sorted) {
    const group = groups.get(holder.personId);
    groups.set(holder.personId, {
      personId: holder.personId,
      name: holder.name,
      holders: [...(group?.holders ?? []), holder],
    });
  }
  return [...groups.values()];
}

/** "Name var bostadsminister 3 maj 2014 – 20 december 2017, därefter … . What became of the person." */
export function holderSentence(group: HolderGroup, words: Words): ReactNode {
  const { t } = words;
  const first = group.holders[0];
  if (first === undefined) return nameOf(group);
  const later = laterThanAll(group.holders).map((role) => heldInWords(role, words));
  return (
    <>
      {officeSentence(group, words)}
      {later.length > 0 ? t('office.later', { offices: later.join(t('office.and-then')) }) : null}
      {'. '}
      {first.afterwards === null ? null : `${asSentence(words.label(first.afterwards))} `}
      {first.strength === 'weak' ? <span className="office-weak">{t('office.only-named')}</span> : null}
    </>
  );
}

/** Several offices were held at once where each is certain; otherwise one of them was, and which is not known. */
function officeSentence(group: HolderGroup, words: Words): ReactNode {
  const { t, rich } = words;
  const name = nameOf(group);
  const certain = group.holders.every((holder) => holder.certain);
  const [only, second] = group.holders;
  if (only?.inOfficeStill === true && only.held.from !== null && second === undefined) {
    const still = { name, title: only.held.title, from: words.day(only.held.from) };
    return certain ? rich('office.is', still) : rich('office.is-unsure', still);
  }
  const office = group.holders
    .map(({ held }) => held)
    .toSorted((a, b) => (a.from ?? '').localeCompare(b.from ?? ''))
    .map((held) => heldInWords(held, words))
    .join(certain ? t('office.both') : t('office.or'));
  return certain ? rich('office.was', { name, office }) : rich('office.may-have-been', { name, office });
}

/** Offices held after those of the release, none of which is named once more. */
function laterThanAll(holders: readonly OfficeHolder[]): readonly HeldRole[] {
  const told = new Set(holders.map(({ held }) => held.roleId));
  const later = new Map(holders.flatMap((holder) => holder.later.map((role) => [role.roleId, role])));
  return [...later.values()].filter((role) => !told.has(role.roleId));
}

function nameOf({ personId, name }: HolderGroup): ReactNode {
  return <PageLink page={{ type: 'person', id: personId }}>{name}</PageLink>;
}

/** An office with its days: "bostadsminister 3 maj 2014 – 20 december 2017". */
export function heldInWords(role: HeldRole, words: Words): string {
  const { t } = words;
  if (role.toUnknown && role.from !== null) {
    return t('office.until-unknown', { title: role.title, from: words.day(role.from) });
  }
  const days = words.range(role.from, role.to);
  return days === null ? role.title : t('office.held', { title: role.title, days });
}

/** A clause of the register as a sentence of its own: capital first, full stop last. */
export function asSentence(clause: string): string {
  const text = clause.trim();
  const capital = text.charAt(0).toUpperCase() + text.slice(1);
  return /[.!?]$/u.test(capital) ? capital : `${capital}.`;
}
