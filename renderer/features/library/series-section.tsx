import { useState } from 'react';
import type { ReactNode } from 'react';
import { Button } from 'react-aria-components';
import type { LibraryPackage, LibraryView, ReaderApi } from '../../../main/contract/index.ts';
import { useWords } from '../../i18n/words.tsx';
import type { Job } from '../../state/session-state.ts';
import type { SessionActions } from '../../state/use-session.ts';
import { PackageRow } from './package-row.tsx';

interface SeriesSectionProps {
  /** Of one series, the newest first; never none. */
  readonly packages: readonly LibraryPackage[];
  readonly library: LibraryView;
  readonly jobs: readonly Job[];
  readonly api: ReaderApi;
  readonly actions: SessionActions;
}

/** Packages shown of a long series before all are asked for. */
const SHOWN = 8;

/** The installed packages of one series. */
export function SeriesSection(props: SeriesSectionProps): ReactNode {
  const { t } = useWords();
  const { packages } = props;
  const [showsAll, setShowsAll] = useState(false);
  const newest = packages[0];
  if (newest === undefined) return null;
  const isLong = packages.length > SHOWN + 2;
  const shown = isLong && !showsAll ? packages.slice(0, SHOWN) : packages;
  const id = `series-${newest.series}`;
  return (
    <section className="library-section" aria-labelledby={id}>
      <div className="section-head">
        <h2 id={id}>{newest.title}</h2>
        <p className="section-about dotted">
          {newest.organisation === null ? null : <span>{newest.organisation}</span>}
          <span>{t('library.series-named', { series: newest.series })}</span>
          <span>{t('library.packages', { count: packages.length })}</span>
        </p>
      </div>
      <ul className="packages">
        {shown.map((one) => (
          <PackageRow
            key={one.identity}
            of={one}
            previous={packages.find(({ identity }) => identity === one.previous) ?? null}
            library={props.library}
            jobs={props.jobs}
            api={props.api}
            actions={props.actions}
          />
        ))}
      </ul>
      {isLong ? (
        <Button className="link-button packages-more" onPress={() => setShowsAll(!showsAll)}>
          {showsAll ? t('library.show-few') : t('library.show-all', { count: packages.length })}
        </Button>
      ) : null}
    </section>
  );
}
