import { z } from 'zod';
import { IndexFormatError } from './format-error.ts';
import { checkSettings } from './settings.ts';
import type { IndexSettings } from './settings.ts';
import { termOfBytes } from './term-bytes.ts';

/** The version of the layout that `SegmentWriter` writes. */
export const SEGMENT_FORMAT = 2;

/** What stands in the section `head`, as JSON. */
export interface SegmentHead {
  readonly format: number;
  readonly settings: IndexSettings;
  /** Documents. */
  readonly size: number;
  readonly terms: number;
  /** Terms of all documents together, for each field. */
  readonly totals: readonly number[];
  /** Bytes of one field length, for each field. */
  readonly widths: readonly (1 | 2 | 4)[];
}

const count = z.number().int().nonnegative();

const headSchema = z.object({
  format: z.literal(SEGMENT_FORMAT),
  settings: z.object({
    fields: z.array(z.object({ name: z.string(), boost: z.number() })),
    b: z.number(),
    k1: z.number(),
    pipeline: z.array(z.string()),
    searchPipeline: z.array(z.string()),
    positions: z.boolean(),
  }),
  size: count,
  terms: count,
  totals: z.array(count),
  widths: z.array(z.literal([1, 2, 4])),
});

/** @throws IndexFormatError when the bytes are not a head of this version. */
export function readHead(bytes: Uint8Array): SegmentHead {
  const json = parsed(bytes);
  const format = (json as { readonly format?: unknown } | null)?.format;
  if (format !== SEGMENT_FORMAT)
    throw new IndexFormatError(`the segment has format ${String(format)}, not ${SEGMENT_FORMAT}`);
  const { data } = headSchema.safeParse(json);
  const fields = data?.settings.fields.length;
  if (data === undefined || data.totals.length !== fields || data.widths.length !== fields)
    throw new IndexFormatError('the head is not whole');
  try {
    checkSettings(data.settings);
  } catch (error) {
    throw new IndexFormatError(error instanceof Error ? error.message : String(error));
  }
  return data;
}

function parsed(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(termOfBytes(bytes));
  } catch {
    throw new IndexFormatError('the head is not JSON');
  }
}
