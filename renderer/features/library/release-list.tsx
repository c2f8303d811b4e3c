import type { ReactNode } from 'react';
import { Button } from 'react-aria-components';
import type { ChangedRelease } from '../../../main/contract/index.ts';
import { useWords } from '../../i18n/words.tsx';

interface ReleaseListProps {
  readonly list: { readonly total: number; readonly first: readonly ChangedRelease[] };
  /** Opens one of them; left out where none can be read yet. */
  readonly onRead?: (releaseId: string) => void;
}

/** Titles shown before the rest is only counted. */
const SHOWN = 5;

/** The first of some releases, by title, and how many more there are. */
export function ReleaseList({ list, onRead }: ReleaseListProps): ReactNode {
  const { t } = useWords();
  if (list.total === 0) return null;
  const shown = list.first.slice(0, SHOWN);
  const more = list.total - shown.length;
  return (
    <ul className="release-list">
      {shown.map((release) => {
        const title = release.title ?? t('changes.unknown', { id: release.id });
        return (
          <li key={release.id}>
            {onRead === undefined ? (
              <span className="listed-title">{title}</span>
            ) : (
              <Button className="link-button listed-title" onPress={() => onRead(release.id)}>
                {title}
              </Button>
            )}
          </li>
        );
      })}
      {more === 0 ? null : <li className="release-more">{t('changes.more', { count: more })}</li>}
    </ul>
  );
}
