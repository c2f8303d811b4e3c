import lexicon from '../../lexicon/sv-1.json' with { type: 'json' };
import { lexiconWords, readLexicon } from '../../lexicon/lexicon.ts';
import { CompoundSplitter } from './splitter.ts';

const DIGITS_OF_SHA = 12;

/** Which lexicon compounds are split by, to the letter: an index tells it, and one library has one. */
export const LEXICON_NAME = `${lexicon.name}-${lexicon.sha256.slice(0, DIGITS_OF_SHA)}`;

let made: CompoundSplitter | undefined;

/** The splitter that everything uses; its lexicon is read the first time it is asked for. */
export function splitter(): CompoundSplitter {
  made ??= new CompoundSplitter(lexiconWords(readLexicon(lexicon)));
  return made;
}
