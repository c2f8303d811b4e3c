import { Menu } from 'electron';
import type { MenuItemConstructorOptions } from 'electron';
import type { ReaderEvent } from '../contract/index.ts';
import { menuWords } from './words.ts';
import type { MenuWords } from './words.ts';

export type MenuCommand = Extract<ReaderEvent, { type: 'command' }>['command'];

/** What the menu sets off. */
export interface MenuActions {
  readonly importFiles: () => void;
  readonly importFolder: () => void;
  readonly readInPlace: () => void;
  readonly verifyPackage: () => void;
  /** Something the window carries out. */
  readonly command: (command: MenuCommand) => void;
}

/** Sets the application menu in a language of the interface. */
export function setAppMenu(language: 'sv' | 'en', actions: MenuActions): void {
  const words = menuWords[language];
  Menu.setApplicationMenu(
    Menu.buildFromTemplate([
      fileMenu(words, actions),
      editMenu(words, actions),
      viewMenu(words, actions),
      goMenu(words, actions),
      helpMenu(words, actions),
    ]),
  );
}

function fileMenu(words: MenuWords, actions: MenuActions): MenuItemConstructorOptions {
  return {
    label: words.file,
    submenu: [
      { label: words.importFiles, accelerator: 'CmdOrCtrl+O', click: actions.importFiles },
      { label: words.importFolder, click: actions.importFolder },
      { label: words.readInPlace, click: actions.readInPlace },
      { type: 'separator' },
      { label: words.verifyPackage, click: actions.verifyPackage },
      { type: 'separator' },
      item(words.savePdf, 'save-pdf', actions, 'CmdOrCtrl+Shift+S'),
      item(words.print, 'print', actions, 'CmdOrCtrl+P'),
      { type: 'separator' },
      { label: words.quit, role: 'quit' },
    ],
  };
}

function editMenu(words: MenuWords, actions: MenuActions): MenuItemConstructorOptions {
  return {
    label: words.edit,
    submenu: [
      { label: words.undo, role: 'undo' },
      { label: words.redo, role: 'redo' },
      { type: 'separator' },
      { label: words.cut, role: 'cut' },
      { label: words.copy, role: 'copy' },
      { label: words.paste, role: 'paste' },
      { type: 'separator' },
      item(words.copyReference, 'copy-reference', actions, 'CmdOrCtrl+Shift+C'),
      { label: words.copyLink, click: () => actions.command('copy-link') },
      { type: 'separator' },
      { label: words.selectAll, role: 'selectAll' },
    ],
  };
}

function viewMenu(words: MenuWords, actions: MenuActions): MenuItemConstructorOptions {
  return {
    label: words.view,
    submenu: [
      item(words.largerText, 'larger-text', actions, 'CmdOrCtrl+Plus'),
      item(words.smallerText, 'smaller-text', actions, 'CmdOrCtrl+-'),
      { type: 'separator' },
      { label: words.fullScreen, role: 'togglefullscreen' },
    ],
  };
}

function goMenu(words: MenuWords, actions: MenuActions): MenuItemConstructorOptions {
  return {
    label: words.go,
    submenu: [
      item(words.searchField, 'focus-search', actions, 'CmdOrCtrl+K'),
      { type: 'separator' },
      item(words.search, 'show-search', actions, 'CmdOrCtrl+1'),
      item(words.register, 'show-register', actions, 'CmdOrCtrl+2'),
      item(words.work, 'show-work', actions, 'CmdOrCtrl+3'),
      item(words.library, 'show-library', actions, 'CmdOrCtrl+L'),
      { type: 'separator' },
      item(words.nextHit, 'next-hit', actions, 'F3'),
      item(words.previousHit, 'previous-hit', actions, 'Shift+F3'),
      { type: 'separator' },
      item(words.nextTab, 'next-tab', actions, 'Ctrl+Tab'),
      item(words.previousTab, 'previous-tab', actions, 'Ctrl+Shift+Tab'),
      item(words.closeTab, 'close-tab', actions, 'CmdOrCtrl+W'),
      item(words.reopenTab, 'reopen-tab', actions, 'CmdOrCtrl+Shift+T'),
    ],
  };
}

function helpMenu(words: MenuWords, actions: MenuActions): MenuItemConstructorOptions {
  return {
    label: words.help,
    role: 'help',
    submenu: [
      item(words.showHelp, 'show-help', actions, 'F1'),
      plain(words.showWelcome, 'show-welcome', actions),
      { type: 'separator' },
      plain(words.showAccess, 'show-access', actions),
      plain(words.showAbout, 'show-about', actions),
    ],
  };
}

function plain(label: string, command: MenuCommand, actions: MenuActions): MenuItemConstructorOptions {
  return { id: command, label, click: () => actions.command(command) };
}

/** The window handles the keys itself; here they are shown, and work for those who choose by mouse. */
function item(
  label: string,
  command: MenuCommand,
  actions: MenuActions,
  accelerator: string,
): MenuItemConstructorOptions {
  return {
    id: command,
    label,
    accelerator,
    registerAccelerator: false,
    click: () => actions.command(command),
  };
}
