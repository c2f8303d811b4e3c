import type { Command } from '../state/commands.tsx';

/** What a key press is known by. */
export interface KeyPress {
  readonly key: string;
  readonly ctrl: boolean;
  readonly shift: boolean;
  readonly alt: boolean;
  /** True where letters are typed or may not be commands: then only keys that write nothing are. */
  readonly isTyping: boolean;
}

const withCtrl: Readonly<Record<string, Command>> = {
  k: 'focus-search',
  f: 'find-in-text',
  l: 'show-library',
  '1': 'show-search',
  '2': 'show-register',
  '3': 'show-work',
  '4': 'show-library',
  d: 'collect',
  n: 'note',
  m: 'choose-passage',
  s: 'save-search',
  '+': 'larger-text',
  '=': 'larger-text',
  '-': 'smaller-text',
  '0': 'normal-text',
  p: 'print',
  w: 'close-tab',
  tab: 'next-tab',
  pagedown: 'next-tab',
  pageup: 'previous-tab',
};

const withCtrlShift: Readonly<Record<string, Command>> = {
  ...withCtrl,
  tab: 'previous-tab',
  t: 'reopen-tab',
  c: 'copy-reference',
  s: 'save-pdf',
};

/** The command that a key press means anywhere in the window; null when it means none. */
export function commandFor(press: KeyPress): Command | null {
  const { key, ctrl, shift, alt, isTyping } = press;
  // Where letters are typed, what is taken back is what was typed.
  if (ctrl && !alt && !shift && key.toLowerCase() === 'z') return isTyping ? null : 'undo-work';
  if (ctrl) return alt ? null : ((shift ? withCtrlShift : withCtrl)[key.toLowerCase()] ?? null);
  if (alt) return key === 'ArrowLeft' ? 'back' : key === 'ArrowRight' ? 'forward' : null;
  switch (key) {
    case 'F1':
      return 'show-help';
    case 'F3':
      return shift ? 'previous-hit' : 'next-hit';
    case 'F6':
      return shift ? 'previous-pane' : 'next-pane';
    case 'Escape':
      return 'step-back';
    case '/':
      return isTyping ? null : 'focus-search';
    case '?':
      return isTyping ? null : 'show-help';
    default:
      return null;
  }
}
