import type { ReactNode } from 'react';
import type { RegisterSource } from '../../../main/contract/index.ts';
import { Fold } from '../../components/fold.tsx';
import { useWords } from '../../i18n/words.tsx';
import { useKept } from '../../state/page-place.tsx';

/** What the register says of one thing, and where it has that from. */
export interface Sourced {
  readonly key: string;
  readonly about: string;
  readonly note: string | null;
  readonly sources: readonly RegisterSource[];
}

interface SourcesProps {
  readonly rows: readonly Sourced[];
  /** What they are written in, which need not be what the window speaks. */
  readonly language: string;
}

/** Where the register's facts come from, on demand. */
export function Sources({ rows, language }: SourcesProps): ReactNode {
  const { t } = useWords();
  const [isOpen, setIsOpen] = useKept('sources', false);
  return (
    <Fold
      level={2}
      className="page-sources"
      title={t('sources.title')}
      isOpen={isOpen}
      onOpenChange={setIsOpen}
    >
      <p className="page-section-lead">{t('sources.lead')}</p>
      <dl className="facts">
        {rows.map((row) => (
          <div key={row.key} className="fact">
            <dt>{row.about}</dt>
            <dd lang={language}>
              <ul>
                {row.sources.map((source) => (
                  <li key={source.title}>
                    {source.title}
                    {source.address === null ? null : (
                      <span className="source-address"> {source.address}</span>
                    )}
                    {source.note === null ? null : <small>{source.note}</small>}
                  </li>
                ))}
              </ul>
              {row.note === null ? null : <p className="source-note">{row.note}</p>}
            </dd>
          </div>
        ))}
      </dl>
    </Fold>
  );
}
