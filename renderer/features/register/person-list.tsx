import type { ReactNode } from 'react';
import { Input, Label, SearchField } from 'react-aria-components';
import type { RegisterList } from '../../../main/contract/index.ts';
import { LiveText } from '../../components/live-text.tsx';
import { SelectField } from '../../components/select-field.tsx';
import { useWords } from '../../i18n/words.tsx';
import type { PlainKey, Words } from '../../i18n/words.tsx';
import { useKept } from '../../state/page-place.tsx';
import { inSeries } from './body-lists.tsx';
import { EntryList } from './entry-list.tsx';
import { groupPersons, groupings, matchingPersons } from './person-groups.ts';
import type { Grouping, PersonGroup, RegisterPerson } from './person-groups.ts';

const MOST_OFFICES = 2;
const SAID_AFTER_MS = 600;

const names = {
  'by-office': 'register.by-office',
  'by-government': 'register.by-government',
  'by-name': 'register.by-name',
} as const satisfies Readonly<Record<Grouping, PlainKey>>;

/** Ministers, with a field that finds among them. */
export function PersonList({ registers }: { readonly registers: readonly RegisterList[] }): ReactNode {
  const words = useWords();
  const { t } = words;
  const [typed, setTyped] = useKept('typed', '');
  const [grouping, setGrouping] = useKept<Grouping>('grouping', 'by-office');
  const found = registers.map((register) => ({
    register,
    persons: matchingPersons(register.persons, typed),
  }));
  const count = found.reduce((sum, { persons }) => sum + persons.length, 0);
  const said = count === 0 ? t('register.none-found') : t('register.found', { count });
  return (
    <>
      <div className="register-entry-tools">
        <SearchField className="register-entry-find" value={typed} onChange={setTyped}>
          <Label className="only-heard">{t('register.find')}</Label>
          <Input className="register-entry-find-input" placeholder={t('register.find-placeholder')} />
        </SearchField>
        <p className="register-entry-found">{said}</p>
        <LiveText text={said} after={SAID_AFTER_MS} />
        <SelectField
          label={t('register.grouping')}
          value={grouping}
          choices={groupings.map((id) => ({ id, label: t(names[id]) }))}
          onChange={setGrouping}
        />
      </div>
      {found.map(({ register, persons }) => (
        <div key={register.series} className="register-entry-lists">
          {groupPersons(persons, register, grouping).map((group) => (
            <EntryList
              key={group.key}
              title={inSeries(titleOf(group, words), register, registers, words)}
              entries={group.persons.map((person) => ({
                id: person.id,
                name: person.name,
                detail: officesOf(person, words),
                releases: person.releases,
              }))}
              pageOf={(id) => ({ type: 'person', id })}
            />
          ))}
        </div>
      ))}
    </>
  );
}

function titleOf({ title }: PersonGroup, { t }: Words): string {
  switch (title.type) {
    case 'in-office':
      return t('register.in-office');
    case 'formerly':
      return t('register.formerly');
    case 'no-role':
      return t('register.no-role');
    case 'government':
    case 'letter':
      return title.name;
  }
}

/** The last offices held, the newest first. */
function officesOf({ offices }: RegisterPerson, words: Words): string {
  const newest = offices.toReversed();
  const said = newest
    .slice(0, MOST_OFFICES)
    .map(({ title, from, to, toUnknown }) => {
      const years = words.years(from, to);
      return `${title} ${toUnknown ? `${years}?` : years}`.trim();
    })
    .join(', ');
  const more = newest.length - MOST_OFFICES;
  return more > 0 ? words.t('register.more-offices', { offices: said, count: more }) : said;
}
