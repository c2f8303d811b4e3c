import { escaped } from '../../../main/contract/index.ts';
import type { ReferenceRun } from '../../../main/contract/index.ts';

/** A reference without italics. */
export function plainReference(runs: readonly ReferenceRun[]): string {
  return runs.map((run) => run.text).join('');
}

/** Texts and references as HTML for a word processor: blank lines part paragraphs, italics stay. */
export function richReference(
  parts: readonly (string | { readonly runs: readonly ReferenceRun[] })[],
): string {
  const paragraphs = parts.flatMap((part) =>
    typeof part === 'string' ? part.split(/\n{2,}/u).map(escaped) : [part.runs.map(richRun).join('')],
  );
  return paragraphs.map((part) => `<p>${part.replaceAll('\n', '<br>')}</p>`).join('');
}

function richRun({ text, italic }: ReferenceRun): string {
  return italic === true ? `<i>${escaped(text)}</i>` : escaped(text);
}
