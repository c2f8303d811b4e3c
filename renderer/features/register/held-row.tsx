import type { ReactNode } from 'react';
import type { HeldOffice, Named, OfficeHolding } from '../../../main/contract/index.ts';
import { PageLink } from '../../components/page-link.tsx';
import { useWords } from '../../i18n/words.tsx';
import { asLine, heldDays, heldTitle } from './held-words.ts';
import type { TimeRow } from './time-rows.tsx';

/** An office of a person's, as a row of her time line. */
export function officeRow(held: HeldOffice, showsParty: boolean): TimeRow {
  return { ...rowOf(held), words: <OfficeWords held={held} showsParty={showsParty} /> };
}

/** Who held an office, as a row of a department's time line. */
export function holderRow({ person, office }: OfficeHolding): TimeRow {
  return { ...rowOf(office), words: <HolderWords person={person} held={office} /> };
}

function rowOf(held: HeldOffice): Omit<TimeRow, 'words'> {
  const { id, bounds, fromUnknown, toUnknown, acting } = held;
  return { key: id, days: bounds, fromUnknown, toUnknown, isActing: acting };
}

function OfficeWords(props: { readonly held: HeldOffice; readonly showsParty: boolean }): ReactNode {
  const words = useWords();
  const { held } = props;
  return (
    <>
      <p className="span-title">{asLine(heldTitle(held, words))}</p>
      <p>{asLine(heldDays(held, words))}</p>
      <p className="span-about">
        {held.department === null ? null : (
          <PageLink page={{ type: 'department', id: held.department.id }}>{held.department.name}</PageLink>
        )}
        {held.governments.map((government) => (
          <GovernmentLink key={government.id} government={government} />
        ))}
        {props.showsParty && held.party !== null ? <span>{held.party}</span> : null}
      </p>
    </>
  );
}

function HolderWords({ person, held }: { readonly person: Named; readonly held: HeldOffice }): ReactNode {
  const words = useWords();
  return (
    <>
      <p>
        <PageLink page={{ type: 'person', id: person.id }} className="page-link span-name">
          {person.name}
        </PageLink>
        , {heldTitle(held, words)}
      </p>
      <p>{asLine(heldDays(held, words))}</p>
    </>
  );
}

function GovernmentLink({ government }: { readonly government: Named }): ReactNode {
  return <PageLink page={{ type: 'government', id: government.id }}>{government.name}</PageLink>;
}
