import { useEffect, useState } from 'react';

/** How many panes stand side by side: filters, results and reader; results and reader; or one at a time. */
export type LayoutMode = 'three' | 'two' | 'one';

const THREE_FROM_REM = 77;
const TWO_FROM_REM = 50;
const ROOT_PX = 16;

/** The panes that fit a window of `width` CSS pixels with text at `textSize` percent. */
export function layoutFor(width: number, textSize: number): LayoutMode {
  const rem = width / ((ROOT_PX * textSize) / 100);
  if (rem >= THREE_FROM_REM) return 'three';
  return rem >= TWO_FROM_REM ? 'two' : 'one';
}

/** The layout of this window, kept up to date. */
export function useLayoutMode(textSize: number): LayoutMode {
  const [width, setWidth] = useState(() => window.innerWidth);
  useEffect(() => {
    const measure = (): void => setWidth(window.innerWidth);
    window.addEventListener('resize', measure);
    return () => window.removeEventListener('resize', measure);
  }, []);
  return layoutFor(width, textSize);
}
