/** The places that F6 goes through, in order. */
export type PaneName =
  'search' | 'timeline' | 'filters' | 'results' | 'reader' | 'page' | 'library' | 'welcome';

const order: readonly PaneName[] = [
  'search',
  'timeline',
  'filters',
  'results',
  'reader',
  'page',
  'library',
  'welcome',
];

/** Puts the focus where a pane wants it: the element marked in it, or the pane itself. False when it is not there. */
export function focusPane(name: PaneName): boolean {
  const pane = paneElement(name);
  if (pane === null) return false;
  const target =
    pane.querySelector<HTMLElement>('[data-pane-focus]') ??
    pane.querySelector<HTMLElement>('input, button:not([disabled])') ??
    pane;
  target.focus();
  return pane.contains(document.activeElement);
}

/** The pane that has the focus. */
export function focusedPane(): PaneName | null {
  const name = document.activeElement?.closest('[data-pane]')?.getAttribute('data-pane');
  return order.find((one) => one === name) ?? null;
}

/** Moves the focus to the next pane that is there, or the one before. */
export function cyclePanes(step: 1 | -1): void {
  const at = focusedPane();
  const from = at === null ? (step === 1 ? -1 : 0) : order.indexOf(at);
  for (let tries = 1; tries <= order.length; tries += 1) {
    const name = order[(from + step * tries + order.length * 2) % order.length];
    if (name !== undefined && focusPane(name)) return;
  }
}

function paneElement(name: PaneName): HTMLElement | null {
  const pane = document.querySelector<HTMLElement>(`[data-pane="${name}"]`);
  return pane === null || pane.closest('[hidden], [inert]') !== null ? null : pane;
}
