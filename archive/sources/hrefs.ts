const KEPT = /^(?:https?|mailto|tel):/iu;
const SCHEME = /^[a-z][a-z\d+.-]*:/iu;
const LONGEST = 4000;

/**
 * The address a link points to, as text to show: absolute where the page's own address is known, as the page
 * prints it otherwise. Undefined for what no reader can use: places within the page, scripts, data.
 *
 * @param base - the page's address; null when unknown
 */
export function linkAddress(href: string | undefined, base: string | null): string | undefined {
  const trimmed = href?.trim().replace(/[\r\n\t]+/gu, '');
  if (trimmed === undefined || trimmed === '' || trimmed.startsWith('#') || trimmed.length > LONGEST)
    return undefined;
  if (KEPT.test(trimmed)) return trimmed;
  if (SCHEME.test(trimmed)) return undefined;
  if (base === null) return trimmed;
  try {
    return new URL(trimmed, base).href;
  } catch {
    return trimmed;
  }
}

/**
 * A link's label without what the site adds for screen readers ("… - extern webbplats,"): hidden on the page, but the
 * g0v publisher takes it for words.
 */
export function withoutLinkNote(label: string): string {
  return label.replace(/[\s\u00A0]*- ?(?:öppnas i ny flik,? ?)?extern webbplats,?[\s\u00A0]*$/u, '');
}
