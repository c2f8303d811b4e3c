import { createContext, useContext, useEffect, useRef, useState } from 'react';
import type { ReactNode } from 'react';
import type { ReaderEvent } from '../../main/contract/index.ts';

type MenuCommand = Extract<ReaderEvent, { readonly type: 'command' }>['command'];

/** What keys and menu set off: the menu's commands and a few that only keys have. */
export type Command =
  | MenuCommand
  | 'normal-text'
  | 'back'
  | 'forward'
  | 'next-pane'
  | 'previous-pane'
  | 'step-back'
  | 'collect'
  | 'note'
  | 'choose-passage'
  | 'save-search'
  | 'undo-work';

type Hear = () => void;

/** Carries commands from keys and menu to whichever part of the window takes them. */
export class CommandBus {
  readonly #hearers = new Map<Command, Set<Hear>>();

  readonly send = (command: Command): void => {
    for (const hear of this.#hearers.get(command) ?? []) hear();
  };

  /** Hears a command from now on; the result stops it. */
  hear(command: Command, hear: Hear): () => void {
    const hearers = this.#hearers.get(command) ?? new Set();
    hearers.add(hear);
    this.#hearers.set(command, hearers);
    return () => hearers.delete(hear);
  }
}

const CommandContext = createContext<CommandBus>(new CommandBus());

export function CommandProvider(props: {
  readonly bus: CommandBus;
  readonly children: ReactNode;
}): ReactNode {
  return <CommandContext value={props.bus}>{props.children}</CommandContext>;
}

/** Sets off a command, as its key does. */
export function useSend(): (command: Command) => void {
  return useContext(CommandContext).send;
}

/** What hears no commands for a time: what lies under a page is not there for keys and menu either. */
export function CommandsWhile(props: { readonly isOn: boolean; readonly children: ReactNode }): ReactNode {
  const bus = useContext(CommandContext);
  const [silent] = useState(() => new CommandBus());
  return <CommandContext value={props.isOn ? bus : silent}>{props.children}</CommandContext>;
}

/** Carries out a command while the component is there. */
export function useCommand(command: Command, carryOut: Hear): void {
  const bus = useContext(CommandContext);
  const latest = useRef(carryOut);
  useEffect(() => {
    latest.current = carryOut;
  });
  useEffect(() => bus.hear(command, () => latest.current()), [bus, command]);
}
