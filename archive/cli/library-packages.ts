import type { InstalledPackage, Trust } from '../model/library.ts';
import { problem, ProblemError } from '../model/problem.ts';
import type { Library } from '../package/library/library.ts';
import type { RemovalLoss } from '../package/library/removal.ts';
import type { LibraryAction } from './library-action.ts';
import type { Language } from './language.ts';
import { oneLine } from './one-line.ts';

/** Enough of an identity to name a package by. */
const SHORT = 12;

export const listAction: LibraryAction = {
  takes: '',
  about: { sv: 'visa paketen', en: 'show the packages' },
  run: async (_, { library, parsed, terminal }) => {
    const packages = library.installed();
    const { folder } = library.places;
    if (parsed.has('json')) terminal.printJson({ folder, readOnly: library.readOnly, packages });
    else terminal.print(listText(packages, terminal.language));
    return await Promise.resolve(0);
  },
};

export const removeAction: LibraryAction = {
  takes: 'PACKAGE',
  about: {
    sv: 'ta bort ett paket: SERIE/NUMMER eller början av dess kontrollsumma',
    en: 'remove a package: SERIES/NUMBER or the beginning of its hash',
  },
  run: async ([wanted = ''], { library, parsed, terminal, signal }) => {
    const one = meantPackage(library, wanted);
    const loss = await lossOf(library, one, signal);
    await library.remove(one.identity);
    if (parsed.has('json')) terminal.printJson({ removed: one.identity, loss });
    else terminal.print(removedText(one, loss, terminal.language));
    return 0;
  },
};

/** What goes with a package; null where it is too damaged to tell. */
async function lossOf(
  library: Library,
  { identity }: InstalledPackage,
  signal: AbortSignal,
): Promise<RemovalLoss | null> {
  try {
    return await library.removalLoss(identity, signal);
  } catch (error) {
    if (!(error instanceof ProblemError) || error.problem.code === 'job-cancelled') throw error;
    return null;
  }
}

function removedText(one: InstalledPackage, loss: RemovalLoss | null, language: Language): string {
  const say = (sv: string, en: string): string => (language === 'sv' ? sv : en);
  const gone =
    loss === null
      ? ''
      : say(
          `Bara där fanns: sidor ${loss.releases}, versioner ${loss.versions}. `,
          `Only there were: releases ${loss.releases}, versions ${loss.versions}. `,
        );
  return say(
    `Borttaget: ${nameOf(one)}. ${gone}Ångra: importera det på nytt.`,
    `Removed: ${nameOf(one)}. ${gone}To undo, import it again.`,
  );
}

/** Who vouches for a package, in few words. What nobody vouches for stands out. */
export function trustText(trust: Trust, language: Language): string {
  const say = (sv: string, en: string): string => (language === 'sv' ? sv : en);
  if (trust.state === 'unsigned') return say('INTE SIGNERAT', 'NOT SIGNED');
  if (trust.state === 'unproven')
    return say(
      `INTE PRÖVAT (säger sig vara av ${trust.keyId})`,
      `NOT CHECKED (says that it is by ${trust.keyId})`,
    );
  if (trust.by === 'removed')
    return say(`NYCKELN ${trust.keyId} GÄLLER INTE LÄNGRE`, `THE KEY ${trust.keyId} HOLDS NO MORE`);
  return say(`signerat av ${trust.keyId}`, `signed by ${trust.keyId}`);
}

/** A package by series, number and title. */
export function nameOf({ series, sequence, title }: InstalledPackage): string {
  return oneLine(`${series}/${sequence} ${title}`);
}

function listText(packages: readonly InstalledPackage[], language: Language): string {
  if (packages.length === 0) return language === 'sv' ? 'Inga paket.' : 'No packages.';
  const releases = language === 'sv' ? 'sidor' : 'releases';
  return packages
    .map((one) =>
      [
        one.identity.slice(0, SHORT),
        nameOf(one),
        one.date ?? '',
        `${one.releases} ${releases}`,
        trustText(one.trust, language),
      ]
        .filter((part) => part !== '')
        .join('  '),
    )
    .join('\n');
}

/** The one installed package that is named by series and number, or by the beginning of its identity. Throws ProblemError. */
export function meantPackage(library: Library, wanted: string): InstalledPackage {
  const meant = library
    .installed()
    .filter(
      ({ identity, series, sequence }) =>
        `${series}/${sequence}` === wanted || (wanted !== '' && identity.startsWith(wanted)),
    );
  const [one] = meant;
  if (one === undefined || meant.length > 1)
    throw new ProblemError(problem('library-package-unknown', { id: wanted }));
  return one;
}
