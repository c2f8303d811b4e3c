import { useCommand } from '../../state/commands.tsx';
import type { Command } from '../../state/commands.tsx';

/** Carries out a command about what is searched and read: not while a page lies over it. */
export function useReadingCommand(command: Command, carryOut: () => void): void {
  useCommand(command, () => {
    if (document.querySelector('.panes:not([inert])') !== null) carryOut();
  });
}
