import type { ListedKey } from '../../../archive/index.ts';
import type {
  Check,
  ImportPreview,
  ImportStep,
  InstalledPackage,
  KeyPreview,
  PackageManifest,
  Problem,
  ProblemLanguage,
  RegisterData,
  Removal,
  Withdrawal,
} from '../../contract/index.ts';

/** What the library worker is started with. */
export interface LibraryWorkerData {
  /** Where the reader's own library lies; the policy may name another. */
  readonly folder: string;
  /** Where the machine's policy lies; null for none. */
  readonly policyFile: string | null;
}

/** The library as it stands on the disk. */
export interface LibraryReport {
  readonly path: string;
  readonly packages: readonly InstalledPackage[];
  readonly keys: readonly ListedKey[];
  readonly isReadOnly: boolean;
  readonly allowsOwnKeys: boolean;
  /** The last check of each package, as far as the history tells. */
  readonly checks: readonly Check[];
  /** Days between two checks of a package in idle time, as the policy lays them down; undefined when it does not. */
  readonly laidDownDays: number | null | undefined;
  readonly problem: Problem | null;
}

/** A package that can be read: who it is, and where it lies. */
export interface HeadOfPackage {
  readonly dir: string;
  readonly identity: string;
  readonly manifest: PackageManifest;
}

/** What the packages of one series say of themselves as one archive. */
export interface SeriesHead {
  readonly series: string;
  /** Oldest first. */
  readonly packages: readonly HeadOfPackage[];
  /** The newest one's, checked. */
  readonly register: RegisterData;
  /** By release: the withdrawals in force. */
  readonly withdrawals: ReadonlyMap<string, Withdrawal>;
}

/** What is needed of packages before anything in them is searched. */
export interface ArchiveHead {
  readonly series: readonly SeriesHead[];
  /** Packages that cannot be read, and why: they and the later ones of their series are left out. */
  readonly faults: readonly { readonly dir: string; readonly problem: Problem }[];
}

/** What the worker can be asked to do. */
export interface LibraryCalls {
  report: { args: null; result: LibraryReport };
  /** Reads what packages say of themselves; the folders of each series oldest first. */
  heads: { args: { readonly chains: readonly (readonly string[])[] }; result: ArchiveHead };
  /** Copies, checks and compares; the import then waits in the worker. */
  stage: { args: { readonly sources: readonly string[] }; result: ImportPreview };
  /** Installs what waits. Asks for an index on the way. */
  commit: { args: { readonly decisions: readonly string[] }; result: readonly string[] };
  /** Lets go of what waits. */
  discard: { args: null; result: null };
  removal: { args: { readonly identity: string }; result: Removal };
  remove: { args: { readonly identity: string }; result: null };
  /** Checks an installed package whole; what is damaged is set aside. `program` is told in the certificate. */
  check: { args: { readonly identity: string; readonly program: string }; result: Check };
  /** Writes the certificate of a package's last check into a new file. */
  saveCertificate: {
    args: { readonly identity: string; readonly file: string; readonly language: ProblemLanguage };
    result: null;
  };
  readKey: { args: { readonly text: string }; result: KeyPreview };
  readKeyFile: { args: { readonly path: string }; result: KeyPreview };
  addKey: { args: { readonly key: string; readonly name: string }; result: null };
  removeKey: { args: { readonly key: string }; result: null };
}

export type LibraryCallName = keyof LibraryCalls;
export type LibraryArgs<N extends LibraryCallName> = LibraryCalls[N]['args'];
export type LibraryResult<N extends LibraryCallName> = LibraryCalls[N]['result'];

/** Packages of a series, oldest first, that an index is to be built over before they are installed. */
export interface IndexWanted {
  readonly packages: readonly { readonly identity: string; readonly dir: string }[];
}

export type ToLibrary =
  | {
      [N in LibraryCallName]: {
        readonly type: 'call';
        readonly id: number;
        readonly name: N;
        readonly args: LibraryArgs<N>;
      };
    }[LibraryCallName]
  | { readonly type: 'abort'; readonly id: number }
  /** The index asked for is there, or cannot be had. */
  | { readonly type: 'indexed'; readonly id: number; readonly problem: Problem | null };

export type FromLibrary =
  | {
      readonly type: 'progress';
      readonly id: number;
      readonly done: number;
      readonly total: number;
      readonly step: ImportStep;
    }
  | { readonly type: 'index'; readonly id: number; readonly wanted: IndexWanted }
  | { readonly type: 'result'; readonly id: number; readonly result: unknown }
  | { readonly type: 'problem'; readonly id: number; readonly problem: Problem };
