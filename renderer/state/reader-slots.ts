import { createContext, useContext } from 'react';
import type { ReactNode, RefObject } from 'react';
import type { ReleaseView } from '../../main/contract/index.ts';

/** The text that lies open, as another part of the room meets it. */
export interface OpenText {
  readonly view: ReleaseView;
  /** What scrolls, with the text in it: each run of reading text bears its offset in `data-at`. */
  readonly scroller: RefObject<HTMLElement | null>;
  /** Goes to a passage (UTF-16 offsets in the reading text) and makes it stand out. */
  readonly pointAt: (passage: { readonly start: number; readonly end: number }) => void;
}

/** What other parts of the room put into the reader. */
export interface ReaderSlots {
  /** In its bar, among its own tools. */
  readonly tools: (view: ReleaseView) => ReactNode;
  /** Over the text, where it is said what is known of the release. */
  readonly known: (view: ReleaseView) => ReactNode;
  /** Beside the text, or below it where there is no room. */
  readonly margin: (text: OpenText) => ReactNode;
}

const nothing = (): ReactNode => null;
const SlotsContext = createContext<ReaderSlots>({ tools: nothing, known: nothing, margin: nothing });

export const ReaderSlotsProvider = SlotsContext.Provider;

export function useReaderSlots(): ReaderSlots {
  return useContext(SlotsContext);
}
