import type { Evidence } from '../model/evidence.ts';
import type { ReadingLayout } from '../model/reading-text.ts';
import type { PlacedMention, PlacedTitle } from './dossiers.ts';
import { evidenceAt } from './evidence.ts';
import type { MentionFinder, Span } from './mentions.ts';
import { tokenise } from './tokens.ts';
import type { Token } from './tokens.ts';

/** A stretch of a reading text that reads on, with its words. */
export interface Section {
  readonly place: PlacedMention['place'];
  /** Where it begins in the reading text; its tokens are counted from there. */
  readonly start: number;
  readonly text: string;
  readonly tokens: readonly Token[];
}

/**
 * A reading text taken apart where reading stops: title, lead and body read on, contacts and sender lines stand
 * alone, banners and tags are read otherwise. The running text comes first.
 */
export function sectionsOf({ text, parts }: ReadingLayout): readonly Section[] {
  const spans: (Span & Pick<Section, 'place'>)[] = [];
  for (const part of parts) {
    if (part.place === 'banner' || part.place === 'tag') continue;
    const place = part.place === 'contact' || part.place === 'sender' ? part.place : 'text';
    const before = spans.at(-1);
    if (before?.place === place) spans[spans.length - 1] = { ...before, end: part.end };
    else spans.push({ place, start: part.start, end: part.end });
  }
  return spans.map(({ place, start, end }) => {
    const words = text.slice(start, end);
    return { place, start, text: words, tokens: tokenise(words) };
  });
}

/** What the sections say of people and titles, with the words as evidence. */
export interface Placed {
  readonly mentions: readonly PlacedMention[];
  /** Titles without a name, of the running text. */
  readonly loneTitles: readonly PlacedTitle[];
}

/** Everyone mentioned in the sections, and the titles left over. */
export function placeMentions(
  finder: MentionFinder,
  layout: ReadingLayout,
  sections: readonly Section[],
): Placed {
  const placed = sections.map((section): Placed => {
    const { place } = section;
    const cite = ({ start, end }: Span): readonly Evidence[] =>
      evidenceAt(layout, place === 'sender' ? 'tag' : 'text', {
        start: section.start + start,
        end: section.start + end,
      });
    const { mentions, loneTitles } = finder.find(section);
    return {
      mentions: mentions.map((mention) => ({
        ...mention,
        place,
        evidence: cite(mention),
        nameEvidence: cite(mention.name),
      })),
      loneTitles: place === 'text' ? loneTitles.map((title) => ({ ...title, evidence: cite(title) })) : [],
    };
  });
  return {
    mentions: placed.flatMap(({ mentions }) => mentions),
    loneTitles: placed.flatMap(({ loneTitles }) => loneTitles),
  };
}
