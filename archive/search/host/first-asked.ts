import { textIndexNames } from '../core/index-settings.ts';
import { CATALOGUE, HEAD } from './index-head.ts';

/** What every first answer is made from: it stands together at the end of an index, to be read at once. */
const firstAsked: ReadonlySet<string> = new Set([
  HEAD,
  ...['withdrawn', 'newest'].map((name) => CATALOGUE + name),
  ...textIndexNames.map((name) => `${name}/head`),
  ...['terms', 'parts'].flatMap((name) => [`${name}/lengths`, `${name}/firsts`]),
]);

const prefixes = ['rows/', 'facets/', 'ministers/'].map((name) => CATALOGUE + name);

export function isAskedFirst(section: string): boolean {
  return firstAsked.has(section) || prefixes.some((prefix) => section.startsWith(prefix));
}
