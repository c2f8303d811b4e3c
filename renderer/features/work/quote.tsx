import type { ReactNode } from 'react';

/** What is marked of a text, in its own words; a long one is cut off by the style sheet, and whole for assistive technology. */
export function Quote({ text }: { readonly text: string }): ReactNode {
  return <q className="note-quote">{text}</q>;
}
