import { packageIdentity } from '../../package/identity.ts';
import { parseLinksLine, parseRecordLine } from '../../package/record-lines.ts';
import type { RegisterData } from '../../model/register.ts';
import { noFilters } from '../../model/search.ts';
import { CatalogueBuilder } from '../core/catalogue/catalogue-builder.ts';
import { openCatalogue, storeCatalogue } from '../core/catalogue/catalogue-file.ts';
import { valueFacets } from '../core/catalogue/columns.ts';
import { RegisterNames } from '../core/catalogue/register-names.ts';
import { SearchEngine } from '../core/engine.ts';
import { textFields } from '../core/index-port.ts';
import { MemorySections } from '../core/packed/sections.ts';
import { partTermsOf } from '../core/part-terms.ts';
import { storeRelations } from '../core/relations/relations-file.ts';
import { TextIndexesBuilder } from '../core/text-indexes-builder.ts';
import { termOf } from '../core/text/swedish.ts';
import { CATALOGUE } from './index-head.ts';
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

/**
 * Goes once through what a first search goes through, over a release made up for it, so that the first real one does
 * not wait for code to be compiled, for the lexicon and for the tables of the language. Takes some tenths of a second.
 */
export function warmUp(): void {
  const engine = smallEngine();
  for (const query of WORDS)
    engine.find({ queryId: 0, query, filters: noFilters, sort: 'relevance', offset: 0, limit: 1 });
  packageIdentity(new Uint8Array(0));
  for (const parse of [parseRecordLine, parseLinksLine])
    try {
      parse(Buffer.from('{}'), { file: '' });
    } catch {
      // An empty record is none; what matters is that its schema has been gone through.
    }
}

function smallEngine(): SearchEngine {
  const sections = new MemorySections();
  const texts = new TextIndexesBuilder(partTermsOf);
  texts.add({ ...lists(textFields), title: WORDS, body: WORDS });
  texts.finish(sections);
  const terms = [...new Set(WORDS.map(termOf))].filter((term) => term !== null).toSorted();
  const words = { forms: WORDS, terms, parts: [...new Set(WORDS.flatMap(partTermsOf))].toSorted() };
  storeRelations(words, { termOf, partTermsOf }, sections, RELATIONS);
  storeCatalogue(smallCatalogue().build(), sections, CATALOGUE);
  const names = new RegisterNames(noRegister);
  return new SearchEngine({
    indexes: openTexts(sections),
    catalogue: openCatalogue(sections, CATALOGUE),
    names,
    namesOf: () => names,
    readVersion: () => {
      throw new RangeError('no release is read');
    },
  });
}

function smallCatalogue(): CatalogueBuilder {
  const builder = new CatalogueBuilder();
  builder.add({
    id: '0000000000000000',
    aliases: [],
    title: '',
    withdrawn: false,
    date: { earliest: null, latest: null },
    values: {
      ...lists(valueFacets),
      language: [{ id: 'sv', certain: true }],
      // Two, so that they are put in order.
      subject: [
        { id: 'å', certain: true },
        { id: 'b', certain: true },
      ],
    },
    ministers: [],
    designations: [],
    versions: [],
  });
  return builder;
}

function lists<N extends string>(names: readonly N[]): Record<N, readonly never[]> {
  return Object.fromEntries(names.map((name) => [name, []])) as unknown as Record<N, readonly never[]>;
}
