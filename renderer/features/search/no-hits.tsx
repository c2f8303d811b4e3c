import { useMemo } from 'react';
import type { ReactNode } from 'react';
import { Button } from 'react-aria-components';
import type { Suggestion } from '../../../main/contract/index.ts';
import { filterInWords } from '../../i18n/filter-words.ts';
import { useWords } from '../../i18n/words.tsx';
import type { Words } from '../../i18n/words.tsx';
import type { LabelMemory } from '../../state/active-filters.ts';
import type { ResultStore, Terms } from '../../state/result-store.ts';
import { useWaysOut } from '../../state/use-results.ts';
import { DidYouMean, WiderOffer } from './result-notes.tsx';
import { waysOut } from './ways-out.ts';
import type { WayOut } from './ways-out.ts';

interface NoHitsProps {
  readonly terms: Terms;
  readonly labels: LabelMemory;
  readonly store: ResultStore;
  readonly suggestions: readonly Suggestion[];
  readonly onTry: (terms: Pick<Terms, 'query' | 'filters'>) => void;
  /** Null where a wider search makes no sense, or is what gave nothing. */
  readonly onWiden: (() => void) | null;
  readonly onHelp: () => void;
}

/** Nothing was found: what would be, with fewer filters or words, and what else to try. */
export function NoHits(props: NoHitsProps): ReactNode {
  const words = useWords();
  const { t } = words;
  const ways = useMemo(() => waysOut(props.terms), [props.terms]);
  const tried = useWaysOut(props.store, ways);
  return (
    <div className="no-hits">
      <h3 className="no-hits-title">{t('no-hits.title')}</h3>
      <DidYouMean
        suggestions={props.suggestions}
        isFirst
        onTake={(query) => props.onTry({ query, filters: props.terms.filters })}
      />
      {tried.length === 0 ? null : (
        <>
          <p>{t('no-hits.try')}</p>
          <ul className="ways">
            {tried.map(({ way, total }) => (
              <li key={way.key}>
                <Button className="way" onPress={() => props.onTry(way.terms)}>
                  <span>{wayInWords(way, props.labels, words)}</span>
                  <span className="way-count">{t('results.count', { count: total })}</span>
                </Button>
              </li>
            ))}
          </ul>
        </>
      )}
      {props.onWiden === null ? null : <WiderOffer onWiden={props.onWiden} />}
      <ul className="hints">
        {props.terms.query.trim() === '' ? null : (
          <>
            <li>{t('no-hits.spelling')}</li>
            <li>{t('no-hits.truncate')}</li>
            <li>{t('no-hits.either')}</li>
          </>
        )}
        <li>
          <Button className="link-button" onPress={props.onHelp}>
            {t('no-hits.help')}
          </Button>
        </li>
      </ul>
    </div>
  );
}

function wayInWords(way: WayOut, labels: LabelMemory, words: Words): string {
  switch (way.type) {
    case 'filter':
      return words.t('way.filter', { filter: filterInWords(way.filter, labels, words) });
    case 'all-filters':
      return words.t('way.all-filters');
    case 'word':
      return words.t('way.word', { word: way.word });
    case 'part':
      return words.t('way.part', { part: way.part });
    case 'beginning':
      return words.t('way.beginning', { word: way.word });
  }
}
