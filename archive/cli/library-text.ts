import type { ImportDecision, ImportedPackage, ImportPreview, SeriesChanges } from '../model/library.ts';
import type { Language } from './language.ts';
import { keyText } from './library-keys.ts';
import { trustText } from './library-packages.ts';
import { oneLine } from './one-line.ts';
import { problemLine } from './problems.ts';

/** Of each list of changes, how many are printed; `--json` has more. */
const EXAMPLES = 10;

/** What an import would do, as a person reads it before deciding. */
export function previewText(preview: ImportPreview, language: Language): string {
  return [
    ...preview.packages.map((one) => packageText(one, language)),
    ...preview.series.map((one) => changesText(one, language)),
    ...preview.refused.map(({ problem }) => problemLine(problem, language)),
    ...preview.warnings.map((one) => problemLine(one, language)),
  ].join('\n');
}

/** What a person is asked before an import. */
export function decisionText(decision: ImportDecision, language: Language): string {
  const say = (sv: string, en: string): string => (language === 'sv' ? sv : en);
  const series = oneLine(decision.series);
  const yes = say('(ja/nej)', '(yes/no)');
  switch (decision.kind) {
    case 'accept-unsigned':
      return say(
        `Ingen har signerat serien ${series}. Ta in den ändå, märkt som osignerad? ${yes}`,
        `Nobody signed the series ${series}. Take it in all the same, marked as unsigned? ${yes}`,
      );
    case 'accept-unproven':
      return say(
        `Serien ${series} säger sig vara signerad med ${decision.keyId}, som inte finns här. Ta in den oprövad? ${yes}`,
        `The series ${series} says that it is signed with ${decision.keyId}, which is not here. Take it in unchecked? ${yes}`,
      );
    case 'accept-key':
      return say(
        `Serien ${series} är signerad med en nyckel som inte är betrodd här:\n${keyText(decision.to, language)}\nÄr det avsändarens fingeravtryck? ${yes}`,
        `The series ${series} is signed with a key that is not trusted here:\n${keyText(decision.to, language)}\nIs it the sender's fingerprint? ${yes}`,
      );
    case 'accept-key-change':
      return say(
        `Serien ${series} har hittills signerats med:\n${keyText(decision.from, language)}\nNu med en annan nyckel, utan intyg:\n${keyText(decision.to, language)}\nHar avsändaren bekräftat bytet? ${yes}`,
        `The series ${series} has been signed so far with:\n${keyText(decision.from, language)}\nNow with another key, without a statement:\n${keyText(decision.to, language)}\nHas the sender confirmed the change? ${yes}`,
      );
  }
}

function packageText(one: ImportedPackage, language: Language): string {
  const say = (sv: string, en: string): string => (language === 'sv' ? sv : en);
  const states = {
    new: '',
    restored: say('  (återställs)', '  (restored)'),
    'already-installed': say('  (redan installerat)', '  (installed already)'),
  };
  return [
    `${oneLine(one.series)}/${one.sequence} ${oneLine(one.title)}${states[one.state]}`,
    `  ${one.identity}`,
    `  ${signerText(one, language)}`,
    `  ${say('Villkor', 'Terms')}: ${oneLine(one.rights ?? say('inga angivna', 'none stated'))}`,
  ].join('\n');
}

function signerText({ signer }: ImportedPackage, language: Language): string {
  if (signer.state !== 'signed') return trustText(signer, language);
  const known = signer.by === null || signer.by === 'removed';
  const doubt = language === 'sv' ? 'INTE BETRODD: ' : 'NOT TRUSTED: ';
  return `${known ? doubt : ''}${trustText({ ...signer, by: signer.by ?? 'accepted' }, language)}`;
}

function changesText(of: SeriesChanges, language: Language): string {
  const say = (sv: string, en: string): string => (language === 'sv' ? sv : en);
  const lists = [
    { head: say('Nya', 'New'), list: of.added },
    { head: say('Ändrade', 'Changed'), list: of.changed },
    { head: say('Återkallade', 'Withdrawn'), list: of.withdrawn },
    { head: say('Åter giltiga', 'No longer withdrawn'), list: of.revoked },
  ];
  const rows = lists
    .filter(({ list }) => list.total > 0)
    .flatMap(({ head, list }) => [
      `  ${head}: ${list.total}`,
      ...list.first
        .slice(0, EXAMPLES)
        .map(
          ({ id, title, date }) =>
            `    ${[date, oneLine(title ?? id)].filter((part) => part !== null).join('  ')}`,
        ),
      ...(list.total > EXAMPLES ? ['    …'] : []),
    ]);
  const nothing = say('  Inget ändras för läsaren.', '  Nothing changes for the reader.');
  return [`${oneLine(of.series)}:`, ...(rows.length === 0 ? [nothing] : rows)].join('\n');
}
