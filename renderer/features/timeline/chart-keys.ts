import type { TimeUnit } from '../../../main/contract/index.ts';

/** What a key does in the chart. */
export type ChartMove =
  /** Goes so many bins on, or to an end; `extends`: the chosen stretch goes along. */
  | { readonly type: 'step'; readonly by: number; readonly extends: boolean }
  | { readonly type: 'end'; readonly at: 'first' | 'last'; readonly extends: boolean }
  | { readonly type: 'take' }
  | { readonly type: 'clear' }
  | { readonly type: 'zoom'; readonly step: 1 | -1 };

/** A long step: some years, a year of months, a month of days. */
const PAGE: Readonly<Record<TimeUnit, number>> = { year: 5, month: 12, day: 30 };

interface ChartKey {
  readonly key: string;
  readonly shiftKey: boolean;
  /** Ctrl, Alt or the system's own key: commands of the window. */
  readonly isCommand: boolean;
}

/** What a key means in the chart; null when nothing. */
export function chartMove({ key, shiftKey, isCommand }: ChartKey, unit: TimeUnit): ChartMove | null {
  if (isCommand) return null;
  const step = (by: number): ChartMove => ({ type: 'step', by, extends: shiftKey });
  switch (key) {
    case 'ArrowRight':
      return step(1);
    case 'ArrowLeft':
      return step(-1);
    case 'PageDown':
      return step(PAGE[unit]);
    case 'PageUp':
      return step(-PAGE[unit]);
    case 'Home':
      return { type: 'end', at: 'first', extends: shiftKey };
    case 'End':
      return { type: 'end', at: 'last', extends: shiftKey };
    case 'Enter':
    case ' ':
      return { type: 'take' };
    case 'Escape':
      return { type: 'clear' };
    case '+':
    case '=':
      return { type: 'zoom', step: 1 };
    case '-':
    case '−':
      return { type: 'zoom', step: -1 };
    default:
      return null;
  }
}
