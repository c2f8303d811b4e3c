/** A text with `{places}` to fill; or one per plural form, chosen by the number `count`. */
export type Message = string | { readonly one: string; readonly other: string };

type PlacesOf<S extends string> = S extends `${string}{${infer Place}}${infer Rest}`
  ? Place | PlacesOf<Rest>
  : never;

/** The names of the places in a message. */
export type Places<M extends Message> = M extends string
  ? PlacesOf<M>
  : M extends { readonly one: infer One extends string; readonly other: infer Other extends string }
    ? PlacesOf<One> | PlacesOf<Other> | 'count'
    : never;

const PLACE = /\{(\w+)\}/g;

/** The names of the places in a text, in order. */
export function placesIn(text: string): readonly string[] {
  return [...text.matchAll(PLACE)].map((match) => match[1] ?? '');
}

/** A message cut at its places: texts, and values where the places were. An unknown place stays as written. */
export function fillParts<T>(text: string, values: Readonly<Record<string, T>>): readonly (string | T)[] {
  const parts: (string | T)[] = [];
  let last = 0;
  for (const match of text.matchAll(PLACE)) {
    const value = values[match[1] ?? ''];
    if (value === undefined) continue;
    parts.push(text.slice(last, match.index), value);
    last = match.index + match[0].length;
  }
  parts.push(text.slice(last));
  return parts.filter((part) => part !== '');
}

/** The form of a message for a number; a plain text is its own form. */
export function formFor(message: Message, rules: Intl.PluralRules, count: number): string {
  if (typeof message === 'string') return message;
  return rules.select(count) === 'one' ? message.one : message.other;
}
