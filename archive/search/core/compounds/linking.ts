/**
 * How Swedish hangs a word before another in a compound. What stands there is the word itself, the word and an s, or
 * the word with its last vowel gone or changed:
 *
 *     vård+politik     försvar+s+politik     skol(a)+politik     pojk(e)+lag      kvinn(a)o+jour
 *     gat(a)u+kontor   fråg(a)e+stund        arbet(e)+s+liv      familj+e+dag     barn+a+dop
 *     föräldra(r)+ansvar                     ansökning(ar)+s+avgift    hyr(a)es+rätt
 */

/** The joints, by the sign that a lexicon has for each: how many letters go from the end of the word, what comes. */
export const joints: Readonly<Record<Joint, { readonly goes: string; readonly comes: string }>> = {
  '+': { goes: '', comes: '' },
  s: { goes: '', comes: 's' },
  a: { goes: 'a', comes: '' },
  o: { goes: 'a', comes: 'o' },
  u: { goes: 'a', comes: 'u' },
  e: { goes: 'a', comes: 'e' },
  E: { goes: 'e', comes: '' },
  S: { goes: 'e', comes: 's' },
  x: { goes: '', comes: 'e' },
  y: { goes: '', comes: 'a' },
  r: { goes: 'r', comes: '' },
  A: { goes: 'ar', comes: 's' },
  h: { goes: 'a', comes: 'es' },
};

export type Joint = '+' | 's' | 'a' | 'o' | 'u' | 'e' | 'E' | 'S' | 'x' | 'y' | 'r' | 'A' | 'h';

/** A word as it stands before another, and how many letters of that are the joint's own. */
export interface CombiningForm {
  readonly joint: Joint;
  readonly form: string;
  /** Letters at the end that belong to no part: the s of försvars, the e of familje. */
  readonly linking: number;
}

const MOST_CONSONANTS = /[^aeiouyåäöé]$/u;

/** Whether a sign in a lexicon is one of a joint. */
export function isJoint(sign: string): sign is Joint {
  return Object.hasOwn(joints, sign);
}

/** All forms that a word could have before another, whether it has them or not. */
export function combiningForms(word: string): readonly CombiningForm[] {
  return (Object.keys(joints) as Joint[]).flatMap((joint) => {
    const form = combiningForm(word, joint);
    return form === null ? [] : [form];
  });
}

/** A word with one joint; null when it cannot have it. */
export function combiningForm(word: string, joint: Joint): CombiningForm | null {
  const { goes, comes } = joints[joint];
  if (!word.endsWith(goes)) return null;
  if (comes === 's' && word.endsWith('s')) return null;
  if (joint === 'A' && !word.endsWith('ningar')) return null;
  if (joint === 'r' && !/(?:ar|ier)$/u.test(word)) return null;
  if ((joint === 'x' || joint === 'y') && !MOST_CONSONANTS.test(word)) return null;
  const form = word.slice(0, word.length - goes.length) + comes;
  return { joint, form, linking: comes.endsWith('s') ? 1 : goes === '' ? comes.length : 0 };
}
