import { useState } from 'react';
import type { ReactNode } from 'react';
import { Button } from 'react-aria-components';
import type { ReaderApi, ReleaseView } from '../../../main/contract/index.ts';
import { useWords } from '../../i18n/words.tsx';
import { tabTitle } from '../../state/tabs.ts';
import { Difference } from './difference.tsx';
import { plainRuns } from './plain-text.ts';
import { ReleaseLink } from './release-link.tsx';

interface VersionsProps {
  readonly api: ReaderApi;
  readonly view: ReleaseView;
}

/** The versions held of this release, where there are several, each with what differs from the one that is shown. */
export function Versions({ api, view }: VersionsProps): ReactNode {
  const { t, date } = useWords();
  const [compared, setCompared] = useState<string | null>(null);
  if (view.versions.length < 2) return null;
  const shownAt = view.versions.findIndex((held) => held.version === view.version);
  return (
    <section className="versions">
      <h2>{t('versions.title')}</h2>
      <ol>
        {view.versions.map((held, index) => {
          if (index === shownAt)
            return (
              <li key={held.version}>
                <b aria-current="true">{t('versions.shown', { date: date(held.date) })}</b>
                <span className="code">{held.version.slice(0, 12)}</span>
              </li>
            );
          const name = t(index === 0 ? 'versions.newest' : 'versions.earlier', { date: date(held.date) });
          const isCompared = compared === held.version;
          // The leading one is first; of two, the one further down is the older.
          const [older, newer] =
            index > shownAt ? [held.version, view.version] : [view.version, held.version];
          return (
            <li key={held.version}>
              <ReleaseLink
                to={{
                  releaseId: view.id,
                  version: index === 0 ? null : held.version,
                  title: tabTitle(plainRuns(view.title)),
                }}
              >
                {name}
              </ReleaseLink>
              <span className="code">{held.version.slice(0, 12)}</span>
              <Button
                className="link-button"
                aria-expanded={isCompared}
                aria-label={t(isCompared ? 'versions.hide-named' : 'versions.compare-named', {
                  version: name,
                })}
                onPress={() => setCompared(isCompared ? null : held.version)}
              >
                {t(isCompared ? 'versions.hide' : 'versions.compare')}
              </Button>
              {isCompared ? <Difference api={api} id={view.id} older={older} newer={newer} /> : null}
            </li>
          );
        })}
      </ol>
    </section>
  );
}
