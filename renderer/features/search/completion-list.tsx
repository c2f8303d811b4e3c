import type { ReactNode } from 'react';
import { facetTitles } from '../../i18n/filter-words.ts';
import { useWords } from '../../i18n/words.tsx';
import type { CompletionState } from './use-completion.ts';

type CompletionListProps = Pick<CompletionState, 'completions' | 'listProps' | 'optionProps'>;

/** Names that what is typed may be the beginning of: each with its kind, how many releases, and what tells it apart. */
export function CompletionList({ completions, listProps, optionProps }: CompletionListProps): ReactNode {
  const { t } = useWords();
  return (
    <ul className="completions" {...listProps} aria-label={t('complete.list')}>
      {completions.map((completion, place) => (
        <li key={`${completion.facet}:${completion.id}`} className="completion" {...optionProps(place)}>
          <span className="completion-label">{completion.label}</span>{' '}
          <span className="completion-kind">{t(facetTitles[completion.facet])}</span>{' '}
          <span className="completion-count">{t('complete.said', { count: completion.releases })}</span>{' '}
          {completion.detail === null ? null : <span className="completion-detail">{completion.detail}</span>}
        </li>
      ))}
    </ul>
  );
}
