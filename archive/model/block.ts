import { z } from 'zod';

/** A run of text within a block; `href` is the address a link pointed to, kept as text and never followed. */
export const inlineSchema = z.strictObject({
  text: z.string(),
  href: z.string().optional(),
});

const inlines = z.array(inlineSchema).readonly();

export const paragraphSchema = z.strictObject({ type: z.literal('paragraph'), inlines });
export const headingSchema = z.strictObject({
  type: z.literal('heading'),
  /** 2 to 6: the title alone is level 1. */
  level: z.number().int().min(2).max(6),
  inlines,
});
/** A spoken line ("– …") or a block quotation. */
export const quoteSchema = z.strictObject({ type: z.literal('quote'), inlines });
export const listSchema = z.strictObject({
  type: z.literal('list'),
  ordered: z.boolean(),
  /** A nested list is flattened: its items follow with a greater depth (0 is outermost). */
  items: z.array(z.strictObject({ depth: z.number().int().min(0).max(8), inlines })).readonly(),
});
export const tableSchema = z.strictObject({
  type: z.literal('table'),
  /** How many of the first rows are headers. */
  headerRows: z.number().int().min(0),
  rows: z.array(z.array(inlines).readonly()).readonly(),
});

/** Structured text, safe by construction: there is no place in it for markup. */
export const blockSchema = z.discriminatedUnion('type', [
  paragraphSchema,
  headingSchema,
  quoteSchema,
  listSchema,
  tableSchema,
]);

export type Inline = z.infer<typeof inlineSchema>;
export type Block = z.infer<typeof blockSchema>;

/** The block's leaves in reading order: its inlines, or those of each item or cell. */
export function leavesOf(block: Block): readonly (readonly Inline[])[] {
  switch (block.type) {
    case 'list':
      return block.items.map((item) => item.inlines);
    case 'table':
      return block.rows.flat();
    case 'paragraph':
    case 'heading':
    case 'quote':
      return [block.inlines];
  }
}

/** The plain text of inlines, verbatim. */
export function plainText(inlines: readonly Inline[]): string {
  return inlines.map((inline) => inline.text).join('');
}
