/** What tells where a package stands. */
export interface Standing {
  readonly series: string;
  readonly sequence: number;
}

/** Packages by series, each series oldest first; series in the order in which they come. */
export function chainsOf<P>(
  packages: readonly P[],
  standingOf: (one: P) => Standing,
): readonly (readonly P[])[] {
  const chains = new Map<string, P[]>();
  for (const one of packages) {
    const { series } = standingOf(one);
    const chain = chains.get(series);
    if (chain === undefined) chains.set(series, [one]);
    else chain.push(one);
  }
  return Array.from(chains.values(), (chain) =>
    chain.toSorted((a, b) => standingOf(a).sequence - standingOf(b).sequence),
  );
}
