import type { Check } from '../model/certificate.ts';
import type { InstalledPackage } from '../model/library.ts';
import { checkInstalled } from '../package/fixity/check-installed.ts';
import { saveCertificate } from '../package/fixity/save-certificate.ts';
import { UsageError } from './arguments.ts';
import type { LibraryAction, LibraryJob } from './library-action.ts';
import type { Language } from './language.ts';
import { meantPackage, nameOf } from './library-packages.ts';
import { problemLine } from './problems.ts';
import { programName } from './program.ts';

const CHECKING = { sv: 'Kontrollerar', en: 'Checking' };

export const checkAction: LibraryAction = {
  takes: '[PACKAGE...]',
  about: {
    sv: 'kontrollera paket, alla om inget anges; skadade filer ställs åt sidan',
    en: 'check packages, all when none is named; damaged files are set aside',
  },
  run: async (wanted, job) => {
    const { library, parsed, terminal } = job;
    const file = parsed.value('certificate');
    const packages =
      wanted.length === 0 ? library.installed() : wanted.map((one) => meantPackage(library, one));
    if (file !== undefined && packages.length !== 1)
      throw new UsageError({ sv: '--certificate gäller ett paket.', en: '--certificate is of one package.' });
    const checks: Check[] = [];
    for (const one of packages) {
      const check = await checkOne(one, job, file);
      checks.push(check);
      if (!parsed.has('json')) terminal.print(checkText(one, check, terminal.language));
    }
    if (parsed.has('json')) terminal.printJson({ checks });
    return checks.every(({ result }) => result === 'intact') ? 0 : 1;
  },
};

async function checkOne(
  { identity }: InstalledPackage,
  { library, terminal, signal }: LibraryJob,
  file: string | undefined,
): Promise<Check> {
  const { check, certificate } = await checkInstalled(library, identity, {
    checked: new Date(),
    program: programName(),
    signal,
    onProgress: (done, total) => terminal.progress(CHECKING, done, total),
  });
  if (file !== undefined) saveCertificate(certificate, file, terminal.language);
  return check;
}

function checkText(one: InstalledPackage, check: Check, language: Language): string {
  const say = (sv: string, en: string): string => (language === 'sv' ? sv : en);
  const { files, problems, quarantined, faults, result } = check;
  const count = say(
    `${files.intact} av ${files.listed} filer är hela`,
    `${files.intact} of ${files.listed} files are intact`,
  );
  const lines = [
    `${result === 'intact' ? say('Helt', 'Intact') : say('SKADAT', 'DAMAGED')}: ${nameOf(one)}, ${count}.`,
    ...problems.map((found) => problemLine(found, language)),
  ];
  if (faults > problems.length)
    lines.push(say(`Fler fel: ${faults - problems.length}.`, `More faults: ${faults - problems.length}.`));
  if (quarantined.length > 0)
    lines.push(
      say(
        `Ställda åt sidan, inte borttagna: ${quarantined.join(', ')}. Importera paketet på nytt från en hel kopia för att laga det.`,
        `Set aside, not removed: ${quarantined.join(', ')}. To mend the package, import it again from a whole copy.`,
      ),
    );
  return lines.join('\n');
}
