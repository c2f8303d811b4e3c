import type { KeyboardEvent, MouseEvent } from 'react';

const MIDDLE = 1;

/** Whether a press asks for a tab of its own: with Ctrl (Cmd), or with the middle button. */
export function wantsTab(event: Pick<MouseEvent, 'ctrlKey' | 'metaKey' | 'button'>): boolean {
  return event.ctrlKey || event.metaKey || event.button === MIDDLE;
}

/** Whether a key asks for a tab of its own: Enter with Ctrl (Cmd), which no button takes for a press everywhere. */
export function isTabKey(event: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey'>): boolean {
  return event.key === 'Enter' && (event.ctrlKey || event.metaKey);
}

/** Keeps the middle button from scrolling the page, so that what it is released over hears of it. */
export function keepMiddleStill(event: MouseEvent): void {
  if (event.button === MIDDLE) event.preventDefault();
}
