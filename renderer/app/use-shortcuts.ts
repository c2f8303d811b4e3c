import { useEffect } from 'react';
import type { CommandBus } from '../state/commands.tsx';
import { commandFor } from './shortcuts.ts';

/** A dialog, an open choice or an open menu. Names under the search field leave the window's keys alone. */
const OVER_THE_WINDOW = '[role="dialog"], .popover';

/**
 * Carries out the keys that hold in the whole window. While a dialog lies over it, only its own hold. `singleKeys`:
 * whether keys that write something are commands where nothing is typed.
 */
export function useShortcuts(bus: CommandBus, singleKeys: boolean): void {
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || document.querySelector(OVER_THE_WINDOW) !== null) return;
      const ctrl = event.ctrlKey || event.metaKey;
      const command = commandFor({
        key: event.key,
        ctrl,
        shift: event.shiftKey,
        alt: event.altKey,
        isTyping: (!singleKeys && !ctrl) || isTyping(event.target),
      });
      if (command === null) return;
      event.preventDefault();
      bus.send(command);
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, [bus, singleKeys]);
}

function isTyping(target: EventTarget | null): boolean {
  if (target instanceof HTMLInputElement) return !['checkbox', 'radio', 'button'].includes(target.type);
  return target instanceof HTMLTextAreaElement;
}
