import { z } from 'zod';

/** References written out, to stand in a text. */
export const referenceStyles = ['harvard', 'apa', 'note'] as const;
/** Files of references that other programs read. */
export const citationFormats = ['csl', 'ris', 'bibtex', 'biblatex'] as const;
/**
 * Whom a reference names as author: the department, as it was named then; the government; or the minister at the
 * time. A library has its own rule for corporate authors, so the reader chooses.
 */
export const authorChoices = ['department', 'government', 'minister'] as const;

/** How references are written. */
export const referenceFormSchema = z.strictObject({
  style: z.enum(referenceStyles),
  language: z.enum(['sv', 'en']),
  author: z.enum(authorChoices),
});

/** A piece of a written reference. Titles are in italics where the style says so. */
export const referenceRunSchema = z.strictObject({ text: z.string(), italic: z.literal(true).optional() });

export type ReferenceStyle = (typeof referenceStyles)[number];
export type CitationFormat = (typeof citationFormats)[number];
export type AuthorChoice = (typeof authorChoices)[number];
export type ReferenceForm = z.infer<typeof referenceFormSchema>;
export type ReferenceRun = z.infer<typeof referenceRunSchema>;
