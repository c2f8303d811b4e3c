import { verifyPackage } from '../package/verify.ts';
import type { VerifyReport } from '../package/verify.ts';
import { commonOptions } from './command.ts';
import type { Command } from './command.ts';
import type { Language } from './language.ts';
import { problemLine } from './problems.ts';

export const verifyCommand: Command = {
  name: 'verify',
  about: {
    sv: 'Kontrollera varje fil och post i ett arkivpaket.',
    en: 'Check every file and record of an archive package.',
  },
  operands: ['DIR'],
  options: commonOptions,
  run: async (parsed, { terminal, signal }) => {
    const words = { sv: 'Kontrollerar', en: 'Checking' };
    const report = await verifyPackage(parsed.operands[0] ?? '', {
      signal,
      onProgress: (done, total) => terminal.progress(words, done, total),
    });
    if (parsed.has('json')) terminal.printJson(report);
    else terminal.print(reportText(report, terminal.language));
    return report.ok ? 0 : 1;
  },
};

function reportText(report: VerifyReport, language: Language): string {
  const { files, identity } = report;
  const head =
    language === 'sv'
      ? `${report.ok ? 'Helt' : 'SKADAT'}: ${files.intact} av ${files.listed} filer är som när paketet gjordes, ${files.bytes} byte.`
      : `${report.ok ? 'Intact' : 'DAMAGED'}: ${files.intact} of ${files.listed} files are as when the package was made, ${files.bytes} bytes.`;
  return [head, identity ?? '', ...report.problems.map((found) => problemLine(found, language))]
    .filter((line) => line !== '')
    .join('\n');
}
