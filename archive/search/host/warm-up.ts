import { packageIdentity } from '../../package/identity.ts';
import { parseLinksLine, parseRecordLine } from '../../package/record-lines.ts';
import type { RegisterData } from '../../model/register.ts';
import { noFilters } from '../../model/search.ts';
import { CatalogueBuilder } from '../core/catalogue/catalogue-builder.ts';
import { openCatalogue, storeCatalogue } from '../core/catalogue/catalogue-file.ts';
import { storeRows } from '../core/catalogue/facet-rows.ts';
import { valueFacets } from '../core/catalogue/columns.ts';
import { RegisterNames } from '../core/catalogue/register-names.ts';
import { SearchEngine } from '../core/engine.ts';
import { textFields } from '../core/index-port.ts';
import { storeRelations } from '../core/relations/relations-file.ts';
import { TextIndexesBuilder } from '../core/text-indexes-builder.ts';
import { termOf } from '../core/text/swedish.ts';
import { MemoryFile } from './file-bytes.ts';
import { isAskedFirst } from './first-asked.ts';
import { HeldBack } from './held-back.ts';
import { IndexFileWriter } from './index-file-writer.ts';
import { IndexFile } from './index-file.ts';
import { BLOCK_BYTES } from './index-layout.ts';
import { CATALOGUE, HEAD, currentMaking, jsonBytes, readIndexHead } from './index-head.ts';
import type { IndexHead } from './index-head.ts';
import { RELATIONS, openTexts } from './open-texts.ts';

const noRegister: RegisterData = {
  format: 1,
  id: '',
  title: '',
  version: '',
  language: '',
  hosts: [],
  sources: [],
  governments: [],
  mandatePeriods: [],
  departments: [],
  offices: [],
  persons: [],
  roles: [],
  kinds: [],
  subjects: [],
};

const WORDS = ['skolan', 'skolpolitiken'];
/** Told here: the lexicon is large, and only a search that finds nothing asks it. */
const PART_TERMS: ReadonlyMap<string, readonly string[]> = new Map([
  ['skolpolitiken', ['skol', 'politik'].flatMap((part) => termOf(part) ?? [])],
]);
const partTermsOf = (form: string): readonly string[] => PART_TERMS.get(form) ?? [];
/** So many releases, asked for so often, are enough for what goes through every release to be compiled. */
const RELEASES = 600;
const ROUNDS = 12;
const IDENTITY = 'warm-up';
const FILLING = 'filling';
/** So many words in a text that a byte does not hold their number. */
const MANY = 300;

/**
 * Goes through what opening a package and a first search go through, over releases made up for it, so that the first
 * real ones do not wait for code to be compiled and for the tables of the language. Takes some tenths
 * of a second.
 */
export function warmUp(): void {
  const index = smallIndex();
  for (let round = 0; round < ROUNDS; round += 1) {
    const engine = openEngine(index);
    for (const query of WORDS)
      engine.find({ queryId: 0, query, filters: noFilters, sort: 'relevance', offset: 0, limit: 20 });
  }
  packageIdentity(new Uint8Array(0));
  for (const parse of [parseRecordLine, parseLinksLine])
    try {
      parse(Buffer.from('{}'), { file: '' });
    } catch {
      // An empty record is none; what matters is that its schema has been gone through.
    }
}

function openEngine(index: MemoryFile): SearchEngine {
  const file = IndexFile.of(index);
  file.readAhead(isAskedFirst);
  readIndexHead(file, IDENTITY);
  const names = new RegisterNames(noRegister);
  return new SearchEngine({
    indexes: openTexts(file),
    catalogue: openCatalogue(file, CATALOGUE),
    names,
    namesOf: () => names,
    readVersion: () => {
      throw new RangeError('no release is read');
    },
  });
}

function smallIndex(): MemoryFile {
  const file = new MemoryFile();
  const writer = new IndexFileWriter(file);
  const sections = new HeldBack(writer, isAskedFirst);
  const head: IndexHead = {
    identity: IDENTITY,
    making: currentMaking(),
    series: '',
    sequence: 1,
    title: '',
    over: [],
    named: '',
    releases: RELEASES,
    earliest: null,
    latest: null,
  };
  sections.begin(HEAD);
  sections.write(jsonBytes(head));
  const texts = new TextIndexesBuilder(partTermsOf);
  for (let release = 0; release < RELEASES; release += 1)
    texts.add({ ...lists(textFields, []), ...textsOf(release) });
  texts.finish(sections);
  // As in a real index, postings then lie in other blocks than what is read at once.
  sections.begin(FILLING);
  sections.write(new Uint8Array(2 * BLOCK_BYTES));
  const terms = [...new Set(WORDS.map(termOf))].filter((term) => term !== null).toSorted();
  const words = { forms: WORDS, terms, parts: [...new Set(WORDS.flatMap(partTermsOf))].toSorted() };
  storeRelations(words, { termOf, partTermsOf }, sections, RELATIONS);
  const catalogue = smallCatalogue().build();
  storeCatalogue(catalogue, sections, CATALOGUE);
  storeRows(catalogue, new RegisterNames(noRegister), sections, CATALOGUE);
  sections.finish();
  writer.finish();
  return file;
}

/** Words that stand once or more often, in releases that follow one another or lie far apart: numbers of every length. */
function textsOf(release: number): { readonly title: readonly string[]; readonly body: readonly string[] } {
  const isFar = release % 300 > 150;
  return {
    title: release % 3 === 0 ? WORDS : [],
    body: isFar ? [] : [...WORDS, ...WORDS.slice(release % 2), ...(release === 0 ? longText : [])],
  };
}

const longText: readonly string[] = [Array.from({ length: MANY }, () => WORDS[0]).join(' ')];

/** Every release has a value of each facet, and two subjects: so that they are put in order. */
function smallCatalogue(): CatalogueBuilder {
  const builder = new CatalogueBuilder();
  const values = lists(
    valueFacets,
    ['å', 'b'].map((id) => ({ id, certain: true })),
  );
  for (let release = 0; release < RELEASES; release += 1)
    builder.add({
      id: String(release).padStart(16, '0'),
      aliases: [],
      title: '',
      withdrawn: false,
      date: { earliest: null, latest: null },
      values,
      ministers: [{ person: 'a', office: 'b', strong: true, certain: true }],
      designations: [],
      versions: [],
    });
  return builder;
}

function lists<N extends string, T>(names: readonly N[], list: readonly T[]): Record<N, readonly T[]> {
  return Object.fromEntries(names.map((name) => [name, list])) as Record<N, readonly T[]>;
}
