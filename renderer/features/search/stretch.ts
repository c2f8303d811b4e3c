const TOO_LONG = /^(.{23})..+$/u;

/**
 * The piece of a query that stands at an offset (UTF-16), to show where a mistake is: from there to the next
 * space, cut where it is very long. Empty when nothing is there.
 */
export function stretchAt(query: string, at: number): string {
  const piece = /^\S*/u.exec(query.slice(at).trimStart())?.[0] ?? '';
  const beginning = TOO_LONG.exec(piece)?.[1];
  return beginning === undefined ? piece : `${beginning}…`;
}
