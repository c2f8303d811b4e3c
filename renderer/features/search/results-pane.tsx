import { memo, useCallback, useMemo } from 'react';
import type { ReactNode } from 'react';
import { Button } from 'react-aria-components';
import { sortOrders } from '../../../main/contract/index.ts';
import type { Hit, SortOrder } from '../../../main/contract/index.ts';
import { LiveText } from '../../components/live-text.tsx';
import { ProblemNote } from '../../components/problem-note.tsx';
import { SelectField } from '../../components/select-field.tsx';
import { sortTitles } from '../../i18n/filter-words.ts';
import { problemInWords } from '../../i18n/problem-words.ts';
import { useWords } from '../../i18n/words.tsx';
import type { Words } from '../../i18n/words.tsx';
import type { ActiveFilter, LabelMemory } from '../../state/active-filters.ts';
import type { ResultStore, ResultSummary, ResultView, Terms } from '../../state/result-store.ts';
import { sortInForce } from '../../state/search-state.ts';
import type { SearchState } from '../../state/search-state.ts';
import type { SwitchedOff } from '../../state/switched-off.ts';
import { useShownMark } from '../../state/typing-marks.ts';
import { Chips } from './chips.tsx';
import { NoHits } from './no-hits.tsx';
import { ResultList } from './result-list.tsx';
import type { HowToOpen } from './result-list.tsx';
import { DidYouMean, FallbackNote, FormerNote, WiderNote, fallbackWords } from './result-notes.tsx';
import { Understood } from './understood.tsx';
import { canWiden } from './ways-out.ts';
import './asked.css';
import './search.css';
import './hit.css';

const TOLD_AFTER_MS = 700;

/** What can be done from the results. */
export interface ResultsActions {
  readonly removeFilter: (filter: ActiveFilter) => void;
  readonly clearFilters: () => void;
  readonly sort: (sort: SortOrder) => void;
  readonly tryTerms: (terms: Pick<Terms, 'query' | 'filters'>) => void;
  readonly switchForm: (of: SwitchedOff, on: boolean) => void;
  readonly widen: (on: boolean) => void;
  readonly open: (hit: Hit, how: HowToOpen) => void;
  readonly leave: () => void;
  readonly showHelp: () => void;
}

interface ResultsPaneProps {
  readonly state: SearchState;
  readonly view: ResultView;
  readonly store: ResultStore;
  readonly labels: LabelMemory;
  readonly actions: ResultsActions;
  /** What else can be done with the result: the filters, where they are not in sight, and what others put there. */
  readonly tools: ReactNode;
}

/** What was found. */
export function ResultsPane(props: ResultsPaneProps): ReactNode {
  const words = useWords();
  const { view, actions, state } = props;
  const summary = view.state === 'shown' ? view.summary : null;
  useShownMark(view);
  const count = summary === null ? '' : words.t('results.count', { count: summary.total });
  return (
    <>
      <header className="results-head">
        <div className="results-line">
          <h2 className="results-count">{count === '' ? words.t('results.title') : count}</h2>
          <div className="results-tools">{props.tools}</div>
          <SortChoice sort={sortInForce(state)} hasWords={state.query.trim() !== ''} onSort={actions.sort} />
        </div>
        <LiveText text={spoken(summary, words)} after={TOLD_AFTER_MS} />
        {summary !== null && summary.possible > 0 ? (
          <p className="results-possible">{words.t('results.possible', { count: summary.possible })}</p>
        ) : null}
        {view.state === 'shown' ? <Asked {...props} view={view} /> : null}
        <Chips
          filters={state.filters}
          labels={props.labels}
          onRemove={actions.removeFilter}
          onClear={actions.clearFilters}
        />
      </header>
      <Found {...props} words={words} />
    </>
  );
}

/** What was searched and how it was taken, where that is not just as it was typed. */
function Asked(
  props: ResultsPaneProps & { readonly view: Extract<ResultView, { readonly state: 'shown' }> },
): ReactNode {
  const { view, actions, state, store } = props;
  const { summary, terms, problem } = view;
  const off = useMemo(() => new Set(state.without.map(({ form }) => form)), [state.without]);
  const { filters } = state;
  return (
    <>
      {problem === null ? null : <FormerNote problem={problem} onRetry={() => store.retry()} />}
      <Understood
        understood={summary.understood}
        query={terms.query}
        off={off}
        onSwitch={actions.switchForm}
      />
      {state.wider ? <WiderNote onOff={() => actions.widen(false)} /> : null}
      {summary.fallback === null || summary.total === 0 ? null : <FallbackNote fallback={summary.fallback} />}
      {summary.total === 0 ? null : (
        <DidYouMean
          suggestions={summary.suggestions}
          isFirst={false}
          onTake={(query) => actions.tryTerms({ query, filters })}
        />
      )}
    </>
  );
}

function Found(props: ResultsPaneProps & { readonly words: Words }): ReactNode {
  const { view, store, actions, words } = props;
  const want = useCallback((first: number, last: number) => store.want(first, last), [store]);
  const widen = useCallback(() => actions.widen(true), [actions]);
  switch (view.state) {
    case 'waiting':
      return <WaitingRows label={words.t('results.searching')} />;
    case 'failed':
      return (
        <div className="results-failed">
          <ProblemNote
            tone="warn"
            actions={
              <>
                <Button className="button" onPress={() => store.retry()}>
                  {words.t('results.retry')}
                </Button>
                <Button className="button" onPress={actions.clearFilters}>
                  {words.t('chips.clear')}
                </Button>
              </>
            }
          >
            {problemInWords(view.problem, words.language)}
          </ProblemNote>
        </div>
      );
    case 'shown':
      return view.summary.total === 0 ? (
        <NoHits
          terms={view.terms}
          suggestions={view.summary.suggestions}
          labels={props.labels}
          store={store}
          onTry={actions.tryTerms}
          onWiden={canWiden(view.terms, view.summary.understood) ? widen : null}
          onHelp={actions.showHelp}
        />
      ) : (
        <ResultList
          resultKey={view.summary}
          total={view.summary.total}
          hits={view.hits}
          openId={props.state.releaseId}
          onWant={want}
          onWiden={canWiden(view.terms, view.summary.understood) ? widen : null}
          onOpen={actions.open}
          onLeave={actions.leave}
        />
      );
  }
}

interface SortChoiceProps {
  readonly sort: SortOrder;
  /** With no words there is no relevance. */
  readonly hasWords: boolean;
  readonly onSort: (sort: SortOrder) => void;
}

const SortChoice = memo(function SortChoice({ sort, hasWords, onSort }: SortChoiceProps): ReactNode {
  const { t } = useWords();
  const choices = sortOrders
    .filter((order) => hasWords || order !== 'relevance')
    .map((id) => ({ id, label: t(sortTitles[id]) }));
  return <SelectField label={t('sort.label')} value={sort} choices={choices} onChange={onSort} />;
});

/** Rows to come, drawn as lines; said once. */
function WaitingRows({ label }: { readonly label: string }): ReactNode {
  return (
    <div className="waiting-rows">
      <p className="only-heard">{label}</p>
      {['a', 'b', 'c', 'd', 'e'].map((row) => (
        <div key={row} className="waiting-row" aria-hidden="true">
          <span />
          <span />
          <span />
        </div>
      ))}
    </div>
  );
}

function spoken(summary: ResultSummary | null, { t }: Words): string {
  if (summary === null) return '';
  if (summary.total === 0) return t('no-hits.title');
  const count = t('results.count', { count: summary.total });
  const { fallback } = summary;
  return fallback === null || fallback === 'beginning' ? count : `${count}. ${t(fallbackWords[fallback])}`;
}
