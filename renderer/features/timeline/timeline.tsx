import { memo, useCallback, useId, useRef, useState } from 'react';
import type { ReactNode } from 'react';
import { Button, ToggleButton, ToggleButtonGroup } from 'react-aria-components';
import { rangesOverlap, timeUnits } from '../../../main/contract/index.ts';
import type { Day, DayRange, Filters, ReaderApi, TimeBin, TimeUnit } from '../../../main/contract/index.ts';
import { Icon } from '../../components/icons.tsx';
import { ProblemNote } from '../../components/problem-note.tsx';
import { periodInWords } from '../../i18n/filter-words.ts';
import { problemInWords } from '../../i18n/problem-words.ts';
import { useWords } from '../../i18n/words.tsx';
import type { Press } from '../../state/press.ts';
import type { ResultView } from '../../state/result-store.ts';
import { chartOf, fullestBin } from './chart.ts';
import { TimeBeside } from './time-beside.tsx';
import { TimeChart } from './time-chart.tsx';
import { TimeTable } from './time-table.tsx';
import { unitWords } from './time-words.ts';
import { unitBeside } from './time-window.ts';
import type { TimeView } from './time-window.ts';
import { useTimeline, useWidth } from './use-timeline.ts';
import './timeline.css';
import './time-plot.css';
import './time-table.css';

interface TimelineProps {
  readonly api: Pick<ReaderApi, 'timeline'>;
  readonly view: ResultView;
  /** Names what is searched. */
  readonly edition: string;
  readonly press: Press;
  readonly filters: Pick<Filters, 'from' | 'to'>;
  readonly isOpen: boolean;
  readonly isTable: boolean;
  readonly isHidden: boolean;
  /** Whether a page lies over it. */
  readonly isCovered: boolean;
  readonly onOpenChange: (open: boolean) => void;
  readonly onTableChange: (table: boolean) => void;
  readonly onPeriod: (from: Day | null, to: Day | null) => void;
}

const wholeScale: TimeView = { unit: null, around: null };

/** When the releases of the result are from. What is picked here is the period of the filters, and the other way about. */
export const Timeline = memo(function Timeline(props: TimelineProps): ReactNode {
  const words = useWords();
  const { filters, isOpen, isTable, onPeriod } = props;
  const id = useId();
  const body = useRef<HTMLDivElement>(null);
  const width = useWidth(body);
  const [zoom, setZoom] = useState(wholeScale);
  const counted = useTimeline(props.api, { ...props, zoom, width });
  const { answer } = counted;
  const chart = answer === null ? null : chartOf(answer);
  const pick = useCallback(({ from, to }: DayRange) => onPeriod(from, to), [onPeriod]);
  const clear = useCallback(() => onPeriod(null, null), [onPeriod]);
  const section = useRef<HTMLElement>(null);
  // The button goes with the period; the focus stays in the timeline.
  const clearByButton = (): void => {
    clear();
    const next = ['[data-pane-focus]', '.time-fold'].map((one) => section.current?.querySelector(one));
    next.find((one) => one instanceof HTMLElement)?.focus();
  };
  useShownPeriod(filters, answer?.shown ?? null, setZoom);
  const zoomTo = (unit: TimeUnit, around?: Day): void => {
    const fullest = chart?.bins[fullestBin(chart)]?.from;
    setZoom({ unit, around: around ?? filters.from ?? filters.to ?? fullest ?? null });
  };
  const enter = (bin: TimeBin): void => {
    pick(bin);
    const finer = unitBeside(counted.unit, 1);
    if (finer !== null) zoomTo(finer, bin.from);
  };
  const step = (by: 1 | -1, around: Day): void => {
    const unit = unitBeside(counted.unit, by);
    if (unit !== null) zoomTo(unit, around);
  };
  return (
    <section
      ref={section}
      className={isOpen ? 'timeline' : 'timeline timeline-closed'}
      aria-label={words.t('timeline.title')}
      data-pane="timeline"
      hidden={props.isHidden}
      inert={props.isCovered}
    >
      <div className="time-head">
        <h2 className="time-title">
          <Button
            className="time-fold"
            aria-expanded={isOpen}
            aria-controls={id}
            onPress={() => props.onOpenChange(!isOpen)}
          >
            <Icon name={isOpen ? 'chevron-down' : 'chevron-right'} />
            <span>{words.t('timeline.title')}</span>
          </Button>
        </h2>
        <Period filters={filters} onClear={clearByButton} />
        {isOpen ? (
          <>
            <Units unit={counted.unit} onChange={(unit) => zoomTo(unit)} />
            <Walk answer={answer} onWalk={(around) => setZoom({ unit: counted.unit, around })} />
          </>
        ) : null}
        {isOpen ? (
          <Button className="link-button time-turn" onPress={() => props.onTableChange(!isTable)}>
            {words.t(isTable ? 'timeline.as-bars' : 'timeline.as-table')}
          </Button>
        ) : null}
      </div>
      <div id={id} className="time-body" hidden={!isOpen} aria-busy={counted.pending}>
        <div ref={body} className="time-main">
          {counted.problem !== null ? (
            <ProblemNote
              tone="quiet"
              actions={
                <Button className="button" onPress={counted.retry}>
                  {words.t('results.retry')}
                </Button>
              }
            >
              {problemInWords(counted.problem, words.language)}
            </ProblemNote>
          ) : answer === null ? null : chart === null || answer.scale === null ? (
            <p className="time-none">{words.t('timeline.none')}</p>
          ) : isTable ? (
            <TimeTable chart={chart} answer={answer} period={filters} onPick={pick} />
          ) : (
            <TimeChart
              chart={chart}
              answer={answer}
              scale={answer.scale}
              period={filters}
              width={width}
              onPick={pick}
              onClear={clear}
              onEnter={enter}
              onZoom={step}
              onReach={(around) => setZoom({ unit: counted.unit, around })}
            />
          )}
        </div>
        {isTable ? null : <TimeBeside answer={answer} most={chart?.most ?? 1} />}
      </div>
    </section>
  );
});

/** A period that is chosen elsewhere comes in sight; one that is in sight moves nothing. */
function useShownPeriod(
  { from, to }: Pick<Filters, 'from' | 'to'>,
  shown: TimeBin | null,
  setZoom: (change: (zoom: TimeView) => TimeView) => void,
): void {
  const [known, setKnown] = useState<DayRange>({ from: null, to: null });
  if (shown === null || (known.from === from && known.to === to)) return;
  setKnown({ from, to });
  const around = from ?? to;
  if (around === null || rangesOverlap({ from, to }, shown)) return;
  setZoom((zoom) => ({ ...zoom, around }));
}

/** The period in words, and the way to be rid of it. */
function Period(props: {
  readonly filters: Pick<Filters, 'from' | 'to'>;
  readonly onClear: () => void;
}): ReactNode {
  const words = useWords();
  const said = periodInWords(props.filters, words);
  return (
    <div className="time-period">
      <p className="time-said">{said ?? words.t('timeline.whole')}</p>
      {said === null ? null : (
        <Button className="link-button" aria-label={words.t('timeline.clear-said')} onPress={props.onClear}>
          {words.t('timeline.clear')}
        </Button>
      )}
    </div>
  );
}

function Units(props: { readonly unit: TimeUnit; readonly onChange: (unit: TimeUnit) => void }): ReactNode {
  const { t } = useWords();
  return (
    <ToggleButtonGroup
      className="time-units"
      aria-label={t('timeline.unit')}
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[props.unit]}
      onSelectionChange={(keys) => {
        const chosen = timeUnits.find((unit) => keys.has(unit));
        if (chosen !== undefined) props.onChange(chosen);
      }}
    >
      {timeUnits.map((unit) => (
        <ToggleButton key={unit} id={unit} className="time-unit">
          {t(unitWords[unit])}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
}

interface WalkProps {
  readonly answer: ReturnType<typeof useTimeline>['answer'];
  readonly onWalk: (around: Day) => void;
}

/** Earlier and later, where the bars do not reach over the whole scale. Its room is kept where they do. */
function Walk({ answer, onWalk }: WalkProps): ReactNode {
  const { t } = useWords();
  const { scale = null, shown = null, before = 0, after = 0 } = answer ?? {};
  const isWhole = scale === null || shown === null || (shown.from <= scale.from && shown.to >= scale.to);
  if (isWhole) return <div className="time-walk" />;
  return (
    <div className="time-walk">
      <Button
        className="icon-button"
        aria-label={t('timeline.earlier', { count: before })}
        isDisabled={shown.from <= scale.from}
        onPress={() => onWalk(shown.from)}
      >
        <Icon name="chevron-left" />
      </Button>
      <Button
        className="icon-button"
        aria-label={t('timeline.later', { count: after })}
        isDisabled={shown.to >= scale.to}
        onPress={() => onWalk(shown.to)}
      >
        <Icon name="chevron-right" />
      </Button>
    </div>
  );
}
