import { useCallback, useEffect, useRef, useState } from 'react';
import type { Status } from '../../main/contract/index.ts';
import { useCommand } from '../state/commands.tsx';
import type { SessionActions } from '../state/use-session.ts';
import { focusPane } from './panes.ts';

/** How many frames a list that comes back to the screen may take to lay out its rows. */
const FRAMES = 60;

/** The two screens of the window. */
export type Place = 'reading' | 'library';

/**
 * Which screen is shown. The library comes when it is asked for and when an import begins, wherever that was asked for; a
 * folder that was opened to be read is read. Leaving the library finishes what was taken away there.
 * Back leads out of it; outside of it, back and forward go through the history (`onStep`).
 */
export function usePlace(
  { importing, open }: Status,
  { finishRemoval }: Pick<SessionActions, 'finishRemoval'>,
  onStep: (step: 'back' | 'forward') => void,
): { readonly place: Place; readonly toLibrary: () => void; readonly toReading: () => void } {
  const [place, setPlace] = useState<Place>('reading');
  const toLibrary = useCallback(() => setPlace('library'), []);
  const toReading = useCallback(() => {
    if (place === 'reading') return;
    setPlace('reading');
    finishRemoval();
  }, [place, finishRemoval]);
  const [known, setKnown] = useState<string | null>(null);
  const now = importNow(importing, known);
  if (now !== known) {
    setKnown(now);
    if (now !== null) setPlace('library');
  }
  const inPlace = open?.source === 'folder' ? open.edition : null;
  const shown = useRef(inPlace);
  useEffect(() => {
    if (inPlace !== null && inPlace !== shown.current) toReading();
    shown.current = inPlace;
  }, [inPlace, toReading]);
  useCommand('show-library', toLibrary);
  const leave = (): boolean => {
    if (place !== 'library') return false;
    toReading();
    focusWhenThere(FRAMES);
    return true;
  };
  useCommand('step-back', leave);
  useCommand('back', () => {
    if (!leave()) onStep('back');
  });
  useCommand('forward', () => {
    if (place !== 'library') onStep('forward');
  });
  return { place, toLibrary, toReading };
}

/**
 * What tells one import from another: its first job. One that was handed over at the start may have been looked at
 * before this window was there.
 */
function importNow(importing: Status['importing'], known: string | null): string | null {
  if (importing === null) return null;
  return importing.phase === 'checking' ? importing.jobId : (known ?? importing.phase);
}

/** Puts the focus in the results, which come back to the screen and have their rows some frames later. */
function focusWhenThere(frames: number): void {
  requestAnimationFrame(() => {
    const isThere = document.querySelector('[data-pane="results"] [data-pane-focus]') !== null;
    if (isThere || frames === 0) focusPane('results');
    else focusWhenThere(frames - 1);
  });
}
