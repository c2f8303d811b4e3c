import type { ReactNode } from 'react';
import type { Page } from '../../../main/contract/index.ts';
import { PageLink } from '../../components/page-link.tsx';
import { useWords } from '../../i18n/words.tsx';

/** One row of a list of the register. */
export interface Entry {
  readonly id: string;
  readonly name: string;
  readonly detail: string;
  readonly releases: number;
}

interface EntryListProps {
  readonly title: string;
  readonly entries: readonly Entry[];
  readonly pageOf: (id: string) => Page;
}

/** People, departments or governments under a heading; each leads to its page. */
export function EntryList({ title, entries, pageOf }: EntryListProps): ReactNode {
  const { t, number } = useWords();
  if (entries.length === 0) return null;
  return (
    <section className="register-entries">
      <h2>
        {title} <span className="register-entries-count">{number(entries.length)}</span>
      </h2>
      <ul>
        {entries.map((entry) => (
          <li key={entry.id} className="register-entry">
            <span className="register-entry-name">
              <PageLink page={pageOf(entry.id)}>{entry.name}</PageLink>
            </span>
            <span className="register-entry-detail">{entry.detail}</span>
            <span className="register-entry-count">{t('register.releases', { count: entry.releases })}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
