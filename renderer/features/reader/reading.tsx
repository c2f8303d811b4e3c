import { createContext, useContext } from 'react';
import type { Passage } from './passages.ts';
import type { NumberedLink } from './links.ts';

/** What the text of an open release is shown with. */
export interface Reading {
  readonly marks: readonly Passage[];
  /** The passage that some conclusion points at. */
  readonly pointedAt: Passage | null;
  readonly links: readonly NumberedLink[];
  /** Goes to a passage and makes it stand out. */
  readonly pointAt: (passage: Passage) => void;
  /** Goes to a link in the list of links. */
  readonly goToLink: (link: NumberedLink) => void;
}

const ReadingContext = createContext<Reading>({
  marks: [],
  pointedAt: null,
  links: [],
  pointAt: () => undefined,
  goToLink: () => undefined,
});

export const ReadingProvider = ReadingContext.Provider;

export function useReading(): Reading {
  return useContext(ReadingContext);
}
