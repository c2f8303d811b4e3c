import type { Message } from './message.ts';
import type { svOut } from './sv-out.ts';

/** The words of the ways out of the room, in English. */
export const enOut: Readonly<Record<keyof typeof svOut, Message>> = {
  'out.release': 'Cite and save',
  'out.reference-in': 'Reference ({style})',
  'out.copy-reference': 'Copy reference',
  'out.copy-text': 'Copy text with reference',
  'out.copy-link': 'Copy link to the release',
  'out.choose-form': 'Form of references …',
  'out.save-reference': 'Save the reference as',
  'out.save-as': '{name} …',
  'out.save-list': 'Save the list',
  'out.table-and-data': 'Table and data',
  'out.csv': 'Table for Excel (CSV) …',
  'out.json': 'Data with the texts (JSON) …',
  'out.references': 'References',
  'out.references-text': 'As text ({style}) …',
  'out.saved': {
    one: '{count} release was saved in {file}.',
    other: '{count} releases were saved in {file}.',
  },
  'work.exporting': 'Saving',
  'work.export-cancelled': 'Cancelled. Nothing half-written is left.',
  'reference.title': 'Reference',
  'reference.style': 'Style',
  'reference.language': 'Language',
  'reference.author': 'Author',
  'reference.copy-held': 'Copy with archive and hash',
  'reference.hint':
    'The choice holds from now on. Where the author is not known, the department stands, or who keeps the archive.',
  'style.harvard': 'Harvard',
  'style.apa': 'APA 7',
  'style.note': 'Note (Oxford)',
  'author.department': 'The department',
  'author.government': 'The government',
  'author.minister': 'The minister',
  'language.sv': 'Swedish',
  'language.en': 'English',
  'key.copy-reference': 'copy the reference of the release',
};
