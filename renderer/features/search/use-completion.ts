import { useCallback, useId, useState, useSyncExternalStore } from 'react';
import type { AriaAttributes, HTMLAttributes, KeyboardEvent } from 'react';
import type { Completion } from '../../../main/contract/index.ts';
import type { CompletionStore } from '../../state/completion-store.ts';

interface CompletionInput {
  readonly store: CompletionStore;
  readonly query: string;
  readonly onTake: (completion: Completion) => void;
}

/** Names for what is typed, and what makes a field and a list of them one combobox. */
export interface CompletionState {
  readonly completions: readonly Completion[];
  /** Keys of an open list; to be heard before the field itself hears them. */
  readonly onKeyDownCapture: (event: KeyboardEvent) => void;
  readonly fieldProps: AriaAttributes & { readonly role: 'combobox' };
  readonly listProps: HTMLAttributes<HTMLElement>;
  readonly optionProps: (place: number) => HTMLAttributes<HTMLElement>;
}

/**
 * A list of names under the field, after the combobox pattern of the ARIA Authoring Practices: the field keeps the
 * focus; arrows choose, Enter takes what is chosen and nothing else, Escape closes.
 */
export function useCompletion({ store, query, onTake }: CompletionInput): CompletionState {
  const view = useSyncExternalStore(store.subscribe, store.view);
  const id = useId();
  const completions = view.asked === query ? view.completions : none;
  const [chosen, setChosen] = useState<{ readonly of: unknown; readonly place: number }>();
  const place = chosen?.of === completions ? chosen.place : NONE;
  const take = useCallback(
    (completion: Completion) => {
      // For an older query its place in this one is not known; the names for this one are on their way.
      if (view.query !== query) return;
      store.close();
      onTake(completion);
    },
    [view.query, query, store, onTake],
  );
  const onKeyDownCapture = (event: KeyboardEvent): void => {
    if (completions.length === 0 || event.nativeEvent.isComposing) return;
    const next = chosenAfter(event, place, completions.length);
    const taken = completions[place];
    if (next !== null) setChosen({ of: completions, place: next });
    else if (event.key === 'Escape') store.close();
    else if (event.key === 'Enter' && taken !== undefined) take(taken);
    else {
      if (event.key === 'Enter') store.close();
      return;
    }
    event.preventDefault();
    event.stopPropagation();
  };
  return { completions, onKeyDownCapture, ...comboboxProps({ id, completions, place, take }) };
}

interface Combobox {
  readonly id: string;
  readonly completions: readonly Completion[];
  readonly place: number;
  readonly take: (completion: Completion) => void;
}

function comboboxProps({
  id,
  completions,
  place,
  take,
}: Combobox): Pick<CompletionState, 'fieldProps' | 'listProps' | 'optionProps'> {
  const isOpen = completions.length > 0;
  return {
    fieldProps: {
      role: 'combobox',
      'aria-autocomplete': 'list',
      'aria-haspopup': 'listbox',
      'aria-expanded': isOpen,
      ...(isOpen ? { 'aria-controls': id } : {}),
      ...(place === NONE ? {} : { 'aria-activedescendant': `${id}-${place}` }),
    },
    listProps: { id, role: 'listbox' },
    optionProps: (at) => ({
      id: `${id}-${at}`,
      role: 'option',
      'aria-selected': at === place,
      // A press would take the focus from the field, and with it the list away, before the click is there.
      onPointerDown: (event) => event.preventDefault(),
      onClick: () => {
        const taken = completions[at];
        if (taken !== undefined) take(taken);
      },
    }),
  };
}

/** No place in the list. */
const NONE = -1;

/** The place that an arrow leads to, round the list by way of none of it (-1); null for other keys. */
export function chosenAfter(
  press: Pick<KeyboardEvent, 'key' | 'altKey' | 'ctrlKey' | 'metaKey' | 'shiftKey'>,
  place: number,
  count: number,
): number | null {
  if (press.altKey || press.ctrlKey || press.metaKey || press.shiftKey) return null;
  if (press.key === 'ArrowDown') return place + 1 < count ? place + 1 : NONE;
  if (press.key === 'ArrowUp') return place === NONE ? count - 1 : place - 1;
  return null;
}

const none: readonly Completion[] = [];
