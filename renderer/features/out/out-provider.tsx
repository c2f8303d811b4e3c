import { createContext, useContext } from 'react';
import type { ReactNode } from 'react';
import type { ReaderApi, ReaderArgs, ReferenceForm, Settings } from '../../../main/contract/index.ts';

/** What the ways out of the room need, wherever in the window they stand. */
export interface Out {
  readonly api: Pick<ReaderApi, 'reference'>;
  readonly settings: Settings;
  readonly saveSettings: (settings: Settings) => void;
  readonly saveOut: (args: ReaderArgs<'saveOut'>) => void;
  readonly printOut: (args: ReaderArgs<'printOut'>) => void;
}

const OutContext = createContext<Out | null>(null);

export function OutProvider(props: { readonly value: Out; readonly children: ReactNode }): ReactNode {
  return <OutContext value={props.value}>{props.children}</OutContext>;
}

/** The ways out of the room. Throws outside of an `OutProvider`. */
export function useOut(): Out {
  const out = useContext(OutContext);
  if (out === null) throw new Error('no OutProvider above');
  return out;
}

/** How references are written: as set, or Harvard in the language of the interface. */
export function formIn({ reference, language }: Settings): ReferenceForm {
  return reference ?? { style: 'harvard', language, author: 'department' };
}
