import type { ReactNode } from 'react';
import { Button } from 'react-aria-components';
import type { Fallback, Problem, Suggestion } from '../../../main/contract/index.ts';
import { Icon } from '../../components/icons.tsx';
import { ProblemNote } from '../../components/problem-note.tsx';
import { problemInWords } from '../../i18n/problem-words.ts';
import { useWords } from '../../i18n/words.tsx';

/** What each way of loosening a query is told as. */
export const fallbackWords = {
  beginning: 'fallback.beginning',
  folded: 'fallback.folded',
  parts: 'fallback.parts',
  nearest: 'fallback.nearest',
} as const satisfies Readonly<Record<Fallback, string>>;

/**
 * How the query was loosened because nothing meets it as it stands. The beginning of a word is what one has typed
 * at every letter: that is told quietly.
 */
export function FallbackNote({ fallback }: { readonly fallback: Fallback }): ReactNode {
  const { t } = useWords();
  const said = t(fallbackWords[fallback]);
  if (fallback === 'beginning') return <p className="results-aside">{said}</p>;
  return <ProblemNote tone="quiet">{said}</ProblemNote>;
}

interface DidYouMeanProps {
  readonly suggestions: readonly Suggestion[];
  /** Whether going to the results leads here. */
  readonly isFirst: boolean;
  readonly onTake: (query: string) => void;
}

/** Other spellings that find more, each one press away. */
export function DidYouMean({ suggestions, isFirst, onTake }: DidYouMeanProps): ReactNode {
  const { t } = useWords();
  if (suggestions.length === 0) return null;
  return (
    <div className="did-you-mean">
      <p id="did-you-mean" className="did-you-mean-label">
        {t('suggest.label')}
      </p>
      <ul className="did-you-mean-list" aria-labelledby="did-you-mean">
        {suggestions.map(({ query, releases }, index) => (
          <li key={query}>
            <Button
              className="suggestion"
              onPress={() => onTake(query)}
              {...(isFirst && index === 0 ? { 'data-pane-focus': '' } : {})}
            >
              <span className="suggestion-query">{query}</span>{' '}
              <span className="way-count">{t('results.count', { count: releases })}</span>
            </Button>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** Says that words beside those typed count too, and takes it back. */
export function WiderNote({ onOff }: { readonly onOff: () => void }): ReactNode {
  const { t } = useWords();
  return (
    <p className="results-aside wider-note">
      {t('wider.on')}{' '}
      <Button className="link-button" onPress={onOff}>
        {t('wider.off')}
      </Button>
    </p>
  );
}

/** Offers to search wider, and says what that is. */
export function WiderOffer({ onWiden }: { readonly onWiden: () => void }): ReactNode {
  const { t } = useWords();
  return (
    <div className="wider-offer">
      <Button className="button" onPress={onWiden} aria-describedby="wider-said">
        <Icon name="search" />
        <span>{t('wider.offer')}</span>
      </Button>
      <p id="wider-said">{t('wider.offer-said')}</p>
    </div>
  );
}

interface FormerNoteProps {
  readonly problem: Problem;
  readonly onRetry: () => void;
}

/** A newer search gave nothing; what is below is an older one's. */
export function FormerNote({ problem, onRetry }: FormerNoteProps): ReactNode {
  const { t, language } = useWords();
  return (
    <div role="alert">
      <ProblemNote
        tone="warn"
        actions={
          <Button className="button" onPress={onRetry}>
            {t('results.retry')}
          </Button>
        }
      >
        {problemInWords(problem, language)} {t('results.former')}
      </ProblemNote>
    </div>
  );
}
