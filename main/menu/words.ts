/** The menu's words, in the languages of the interface. */
export interface MenuWords {
  readonly file: string;
  readonly openPackage: string;
  readonly verifyPackage: string;
  readonly quit: string;
  readonly edit: string;
  readonly undo: string;
  readonly redo: string;
  readonly cut: string;
  readonly copy: string;
  readonly paste: string;
  readonly selectAll: string;
  readonly view: string;
  readonly largerText: string;
  readonly smallerText: string;
  readonly fullScreen: string;
  readonly go: string;
  readonly search: string;
  readonly nextHit: string;
  readonly previousHit: string;
  readonly help: string;
  readonly showHelp: string;
}

export const menuWords: Readonly<Record<'sv' | 'en', MenuWords>> = {
  sv: {
    file: '&Arkiv',
    openPackage: 'Öppna arkivpaket …',
    verifyPackage: 'Kontrollera arkivpaketet',
    quit: 'Avsluta',
    edit: '&Redigera',
    undo: 'Ångra',
    redo: 'Gör om',
    cut: 'Klipp ut',
    copy: 'Kopiera',
    paste: 'Klistra in',
    selectAll: 'Markera allt',
    view: '&Visa',
    largerText: 'Större text',
    smallerText: 'Mindre text',
    fullScreen: 'Helskärm',
    go: '&Gå',
    search: 'Sök',
    nextHit: 'Nästa träff i texten',
    previousHit: 'Föregående träff i texten',
    help: '&Hjälp',
    showHelp: 'Tangenter och sökformer',
  },
  en: {
    file: '&File',
    openPackage: 'Open archive package …',
    verifyPackage: 'Verify the archive package',
    quit: 'Quit',
    edit: '&Edit',
    undo: 'Undo',
    redo: 'Redo',
    cut: 'Cut',
    copy: 'Copy',
    paste: 'Paste',
    selectAll: 'Select all',
    view: '&View',
    largerText: 'Larger text',
    smallerText: 'Smaller text',
    fullScreen: 'Full screen',
    go: '&Go',
    search: 'Search',
    nextHit: 'Next hit in the text',
    previousHit: 'Previous hit in the text',
    help: '&Help',
    showHelp: 'Keys and query forms',
  },
};
