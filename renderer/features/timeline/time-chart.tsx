import { memo, useId, useState } from 'react';
import type { CSSProperties, HTMLAttributes, ReactNode } from 'react';
import type { Day, DayRange, TimeBin, TimelineAnswer } from '../../../main/contract/index.ts';
import { LiveText } from '../../components/live-text.tsx';
import { useWords } from '../../i18n/words.tsx';
import { stretchOf } from './chart.ts';
import type { Chart, Stretch } from './chart.ts';
import { Axis, Bands, Bars, Chosen } from './plot-layers.tsx';
import { binInWords, binsAsHeard, daysInWords, governmentsInWords } from './time-words.ts';
import { useBrush } from './use-brush.ts';
import { useChartKeys } from './use-chart-keys.ts';
import type { ChartKeys } from './use-chart-keys.ts';

interface TimeChartProps {
  readonly chart: Chart;
  readonly answer: TimelineAnswer;
  readonly scale: TimeBin;
  readonly period: DayRange;
  /** CSS pixels from side to side. */
  readonly width: number;
  readonly onPick: (days: DayRange) => void;
  readonly onClear: () => void;
  /** A bar was pressed: it is picked, and what is in it wanted in sight. */
  readonly onEnter: (bin: TimeBin) => void;
  readonly onZoom: (step: 1 | -1, around: Day) => void;
  readonly onReach: (day: Day) => void;
}

/** CSS pixels that the label of a year, or of a month, takes. */
const LABEL = { year: 44, month: 84 } as const;
const TOLD_AFTER_MS = 350;

/**
 * The bars. For those who hear them they are a list of which a stretch can be chosen: one stop for Tab, arrows from bar to
 * bar, Shift to extend, each with its time, its number and its place among all. Two sliders, one for each end, would tell
 * neither the numbers of the bars between nor how many bars there are.
 */
export function TimeChart(props: TimeChartProps): ReactNode {
  const words = useWords();
  const { chart, period, answer } = props;
  const { bins, counts } = chart;
  const id = useId();
  const [isFocused, setIsFocused] = useState(false);
  const keys = useChartKeys(props);
  const brush = useBrush({
    bins,
    period,
    onDrawn: props.onPick,
    onPressed: (n) => {
      const bin = bins[n];
      if (bin === undefined) return;
      keys.goTo(n);
      keys.drop();
      props.onEnter(bin);
    },
  });
  const draft = brush.drawn ?? keys.extended;
  const shown = draft ?? (period.from === null && period.to === null ? null : period);
  const chosen = shown === null ? null : stretchOf(bins, shown);
  // A period that lies wholly elsewhere leaves nothing chosen here.
  const none: Stretch | null = shown === null ? null : { start: 0, end: 0 };
  const pointed = brush.hovered ?? (isFocused ? keys.active : null);
  const told = draftInWords(chart, draft, words);
  return (
    <div className="time-chart">
      <div className="time-plot" {...brush.handlers}>
        <Bands bins={bins} governments={answer.governments} width={props.width} />
        <Bars chart={chart} chosen={chosen ?? none} />
        <div
          className="time-list"
          {...listProps(id, keys, setIsFocused)}
          aria-label={words.t('timeline.bars')}
          data-pane-focus=""
        >
          <Options id={id} chart={chart} answer={answer} chosen={chosen} />
          <span className="time-at" aria-hidden="true" style={at(keys.active, bins.length)} />
        </div>
        {chosen === null ? null : <Chosen bins={bins.length} stretch={chosen} />}
        {pointed === null && draft === null ? null : (
          <Pointed
            place={pointed ?? keys.active}
            bins={bins.length}
            text={told ?? pointedInWords(chart, answer, pointed ?? keys.active, words)}
          />
        )}
      </div>
      <Axis
        chart={chart}
        most={Math.floor(props.width / LABEL[chart.unit === 'day' ? 'month' : 'year'])}
        onPick={props.onPick}
      />
      <p className="only-heard" id={`${id}-keys`}>
        {words.t('timeline.keys')}
      </p>
      <LiveText
        text={told === null ? '' : words.t('timeline.extended', { days: told })}
        after={TOLD_AFTER_MS}
      />
      <output className="only-heard">{counts.length === 0 ? '' : words.t(unitTold[chart.unit])}</output>
    </div>
  );
}

const unitTold = {
  year: 'timeline.per-year',
  month: 'timeline.per-month',
  day: 'timeline.per-day',
} as const;

/** A list box has the focus itself, and says which of its options the keyboard is at. */
function listProps(
  id: string,
  { active, drop, onKeyDown }: ChartKeys,
  onFocusChange: (focused: boolean) => void,
): HTMLAttributes<HTMLElement> {
  return {
    role: 'listbox',
    tabIndex: 0,
    'aria-multiselectable': true,
    'aria-orientation': 'horizontal',
    'aria-activedescendant': `${id}-${active}`,
    'aria-describedby': `${id}-keys`,
    onKeyDown,
    onFocus: () => onFocusChange(true),
    onBlur: () => {
      onFocusChange(false);
      drop();
    },
  };
}

function optionProps(isChosen: boolean): HTMLAttributes<HTMLElement> {
  return { role: 'option', 'aria-selected': isChosen };
}

interface OptionsProps {
  readonly id: string;
  readonly chart: Chart;
  readonly answer: TimelineAnswer;
  readonly chosen: Stretch | null;
}

const Options = memo(function Options({ id, chart, answer, chosen }: OptionsProps): ReactNode {
  const words = useWords();
  return binsAsHeard(chart, answer.governments, words).map((heard, n) => (
    <span
      key={chart.bins[n]?.from}
      id={`${id}-${n}`}
      className="time-option"
      aria-label={heard}
      {...optionProps(chosen !== null && n + 1 > chosen.start && n < chosen.end)}
    />
  ));
});

/** The words for a bar, over it; kept within the chart. */
function Pointed(props: { readonly place: number; readonly bins: number; readonly text: string }): ReactNode {
  const along = `${(100 * (props.place + 0.5)) / props.bins}%`;
  return (
    <p className="time-pointed" aria-hidden="true" style={{ '--along': along } as CSSProperties}>
      {props.text}
    </p>
  );
}

function at(place: number, bins: number): CSSProperties {
  return { left: `${(100 * place) / bins}%`, width: `${100 / bins}%` };
}

type WordsInForce = ReturnType<typeof useWords>;

function draftInWords(chart: Chart, draft: DayRange | null, words: WordsInForce): string | null {
  if (draft === null) return null;
  const { from, to } = draft;
  if (from === null || to === null) return words.range(from, to);
  return daysInWords(chart, { from, to }, words);
}

function pointedInWords(
  { bins, counts }: Chart,
  { governments }: TimelineAnswer,
  place: number,
  words: WordsInForce,
): string {
  const bin = bins[place];
  if (bin === undefined) return '';
  const said = binInWords(bin, counts[place] ?? 0, words);
  const names = governmentsInWords(governments, bin, words);
  return names === '' ? said : `${said} · ${names}`;
}
