interface Move {
  /** The key pressed, as `KeyboardEvent.key` names it. */
  readonly key: string;
  readonly place: number;
  readonly total: number;
  /** Rows in sight at a time. */
  readonly page: number;
}

/** The place in the list that a key leads to; null when the key does not move. */
export function moveIn({ key, place, total, page }: Move): number | null {
  const last = total - 1;
  switch (key) {
    case 'ArrowDown':
      return Math.min(last, place + 1);
    case 'ArrowUp':
      return Math.max(0, place - 1);
    case 'PageDown':
      return Math.min(last, place + page);
    case 'PageUp':
      return Math.max(0, place - page);
    case 'Home':
      return 0;
    case 'End':
      return last;
    default:
      return null;
  }
}
