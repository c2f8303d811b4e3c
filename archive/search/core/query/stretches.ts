/**
 * A stretch of a chunk that can be one word, with the signs that say how it is meant:
 *
 *     =förslaget      equals "=", body "förslaget"
 *     segregatoin~2   body "segregatoin", tilde "~2"
 *     *skatt*         body "*skatt*"
 */
export interface Stretch {
  /** UTF-16 offset in the chunk. */
  readonly at: number;
  readonly equals: string;
  readonly body: string;
  readonly tilde: string;
}

const LETTER = String.raw`[\p{L}\p{N}\p{M}]`;
/** What a word, or a truncated one, can have in it: letters, joints as `wordsOf` knows them, stars. */
const BODY = String.raw`(?:[\p{L}\p{N}\p{M}*\-\u2010-\u2013\u2212/:.&'’_@]|(?<=\p{N}),(?=\p{N}))+`;
/** Only where no letter stands before, so that "a=b" is two words. */
const EQUALS = String.raw`(?<!${LETTER})=+`;
/** Only where no letter follows, so that "a~b" is two words. */
const TILDE = String.raw`(?:~+\d*)+(?![\p{L}\p{N}\p{M}*])`;
/** What a tilde that belongs to no word may not stand behind: "/~hamn" is part of an address. */
const SIGNED = String.raw`[\p{L}\p{N}\p{M}*\-/:.&'’_@~]`;
const STRETCH = new RegExp(
  String.raw`(?<equals>(?:${EQUALS})?)(?<body>${BODY})(?<tilde>(?:${TILDE})?)|(?<lone>=+(?!${BODY})|(?<!${SIGNED})~+(?![~\d]))`,
  'gu',
);

/** The stretches of a chunk. Signs with no word at them are a stretch without a body. */
export function stretchesOf(chunk: string): readonly Stretch[] {
  return Array.from(chunk.matchAll(STRETCH), ({ index, groups }) => ({
    at: index,
    equals: groups?.['equals'] ?? groups?.['lone'] ?? '',
    body: groups?.['body'] ?? '',
    tilde: groups?.['tilde'] ?? '',
  }));
}
