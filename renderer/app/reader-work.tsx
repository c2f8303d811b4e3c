import { ReaderKnown } from '../features/work/reader-known.tsx';
import { ReaderMargin } from '../features/work/reader-margin.tsx';
import { ReaderTools } from '../features/work/reader-tools.tsx';
import type { ReaderSlots } from '../state/reader-slots.ts';

/** What the reader makes her own, where the release lies open: collected, noted, corrected. */
export const readerWork: ReaderSlots = {
  tools: (view) => <ReaderTools view={view} />,
  known: (view) => <ReaderKnown view={view} />,
  margin: (text) => <ReaderMargin text={text} />,
};
