/** The menu's words, in the languages of the interface. */
export interface MenuWords {
  readonly file: string;
  readonly importFiles: string;
  readonly importFolder: string;
  readonly readInPlace: string;
  readonly verifyPackage: string;
  readonly savePdf: string;
  readonly print: string;
  readonly quit: string;
  readonly edit: string;
  readonly undo: string;
  readonly redo: string;
  readonly cut: string;
  readonly copy: string;
  readonly paste: string;
  readonly selectAll: string;
  readonly copyReference: string;
  readonly copyLink: string;
  readonly view: string;
  readonly largerText: string;
  readonly smallerText: string;
  readonly fullScreen: string;
  readonly go: string;
  readonly searchField: string;
  readonly search: string;
  readonly register: string;
  readonly work: string;
  readonly library: string;
  readonly nextHit: string;
  readonly previousHit: string;
  readonly nextTab: string;
  readonly previousTab: string;
  readonly closeTab: string;
  readonly reopenTab: string;
  readonly help: string;
  readonly showHelp: string;
  readonly showWelcome: string;
  readonly showAccess: string;
  readonly showAbout: string;
}

export const menuWords: Readonly<Record<'sv' | 'en', MenuWords>> = {
  sv: {
    file: '&Arkiv',
    importFiles: 'Importera arkivpaket …',
    importFolder: 'Importera en mapp …',
    readInPlace: 'Läs en mapp utan att importera …',
    verifyPackage: 'Kontrollera det som är öppet',
    savePdf: 'Spara som PDF …',
    print: 'Skriv ut …',
    quit: 'Avsluta',
    edit: '&Redigera',
    undo: 'Ångra',
    redo: 'Gör om',
    cut: 'Klipp ut',
    copy: 'Kopiera',
    paste: 'Klistra in',
    selectAll: 'Markera allt',
    copyReference: 'Kopiera referens',
    copyLink: 'Kopiera länk till handlingen',
    view: '&Visa',
    largerText: 'Större text',
    smallerText: 'Mindre text',
    fullScreen: 'Helskärm',
    go: '&Gå',
    searchField: 'Sökfältet',
    search: 'Sökningen',
    register: 'Personer och regeringar',
    work: 'Mitt arbete',
    library: 'Bibliotek',
    nextHit: 'Nästa träff i texten',
    previousHit: 'Föregående träff i texten',
    nextTab: 'Nästa flik',
    previousTab: 'Föregående flik',
    closeTab: 'Stäng fliken',
    reopenTab: 'Öppna stängd flik igen',
    help: '&Hjälp',
    showHelp: 'Tangenter och sökformer',
    showWelcome: 'En kort introduktion',
    showAccess: 'Tillgänglighet',
    showAbout: 'Om Läsesal',
  },
  en: {
    file: '&File',
    importFiles: 'Import archive packages …',
    importFolder: 'Import a folder …',
    readInPlace: 'Read a folder without importing …',
    verifyPackage: 'Verify what is open',
    savePdf: 'Save as PDF …',
    print: 'Print …',
    quit: 'Quit',
    edit: '&Edit',
    undo: 'Undo',
    redo: 'Redo',
    cut: 'Cut',
    copy: 'Copy',
    paste: 'Paste',
    selectAll: 'Select all',
    copyReference: 'Copy reference',
    copyLink: 'Copy link to the release',
    view: '&View',
    largerText: 'Larger text',
    smallerText: 'Smaller text',
    fullScreen: 'Full screen',
    go: '&Go',
    searchField: 'Search field',
    search: 'Search',
    register: 'People and governments',
    work: 'My work',
    library: 'Library',
    nextHit: 'Next hit in the text',
    previousHit: 'Previous hit in the text',
    nextTab: 'Next tab',
    previousTab: 'Previous tab',
    closeTab: 'Close the tab',
    reopenTab: 'Reopen closed tab',
    help: '&Help',
    showHelp: 'Keys and query forms',
    showWelcome: 'A short introduction',
    showAccess: 'Accessibility',
    showAbout: 'About Läsesal',
  },
};

/** What the system's dialogs say. */
export interface DialogWords {
  readonly imports: string;
  readonly packageFolder: string;
  readonly keyFile: string;
  /** Sorts of files. */
  readonly packages: string;
  readonly keys: string;
  readonly all: string;
  readonly certificate: string;
  readonly page: string;
  readonly work: string;
  readonly newWork: string;
  readonly workName: string;
  readonly newCorrections: string;
  readonly correctionsName: string;
  readonly saveAs: string;
  readonly folder: string;
  readonly text: string;
}

export const dialogWords: Readonly<Record<'sv' | 'en', DialogWords>> = {
  sv: {
    imports: 'Importera arkivpaket',
    packageFolder: 'Läs en mapp utan att importera',
    keyFile: 'Välj en publik nyckel',
    packages: 'Arkivpaket och nycklar',
    keys: 'Publika nycklar',
    all: 'Alla filer',
    certificate: 'Spara intyget',
    page: 'Sida att skriva ut',
    work: 'Hämta in sparat arbete',
    newWork: 'Spara ditt arbete som fil',
    workName: 'mitt-arbete',
    newCorrections: 'Spara rättelser till den som sköter arkivet',
    correctionsName: 'rättelser',
    saveAs: 'Spara som',
    folder: 'Välj var mappen ska ligga',
    text: 'Text',
  },
  en: {
    imports: 'Import archive packages',
    packageFolder: 'Read a folder without importing',
    keyFile: 'Choose a public key',
    packages: 'Archive packages and keys',
    keys: 'Public keys',
    all: 'All files',
    certificate: 'Save the certificate',
    page: 'Page to print',
    work: 'Take in saved work',
    newWork: 'Save your work as a file',
    workName: 'my-work',
    newCorrections: 'Save corrections for the archive’s keeper',
    correctionsName: 'corrections',
    saveAs: 'Save as',
    folder: 'Choose where the folder is to lie',
    text: 'Text',
  },
};
