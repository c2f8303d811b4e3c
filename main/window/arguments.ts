/** What the command line asks for. */
export interface StartArguments {
  /** A package folder to open in place, for this start. */
  readonly packageDir: string | null;
  /** A file to leave a picture of the first search in, after which the app ends. */
  readonly firstLook: string | null;
  /** A file to write down in what guards are in force, after which the app ends. */
  readonly selfReport: string | null;
  readonly userData: string | null;
}

/** Reads our own arguments (`--name VALUE` or `--name=VALUE`); others are Chromium's and left alone. */
export function readStartArguments(argv: readonly string[]): StartArguments {
  return {
    packageDir: valueOf(argv, '--package'),
    firstLook: valueOf(argv, '--first-look'),
    selfReport: valueOf(argv, '--self-report'),
    userData: valueOf(argv, '--user-data-dir'),
  };
}

function valueOf(argv: readonly string[], name: string): string | null {
  const joined = argv.find((argument) => argument.startsWith(`${name}=`));
  if (joined !== undefined) return joined.slice(name.length + 1) || null;
  const at = argv.indexOf(name);
  const next = at === -1 ? undefined : argv[at + 1];
  return next === undefined || next.startsWith('--') ? null : next;
}
