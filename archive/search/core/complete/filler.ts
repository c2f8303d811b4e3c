import lunr from 'lunr';
import { termOf } from '../text/swedish.ts';

/** No stop word that stands in names is longer; spares the others the pipeline. */
const LONGEST = 5;

/** Whether a word only joins others, in Swedish: no name is meant that begins with "och" or "för". */
export function isFiller(word: string): boolean {
  return word.length <= LONGEST && termOf(word) === null;
}

/** The same in English. */
export function isEnglishFiller(word: string): boolean {
  return word.length <= LONGEST && !(lunr.stopWordFilter(new lunr.Token(word, {})) instanceof lunr.Token);
}
