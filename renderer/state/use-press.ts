import { useEffect, useState } from 'react';
import { Press } from './press.ts';

const PRESSABLE = 'button, a, label, input, [role="button"], [role="option"], [role="row"]';

/** A mouse's click is there before anything else can be; a finger's or a pen's comes a little later. */
const CLICK_AFTER_MS = { mouse: 0, other: 60 } as const;

/** The presses in this window. */
export function usePress(): Press {
  const [press] = useState(() => new Press());
  useEffect(() => {
    const stop = watch(press);
    return () => {
      stop();
      press.endAll();
    };
  }, [press]);
  return press;
}

/** Tells `press` of pointers that go down and come up; the result ends that. */
function watch(press: Press): () => void {
  const ending = new Map<number, ReturnType<typeof setTimeout>>();
  const down = ({ target, pointerId }: PointerEvent): void => {
    clearTimeout(ending.get(pointerId));
    if (target instanceof Element && target.closest(PRESSABLE) !== null) press.begin(pointerId);
  };
  const up = ({ pointerId, pointerType }: PointerEvent): void => {
    const after = pointerType === 'mouse' ? CLICK_AFTER_MS.mouse : CLICK_AFTER_MS.other;
    ending.set(
      pointerId,
      setTimeout(() => press.end(pointerId), after),
    );
  };
  const cancel = ({ pointerId }: PointerEvent): void => press.end(pointerId);
  const listening = new AbortController();
  const how = { capture: true, signal: listening.signal };
  window.addEventListener('pointerdown', down, how);
  window.addEventListener('pointerup', up, how);
  window.addEventListener('pointercancel', cancel, how);
  window.addEventListener('blur', press.endAll, { signal: listening.signal });
  return () => listening.abort();
}
