import { useEffect, useState } from 'react';
import { flushSync } from 'react-dom';
import type { Press } from './press.ts';

/**
 * A value, held back until what is more urgent is on the screen: it changes when the frame after its change has
 * been made, and not under a press. The first one is there at once.
 */
export function useAfterPaint<T>(value: T | null, press: Press): T | null {
  const [shown, setShown] = useState(value);
  useEffect(() => {
    let takeBack = (): void => undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    // Rendered at once when its time has come: a press that began meanwhile would find it changing.
    const show = (): void => flushSync(() => setShown(value));
    const frame = requestAnimationFrame(() => {
      timer = setTimeout(() => {
        takeBack = press.whenOver(show);
      });
    });
    return () => {
      cancelAnimationFrame(frame);
      clearTimeout(timer);
      takeBack();
    };
  }, [value, press]);
  return shown ?? value;
}
