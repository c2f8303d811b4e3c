import { createContext, useContext, useState } from 'react';
import type { ReactNode } from 'react';
import type { SearchState } from './search-state.ts';

/** What is kept of a page while its step of history lives: how it was left. */
export interface Visit {
  /** How far it was scrolled, in pixels; null on the first arrival. */
  scroll: number | null;
  /** Which of the elements that can have the focus had it; null for none but the heading. */
  focus: number | null;
  /** What the page itself wants to find again, e.g. how much of a list was shown. */
  readonly kept: Map<string, unknown>;
}

/** The visits of this session, by the step of history that each is. A step that is forgotten takes its visit along. */
export class Visits {
  readonly #visits = new WeakMap<SearchState, Visit>();

  of(step: SearchState): Visit {
    const known = this.#visits.get(step);
    if (known !== undefined) return known;
    const visit: Visit = { scroll: null, focus: null, kept: new Map() };
    this.#visits.set(step, visit);
    return visit;
  }
}

/** Where a page stands: its visit, and the way out of it. */
export interface PagePlace {
  readonly visit: Visit;
  /** What holds as long as the same packages are read in the same language. */
  readonly epoch: string;
  /** Back to where one came from. */
  readonly goBack: () => void;
}

const PageContext = createContext<PagePlace | null>(null);

export function PagePlaceProvider(props: {
  readonly place: PagePlace;
  readonly children: ReactNode;
}): ReactNode {
  return <PageContext value={props.place}>{props.children}</PageContext>;
}

/** The place of the page that is shown. Throws outside of one. */
export function usePagePlace(): PagePlace {
  const place = useContext(PageContext);
  if (place === null) throw new Error('no page is shown');
  return place;
}

/** State of a page that is found again when one comes back to it. */
export function useKept<T>(name: string, initial: T): readonly [T, (value: T) => void] {
  const { kept } = usePagePlace().visit;
  const [value, setValue] = useState<T>(() => (kept.has(name) ? (kept.get(name) as T) : initial));
  const keep = (next: T): void => {
    kept.set(name, next);
    setValue(next);
  };
  return [value, keep];
}
