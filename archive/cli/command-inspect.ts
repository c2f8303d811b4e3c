import type { PackageChanges } from '../model/manifest.ts';
import { inspectPackage } from '../package/inspect.ts';
import type { Inspection } from '../package/inspect.ts';
import { commonOptions } from './command.ts';
import type { Command } from './command.ts';
import type { Language } from './language.ts';

export const inspectCommand: Command = {
  name: 'inspect',
  about: {
    sv: 'Visa vad ett arkivpaket säger om sig självt.',
    en: 'Show what an archive package says of itself.',
  },
  operands: ['DIR'],
  options: commonOptions,
  run: async (parsed, { terminal }) => {
    const inspection = await inspectPackage(parsed.operands[0] ?? '');
    if (parsed.has('json')) terminal.printJson(inspection);
    else terminal.print(inspectionText(inspection, terminal.language));
    return 0;
  },
};

function inspectionText(of: Inspection, language: Language): string {
  const rows: readonly (readonly [string, string, string | null])[] = [
    ['Titel', 'Title', of.title],
    ['Organisation', 'Organisation', of.organisation],
    ['Rättigheter', 'Rights', of.rights],
    ['Serie', 'Series', `${of.series}/${of.sequence}`],
    ['Bygger på', 'Goes on from', of.previous],
    ['Dag', 'Date', of.date],
    ['Identitet', 'Identity', of.identity],
    ['Språk', 'Languages', of.languages.join(', ')],
    ['Sidor', 'Releases', `${of.counts.releases} (${of.counts.versions})`],
    ['Skiljer', 'Differs', of.changes === undefined ? null : changesText(of.changes, language)],
    ['Återkallade', 'Withdrawn', String(of.counts.withdrawn)],
    ['Källsidor', 'Originals', String(of.counts.originals)],
    ['Register', 'Register', `${of.registerTitle} (${of.register.id} ${of.register.version})`],
    ['Regler', 'Rules', of.rules],
    ['Innehåll', 'Payload', of.payload === null ? null : `${of.payload.files} / ${of.payload.bytes} B`],
  ];
  const known = rows.filter(([, , value]) => value !== null && value !== '');
  return known
    .map(([sv, en, value]) => `${(language === 'sv' ? sv : en).padEnd(13)} ${value ?? ''}`)
    .join('\n');
}

function changesText(
  { changed, links, withdrawn, revoked, ...of }: PackageChanges,
  language: Language,
): string {
  return language === 'sv'
    ? `${of.new} nya, ${changed} ändrade, ${links} med andra slutsatser, ${withdrawn} återkallade, ${revoked} åter gällande`
    : `${of.new} new, ${changed} changed, ${links} with other links, ${withdrawn} withdrawn, ${revoked} reinstated`;
}
