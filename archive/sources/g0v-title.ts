import { oneLine } from './inlines.ts';

/** A title, and the designation that was printed with it. */
export interface TitleParts {
  readonly title: string;
  readonly designation: string | null;
}

/**
 * A designation that the publisher ran together with the title before it ("…marknadenDir. 2025:87"): the page prints
 * it as a small line of its own within the title. Only a form that is certain, and only when no space is before it.
 */
const RUN_ON =
  /(?<=[^\s(/–-])((?:Diarienummer|Dnr|ID-nummer):?\s.*\d.*|(?:Prop|Dir|Skr)\.? ?\d{4}(?:[/:]\d{2,4})?:\d+|(?:SOU|Ds|SÖ) \d{4}:\d+|\d{4}\/\d{2}:FPM\d+|(?:A|Fi|Fö|I|IJ|Jo|Ju|KN|Ku|LI|M|N|S|SB|U|UD)\d{4}\/\d{4,6}(?:\/\w+)?)$/u;

/**
 * A page's title without the designation that stands in it. The tree gives the title twice, in the text (the heading,
 * run together) and in the list (parted by a comma, without a subtitle); what the two share settles how to part them.
 *
 * @param heading - the text's first heading
 * @param listed - title and designation in the list; null when the page is not listed
 */
export function g0vTitle(
  heading: string,
  listed: { readonly title: string; readonly id: string | null } | null,
): TitleParts {
  if (listed === null) return partRunOn(heading);
  const id = oneLine(listed.id ?? '');
  const title = withoutEnd(oneLine(listed.title), id);
  const words = withoutEnd(heading, id);
  const designation = id === '' ? null : id;
  if (words === '' || words === title) return { title: title === '' ? words : title, designation };
  // What the heading has beyond the listed title is a subtitle that lost the space before it.
  if (title !== '' && words.startsWith(title)) {
    const subtitle = words.slice(title.length);
    return { title: /^[\s,.:;!?)]/u.test(subtitle) ? words : `${title} ${subtitle}`, designation };
  }
  return { title: heading === words ? words : title, designation };
}

function partRunOn(heading: string): TitleParts {
  const match = RUN_ON.exec(heading);
  if (match?.[1] === undefined) return { title: heading, designation: null };
  return { title: heading.slice(0, match.index).trim(), designation: oneLine(match[1]) };
}

/** A title without the designation at its end and the comma before that. */
function withoutEnd(title: string, id: string): string {
  if (id === '' || !title.endsWith(id) || title === id) return title;
  return title.slice(0, -id.length).replace(/,?\s*$/u, '');
}
