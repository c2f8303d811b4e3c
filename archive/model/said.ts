import { z } from 'zod';
import { blockSchema } from './block.ts';
import { daySchema } from './day.ts';

const line = z.string();

/** A label the page hangs on itself: who sent it, what type it is, what it is about. */
export const tagSchema = z.strictObject({
  role: z.enum(['sender', 'type', 'category']),
  /** The source's own code (`1287` of `/tx/1287`), where it gives one. */
  code: z.string().nullable(),
  /** The words shown, where there are any. */
  label: z.string().nullable(),
});

/** A date as printed. `text` is verbatim ("02 juli 2026", "2024-01-08", ""). */
export const printedDateSchema = z.strictObject({
  role: z.enum(['published', 'updated', 'created']),
  where: z.enum(['meta', 'text']),
  text: z.string(),
});

export const linkedFileSchema = z.strictObject({ label: z.string(), href: z.string() });

export const sourceRefSchema = z.strictObject({
  /** Canonical address of the page; null when unknown. */
  address: z.string().nullable(),
  /** The file's own name relative to what was handed over, with `/`. */
  file: z.string(),
  /** The day (or instant, ISO 8601) it was fetched; null when unknown. */
  fetched: z.string().nullable(),
  /** SHA-256 (lower-case hex) of the original bytes. */
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  bytes: z.number().int().nonnegative(),
  mediaType: z.enum(['text/plain', 'text/html', 'text/markdown']),
  /** SHA-256 of the canonical JSON of the metadata entry that came beside the page, where one did. */
  metadataSha256: z.string().optional(),
  /** Which parser read it, e.g. `text-dump/1`. */
  parser: z.string(),
});

/**
 * What a page says, untouched: words verbatim, structure kept, nothing concluded. Soft hyphens, NBSP and
 * decomposed letters are still in these strings; the reading text is derived from them (`layoutReading`).
 */
export const saidSchema = z.strictObject({
  title: z.string(),
  /** The lead, often one paragraph; empty when the page has none. */
  lead: z.array(blockSchema).readonly(),
  body: z.array(blockSchema).readonly(),
  /** Sender lines as printed, e.g. "Pressmeddelande från Statsrådsberedningen". */
  senders: z.array(line).readonly(),
  tags: z.array(tagSchema).readonly(),
  dates: z.array(printedDateSchema).readonly(),
  /** Banner lines as printed, each different line once, in page order: periods, headings of the box, offices held. */
  banners: z.array(line).readonly(),
  /** Contact blocks, each a list of lines. */
  contacts: z.array(z.array(line).readonly()).readonly(),
  attachments: z.array(linkedFileSchema).readonly(),
  shortcuts: z.array(linkedFileSchema).readonly(),
  /** Designations the source states about itself (diarienummer, SOU …), verbatim. */
  designations: z.array(line).readonly(),
  /** What the source calls this sort of page: a folder name or a printed word; null when it does not say. */
  kind: z.string().nullable(),
  /** BCP 47, as declared by the page or as the parser sees from its chrome; null when unknown. */
  language: z.string().nullable(),
  source: sourceRefSchema,
});

/** One release version as it stands in `data/releases/*.jsonl`. */
export const releaseRecordSchema = z.strictObject({
  id: z.string().regex(/^[0-9a-hjkmnp-tv-z]{16}$/),
  version: z.string().regex(/^[0-9a-f]{64}$/),
  aliases: z.array(z.string()).readonly(),
  /** True for the version that leads; an earlier one of the same id in the same package is false. */
  current: z.boolean(),
  said: saidSchema,
  /** The one text in which every offset is counted. */
  reading: z.string(),
});

/** A line of `data/withdrawn.jsonl`. */
export const withdrawalSchema = z.strictObject({
  id: z.string(),
  action: z.enum(['withdrawn', 'revoked']),
  day: daySchema,
  reason: z.string(),
  replacedBy: z.string().nullable(),
});

export type Tag = z.infer<typeof tagSchema>;
export type PrintedDate = z.infer<typeof printedDateSchema>;
export type LinkedFile = z.infer<typeof linkedFileSchema>;
export type SourceRef = z.infer<typeof sourceRefSchema>;
export type Said = z.infer<typeof saidSchema>;
export type ReleaseRecord = z.infer<typeof releaseRecordSchema>;
export type Withdrawal = z.infer<typeof withdrawalSchema>;
