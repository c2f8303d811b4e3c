import { useSyncExternalStore } from 'react';

/** How many panes stand side by side: filters, results and reader; results and reader; or one at a time. */
export type LayoutMode = 'three' | 'two' | 'one';

const THREE_FROM_REM = 77;
const TWO_FROM_REM = 50;
const LOW_REM = 26;
const ROOT_PX = 16;

/** Whether a window of `height` CSS pixels has room for few lines of text at `textSize` percent. */
export function isLow(height: number, textSize: number): boolean {
  return height / ((ROOT_PX * textSize) / 100) < LOW_REM;
}

/** The panes that fit a window of `width` CSS pixels with text at `textSize` percent. */
export function layoutFor(width: number, textSize: number): LayoutMode {
  const rem = width / ((ROOT_PX * textSize) / 100);
  if (rem >= THREE_FROM_REM) return 'three';
  return rem >= TWO_FROM_REM ? 'two' : 'one';
}

/** The layout of this window, kept up to date. */
export function useLayoutMode(textSize: number): LayoutMode {
  return layoutFor(useMeasured(innerWidthOf), textSize);
}

/** Whether this window is low, kept up to date. */
export function useIsLow(textSize: number): boolean {
  return isLow(useMeasured(innerHeightOf), textSize);
}

const innerWidthOf = (): number => window.innerWidth;
const innerHeightOf = (): number => window.innerHeight;

function useMeasured(measure: () => number): number {
  return useSyncExternalStore(hearOfResizing, measure);
}

function hearOfResizing(hear: () => void): () => void {
  window.addEventListener('resize', hear);
  return () => window.removeEventListener('resize', hear);
}
