import { useState } from 'react';
import type { KeyboardEvent } from 'react';
import { addDays } from '../../../main/contract/index.ts';
import type { Day, DayRange, TimeBin } from '../../../main/contract/index.ts';
import { binAt, daysOf } from './chart.ts';
import type { Chart } from './chart.ts';
import { chartMove } from './chart-keys.ts';
import type { ChartMove } from './chart-keys.ts';

interface ChartKeysInput {
  readonly chart: Chart;
  readonly scale: TimeBin;
  readonly period: DayRange;
  readonly onPick: (days: TimeBin) => void;
  readonly onClear: () => void;
  readonly onZoom: (step: 1 | -1, around: Day) => void;
  /** Wants a day in sight that is not. */
  readonly onReach: (day: Day) => void;
}

export interface ChartKeys {
  /** The bar that the keyboard is at. */
  readonly active: number;
  /** The stretch that is being extended; null when none is. */
  readonly extended: TimeBin | null;
  readonly goTo: (bin: number) => void;
  /** Lets go of what was being extended. */
  readonly drop: () => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
}

/** Walks over the bars by keyboard, extends a stretch from where one stood, and takes it. */
export function useChartKeys(input: ChartKeysInput): ChartKeys {
  const { chart, scale, period } = input;
  const { bins } = chart;
  const [at, setAt] = useState<Day | null>(null);
  /** Where extending began. */
  const [anchor, setAnchor] = useState<Day | null>(null);
  const day = at ?? period.from ?? bins.at(0)?.from ?? scale.from;
  const active = binAt(bins, day);
  const extended = anchor === null ? null : daysOf(bins, binAt(bins, anchor), active);
  const drop = (): void => setAnchor(null);
  const goTo = (bin: number): void => {
    const from = bins[bin]?.from;
    if (from !== undefined) setAt(from);
  };
  const go = (move: Extract<ChartMove, { type: 'step' | 'end' }>): void => {
    if (move.extends) setAnchor(anchor ?? day);
    else drop();
    const last = bins.length - 1;
    const wanted = move.type === 'step' ? active + move.by : move.at === 'first' ? 0 : last;
    const beyond = wanted < 0 ? bins[0]?.from : wanted > last ? bins[last]?.to : undefined;
    const next = beyond === undefined ? null : addDays(beyond, wanted < 0 ? -1 : 1);
    if (next === null || next < scale.from || next > scale.to) goTo(Math.max(0, Math.min(last, wanted)));
    else {
      setAt(next);
      input.onReach(next);
    }
  };
  const take = (): void => {
    const bin = bins[active];
    if (bin !== undefined) input.onPick(extended ?? bin);
    drop();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const isCommand = event.ctrlKey || event.altKey || event.metaKey;
    const move = chartMove({ key: event.key, shiftKey: event.shiftKey, isCommand }, chart.unit);
    if (move === null) return;
    switch (move.type) {
      case 'step':
      case 'end':
        go(move);
        break;
      case 'take':
        take();
        break;
      case 'zoom':
        drop();
        input.onZoom(move.step, day);
        break;
      case 'clear':
        if (extended !== null) drop();
        else if (period.from !== null || period.to !== null) input.onClear();
        else return;
    }
    event.preventDefault();
    event.stopPropagation();
  };
  return { active, extended, goTo, drop, onKeyDown };
}
