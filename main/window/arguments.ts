/** What the command line asks for. */
export interface StartArguments {
  /** A package folder to open in place, for this start. */
  readonly packageDir: string | null;
  /** A file to leave a picture of the first search in, after which the app ends. */
  readonly firstLook: string | null;
  /** A file to write down in what guards are in force, after which the app ends. */
  readonly selfReport: string | null;
  readonly userData: string | null;
  /** Packages to copy and check: paths as they were given. */
  readonly imports: readonly string[];
  /** Addresses of our own that are to be opened, as they were given. */
  readonly links: readonly string[];
}

const PACKAGE_ENDING = '.lasesal';
const LINK_BEGINNING = 'lasesal:';

/** Our own arguments that a value follows. */
const named = ['--package', '--first-look', '--self-report', '--user-data-dir'] as const;

/**
 * Reads our own arguments (`--name VALUE` or `--name=VALUE`), and the files and folders that the system hands over without a
 * name; others are Chromium's and left alone.
 *
 * @param isFolder whether a path is that of a folder, other than the app's own.
 */
export function readStartArguments(
  argv: readonly string[],
  isFolder: (path: string) => boolean = () => false,
): StartArguments {
  return {
    packageDir: valueOf(argv, '--package'),
    firstLook: valueOf(argv, '--first-look'),
    selfReport: valueOf(argv, '--self-report'),
    userData: valueOf(argv, '--user-data-dir'),
    imports: unnamed(argv).filter(
      (path) => !isLink(path) && (path.endsWith(PACKAGE_ENDING) || isFolder(path)),
    ),
    links: unnamed(argv).filter(isLink),
  };
}

/** Whether something is an address of our own; what it leads to is seen when it is opened. */
function isLink(argument: string): boolean {
  return argument.startsWith(LINK_BEGINNING);
}

/** What stands by itself: the program, and what is handed to it. */
function unnamed(argv: readonly string[]): readonly string[] {
  const isValue = (n: number): boolean => named.some((name) => name === argv[n - 1]);
  return argv.slice(1).filter((argument, n) => !argument.startsWith('-') && !isValue(n + 1));
}

function valueOf(argv: readonly string[], name: (typeof named)[number]): string | null {
  const joined = argv.find((argument) => argument.startsWith(`${name}=`));
  if (joined !== undefined) return joined.slice(name.length + 1) || null;
  const at = argv.indexOf(name);
  const next = at === -1 ? undefined : argv[at + 1];
  return next === undefined || next.startsWith('--') ? null : next;
}
