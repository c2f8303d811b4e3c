interface Identified {
  readonly id: string;
}

/** Things with some of them, in the order they have, put before another one; null puts them last. */
export function moved<T extends Identified>(
  all: readonly T[],
  ids: readonly string[],
  before: string | null,
): readonly T[] {
  const wanted = new Set(ids);
  const moving = all.filter(({ id }) => wanted.has(id));
  // A place before one that moves too is the place before the next that stays.
  const from = before === null ? all.length : all.findIndex(({ id }) => id === before);
  const next = all.slice(from).find(({ id }) => !wanted.has(id));
  const staying = all.filter(({ id }) => !wanted.has(id));
  const at = next === undefined ? staying.length : staying.indexOf(next);
  return [...staying.slice(0, at), ...moving, ...staying.slice(at)];
}

/** The one after a thing; null when it is the last. */
export function placeAfter(all: readonly Identified[], id: string): string | null {
  const at = all.findIndex((one) => one.id === id);
  return all[at + 1]?.id ?? null;
}
