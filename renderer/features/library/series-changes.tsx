import type { ReactNode } from 'react';
import type { SeriesChanges } from '../../../main/contract/index.ts';
import { useWords } from '../../i18n/words.tsx';
import { ReleaseList } from './release-list.tsx';

interface SeriesChangesViewProps {
  readonly changes: SeriesChanges;
  /** Opens a release; left out before they are installed. */
  readonly onRead?: (releaseId: string) => void;
}

const sorts = [
  { name: 'added', key: 'changes.added' },
  { name: 'changed', key: 'changes.changed' },
  { name: 'withdrawn', key: 'changes.withdrawn' },
  { name: 'revoked', key: 'changes.revoked' },
] as const;

/** What an import changes in a series: new, changed and withdrawn releases, counted and by their first titles. */
export function SeriesChangesView({ changes, onRead }: SeriesChangesViewProps): ReactNode {
  const { t, number } = useWords();
  const present = sorts.filter(({ name }) => changes[name].total > 0);
  if (present.length === 0) return <p className="changes-none">{t('changes.none')}</p>;
  return (
    <div className="changes">
      {present.map(({ name, key }) => (
        <section key={name} className="change" data-sort={name}>
          <h4>
            <span className="change-count">{number(changes[name].total)}</span>{' '}
            {t(key, { count: changes[name].total })}
          </h4>
          <ReleaseList list={changes[name]} {...(onRead === undefined ? {} : { onRead })} />
        </section>
      ))}
    </div>
  );
}
