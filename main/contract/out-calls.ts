import { z } from 'zod';
import {
  citationFormats,
  referenceFormSchema,
  referenceRunSchema,
  releaseNamePattern,
  searchRequestSchema,
} from '../../archive/model/index.ts';

const name = z.string().regex(releaseNamePattern);

/** What leaves the archive: one release, those named, or all that a search finds. Names are `ID` or `ID@version`. */
export const outSubjectSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('release'), id: name }),
  z.strictObject({
    type: z.literal('releases'),
    ids: z.array(name).max(100_000).readonly(),
    /** What they are together, e.g. the name of a collection. */
    title: z.string().max(500).optional(),
  }),
  z.strictObject({
    type: z.literal('result'),
    request: searchRequestSchema.omit({ queryId: true, offset: true, limit: true }),
  }),
]);

/** What can be saved: files of references, the references written out, tables and data, a folder of texts, pages. */
export const outFormats = [...citationFormats, 'references', 'csv', 'json', 'folder', 'pdf'] as const;

/** What leaves the room. References, and the language of labels, are as the settings say. */
export const outCalls = {
  /** The reference of one release, and where the text that it cites is held. */
  reference: {
    args: z.strictObject({ id: name, form: referenceFormSchema }),
    result: z.strictObject({ runs: z.array(referenceRunSchema).readonly(), held: z.string() }),
  },
  /** Lets the person choose where, and writes it there; null when she chose nothing. A `saved` event says that it is there. */
  saveOut: {
    args: z.strictObject({ subject: outSubjectSchema, format: z.enum(outFormats) }),
    result: z.strictObject({ jobId: z.string() }).nullable(),
  },
  /** Puts pages on paper, through the system's print dialog. */
  printOut: {
    args: z.strictObject({ subject: outSubjectSchema }),
    result: z.strictObject({ jobId: z.string() }),
  },
  /**
   * The release that an address handed over from outside leads to; each is given once. Null when there is none. The
   * command `follow-link` says that one waits.
   */
  takeLink: {
    args: z.strictObject({}),
    result: z.strictObject({ id: z.string(), version: z.string().nullable() }).nullable(),
  },
} as const;

export type OutSubject = z.infer<typeof outSubjectSchema>;
export type OutFormat = (typeof outFormats)[number];
