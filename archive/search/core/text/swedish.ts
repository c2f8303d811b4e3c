import lunr from 'lunr';
import stemmerSupport from 'lunr-languages/lunr.stemmer.support.js';
import swedish from 'lunr-languages/lunr.sv.js';
import { baseForm, evenStem } from './inflection.ts';

/** What lunr-languages hangs on lunr. */
interface SwedishPipeline {
  readonly stopWordFilter: lunr.PipelineFunction;
  readonly stemmer: lunr.PipelineFunction;
}

/** Name under which the pipeline is registered with lunr: part of what an index was built with. */
export const PIPELINE_NAME = 'lasesal-sv-2';

// The plug-ins work by adding to the one lunr object; twice would register, and warn, twice.
if (!('stemmerSupport' in lunr)) stemmerSupport(lunr);
if (!('sv' in lunr)) swedish(lunr);
const { stopWordFilter, stemmer } = (lunr as unknown as { readonly sv: SwedishPipeline }).sv;

/** Forms remembered before the memory is emptied: a few corpora's worth of vocabulary, some 20 MB. */
const MOST_REMEMBERED = 200_000;
const remembered = new Map<string, string | null>();

/**
 * The term that a word form is indexed under: lunr-languages' Swedish stop words, then its stemmer between two
 * steps of ours (see inflection.ts). Null for a stop word. Its trimmer is left out: forms from `wordsOf` have nothing to trim, and it empties words in letters
 * that are not Latin.
 */
export function termOf(form: string): string | null {
  const known = remembered.get(form);
  if (known !== undefined) return known;
  const term = runPipeline(form);
  if (remembered.size >= MOST_REMEMBERED) remembered.clear();
  remembered.set(form, term);
  return term;
}

/** The same as one function of a lunr pipeline, registered so that an index can name it. */
export function swedishTerms(token: lunr.Token): lunr.Token | null {
  const term = termOf(token.toString());
  return term === null ? null : token.update(() => term);
}

if (!(PIPELINE_NAME in registeredFunctions())) lunr.Pipeline.registerFunction(swedishTerms, PIPELINE_NAME);

function runPipeline(form: string): string | null {
  const kept = stopWordFilter(new lunr.Token(form, {}), 0, []);
  if (!(kept instanceof lunr.Token)) return null;
  const base = baseForm(form);
  const stemmed = stemmer(new lunr.Token(base, {}), 0, []);
  if (!(stemmed instanceof lunr.Token) || stemmed.toString() === '') return null;
  return evenStem(stemmed.toString(), base);
}

function registeredFunctions(): object {
  return (lunr.Pipeline as unknown as { readonly registeredFunctions: object }).registeredFunctions;
}
