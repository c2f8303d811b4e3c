import lunr from 'lunr';
import stemmerSupport from 'lunr-languages/lunr.stemmer.support.js';
import swedish from 'lunr-languages/lunr.sv.js';

/** What lunr-languages hangs on lunr. */
interface SwedishLunr {
  readonly sv: lunr.Builder.Plugin & {
    readonly trimmer: lunr.PipelineFunction;
    readonly stopWordFilter: lunr.PipelineFunction;
    readonly stemmer: lunr.PipelineFunction;
  };
}

// The plug-ins work by adding to the one lunr object; twice would register, and warn, twice.
if (!('stemmerSupport' in lunr)) stemmerSupport(lunr);
if (!('sv' in lunr)) swedish(lunr);

/** lunr-languages' Swedish as it comes, for `builder.use`. */
export const { sv: swedishPlugin } = lunr as unknown as SwedishLunr;

const pipeline = [swedishPlugin.trimmer, swedishPlugin.stopWordFilter, swedishPlugin.stemmer];
const MOST_REMEMBERED = 500_000;
const remembered = new Map<string, string>();

/**
 * The term that a token becomes in lunr-languages' Swedish pipeline: the other engines get the same, through the
 * hook that each has for it. Empty for a stop word.
 */
export function swedishTerm(token: string): string {
  const known = remembered.get(token);
  if (known !== undefined) return known;
  const term = throughPipeline(token.toLowerCase());
  if (remembered.size >= MOST_REMEMBERED) remembered.clear();
  remembered.set(token, term);
  return term;
}

/** The terms of a text, cut up as Lunr cuts it. */
export function swedishTerms(text: string): string[] {
  return lunr
    .tokenizer(text)
    .map((token) => swedishTerm(token.toString()))
    .filter((term) => term !== '');
}

function throughPipeline(token: string): string {
  let passed: lunr.Token = new lunr.Token(token, {});
  for (const step of pipeline) {
    const next = step(passed, 0, []);
    if (!(next instanceof lunr.Token)) return '';
    passed = next;
  }
  return passed.toString();
}
