import { z } from 'zod';

const nothing = z.strictObject({});

/** Something that is shipped and whose licence has to be handed on. */
const shippedPartSchema = z.strictObject({
  /** Names it among what is shipped. */
  id: z.string().max(300),
  name: z.string(),
  /** Null where its version is that of the whole it is part of. */
  version: z.string().nullable(),
  /** The licence's name; null where only its text is known. */
  licence: z.string().nullable(),
});

/** What the program is made of. Carried out by the reader's about desk. */
export const aboutCalls = {
  /** The packages that are built into the program, and the parts of the runtime that carries it. */
  shipped: {
    args: nothing,
    result: z.strictObject({
      packages: z.array(shippedPartSchema).readonly(),
      /** None where the runtime came without its licences. */
      runtime: z.array(shippedPartSchema).readonly(),
    }),
  },
  /** The licence of one of them, word for word. */
  licence: {
    args: z.strictObject({ id: z.string().max(300) }),
    result: z.strictObject({ text: z.string() }),
  },
} as const;

export type ShippedPart = z.infer<typeof shippedPartSchema>;
