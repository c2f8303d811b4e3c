import type { RegisterList } from '../../../main/contract/index.ts';

export type RegisterPerson = RegisterList['persons'][number];

/** How people are put in order. */
export const groupings = ['by-office', 'by-government', 'by-name'] as const;
export type Grouping = (typeof groupings)[number];

/** People of one register who belong together. */
export interface PersonGroup {
  readonly key: string;
  readonly title:
    | { readonly type: 'in-office' | 'formerly' | 'no-role' }
    | { readonly type: 'government' | 'letter'; readonly name: string };
  readonly persons: readonly RegisterPerson[];
}

/** People in groups, none of them empty; within a group in the order in which they come. */
export function groupPersons(
  persons: readonly RegisterPerson[],
  { governments }: Pick<RegisterList, 'governments'>,
  grouping: Grouping,
): readonly PersonGroup[] {
  const groups = ((): readonly PersonGroup[] => {
    switch (grouping) {
      case 'by-office':
        return [
          group(
            'in-office',
            { type: 'in-office' },
            persons.filter(({ inOffice }) => inOffice),
          ),
          group(
            'formerly',
            { type: 'formerly' },
            persons.filter((one) => !one.inOffice && hasRole(one)),
          ),
          group(
            'no-role',
            { type: 'no-role' },
            persons.filter((one) => !hasRole(one)),
          ),
        ];
      case 'by-government':
        return [
          ...governments.map(({ id, name }) =>
            group(
              id,
              { type: 'government', name },
              persons.filter((one) => one.governments.includes(id)),
            ),
          ),
          group(
            'no-role',
            { type: 'no-role' },
            persons.filter((one) => one.governments.length === 0),
          ),
        ];
      case 'by-name':
        return byLetter(persons);
    }
  })();
  return groups.filter((one) => one.persons.length > 0);
}

/** People whose names, offices or years have all the words typed. */
export function matchingPersons(
  persons: readonly RegisterPerson[],
  typed: string,
): readonly RegisterPerson[] {
  const wanted = plain(typed).split(/\s+/u).filter(Boolean);
  if (wanted.length === 0) return persons;
  return persons.filter((person) => {
    const text = plain(
      [
        person.name,
        ...person.otherNames,
        ...person.offices.map(({ title, from, to }) => `${title} ${from ?? ''} ${to ?? ''}`),
      ].join(' '),
    );
    return wanted.every((word) => text.includes(word));
  });
}

function byLetter(persons: readonly RegisterPerson[]): readonly PersonGroup[] {
  const letters = new Map<string, RegisterPerson[]>();
  for (const person of persons) {
    const letter = person.name.charAt(0).toLocaleUpperCase('sv');
    letters.set(letter, [...(letters.get(letter) ?? []), person]);
  }
  return [...letters].map(([name, ones]) => group(name, { type: 'letter', name }, ones));
}

function group(key: string, title: PersonGroup['title'], persons: readonly RegisterPerson[]): PersonGroup {
  return { key, title, persons };
}

function hasRole({ offices }: RegisterPerson): boolean {
  return offices.length > 0;
}

function plain(text: string): string {
  return text.normalize('NFC').toLowerCase();
}
