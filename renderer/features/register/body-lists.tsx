import type { ReactNode } from 'react';
import type { RegisterList } from '../../../main/contract/index.ts';
import { useWords } from '../../i18n/words.tsx';
import type { Words } from '../../i18n/words.tsx';
import { EntryList } from './entry-list.tsx';
import type { Entry } from './entry-list.tsx';
import { asLine, departmentDays } from './held-words.ts';

interface ListProps {
  readonly registers: readonly RegisterList[];
}

/** Departments: those that there are, and those that there were. */
export function DepartmentList({ registers }: ListProps): ReactNode {
  const words = useWords();
  return registers.map((register) => {
    const { departments } = register;
    const list = (
      key: 'register.departments-now' | 'register.departments-then',
      isPast: boolean,
    ): ReactNode => (
      <EntryList
        title={inSeries(words.t(key), register, registers, words)}
        entries={departments
          .filter(({ to }) => (to !== null) === isPast)
          .map((one) => departmentEntry(one, words))}
        pageOf={(id) => ({ type: 'department', id })}
      />
    );
    return (
      <div key={register.series} className="register-entry-lists">
        {list('register.departments-now', false)}
        {list('register.departments-then', true)}
      </div>
    );
  });
}

/** Governments, the newest first. */
export function GovernmentList({ registers }: ListProps): ReactNode {
  const words = useWords();
  return registers.map((register) => (
    <EntryList
      key={register.series}
      title={inSeries(words.t('register.governments'), register, registers, words)}
      entries={register.governments.map(({ id, name, from, to, releases }) => ({
        id,
        name,
        detail: asLine(words.range(from, to) ?? ''),
        releases,
      }))}
      pageOf={(id) => ({ type: 'government', id })}
    />
  ));
}

/** A heading that names the series too where there are several. */
export function inSeries(
  title: string,
  { title: series }: RegisterList,
  registers: readonly RegisterList[],
  { t }: Words,
): string {
  return registers.length === 1 ? title : t('register.in-series', { title, series });
}

function departmentEntry(
  { id, name, from, to, formerly, releases }: RegisterList['departments'][number],
  words: Words,
): Entry {
  const days = from === null && to === null ? [] : [asLine(departmentDays({ from, to }, words))];
  const names =
    formerly.length === 0 ? [] : [words.t('register.formerly-named', { names: formerly.join(', ') })];
  return { id, name, detail: [...days, ...names].join('; '), releases };
}
