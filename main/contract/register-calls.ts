import { z } from 'zod';
import { daySchema, hitSchema, labelSchema } from '../../archive/model/index.ts';

const nothing = z.strictObject({});
const id = z.string().min(1).max(200);
const day = daySchema.nullable();
const count = z.number().int().nonnegative();

/** Somebody or something that has a page of its own. Ids are those of the facets. */
const namedSchema = z.strictObject({ id: z.string(), name: z.string() });
const namedList = z.array(namedSchema).readonly();
const strings = z.array(z.string()).readonly();

/** Where the register has a fact from. */
const sourceSchema = z.strictObject({
  title: z.string(),
  address: z.string().nullable(),
  note: z.string().nullable(),
});
const sources = z.array(sourceSchema).readonly();

/** A department, government or role in time. A day that is null is open; `…Unknown` says that no source gives it. */
const inTime = { from: day, to: day };

/** One office held by one person. */
const heldOfficeSchema = z.strictObject({
  id: z.string(),
  title: z.string(),
  ...inTime,
  fromUnknown: z.boolean(),
  toUnknown: z.boolean(),
  /** The days between which it was held at most: an unknown day is bounded by the government's. */
  bounds: z.strictObject(inTime),
  /** Deputising or acting. */
  acting: z.boolean(),
  party: z.string().nullable(),
  department: namedSchema.nullable(),
  governments: namedList,
  note: z.string().nullable(),
  sources,
});

const pageOf = {
  id: z.string(),
  /** The series it belongs to, in words; null where only one is open. */
  series: z.string().nullable(),
  name: z.string(),
  note: z.string().nullable(),
  sources,
  /** What the register is written in, as BCP 47 names it. */
  language: z.string(),
  /** The day that the register's data stand for; null where it names none. */
  asOf: day,
};

const personViewSchema = z.strictObject({
  ...pageOf,
  otherNames: strings,
  afterwards: labelSchema.nullable(),
  /** Oldest first. */
  offices: z.array(heldOfficeSchema).readonly(),
});

/** Who held an office. */
const holderSchema = z.strictObject({ person: namedSchema, office: heldOfficeSchema });

/** A department in the line of another; `into` names those that took over from it. */
const departmentStepSchema = z.strictObject({ ...namedSchema.shape, ...inTime, into: namedList });

const departmentViewSchema = z.strictObject({
  ...pageOf,
  ...inTime,
  otherNames: strings,
  into: namedList,
  /** Those it came from and those that came of it, near and far, oldest first. */
  before: z.array(departmentStepSchema).readonly(),
  after: z.array(departmentStepSchema).readonly(),
  holders: z.array(holderSchema).readonly(),
});

/** An office within a government: the days of the government on which it was held. */
const termSchema = z.strictObject({ ...holderSchema.shape, from: daySchema, to: day });

const governmentViewSchema = z.strictObject({
  ...pageOf,
  from: daySchema,
  to: day,
  before: namedSchema.nullable(),
  after: namedSchema.nullable(),
  /** Oldest first. */
  terms: z.array(termSchema).readonly(),
  departments: namedList,
});

/** One series' register as lists to walk through, with how many releases the archive has by each. */
const registerListSchema = z.strictObject({
  series: z.string(),
  title: z.string(),
  registerTitle: z.string(),
  /** The day that the register's data stand for. */
  asOf: z.string(),
  /** By name. */
  persons: z
    .array(
      z.strictObject({
        ...namedSchema.shape,
        otherNames: strings,
        offices: z
          .array(
            z.strictObject({ title: z.string(), ...inTime, toUnknown: z.boolean(), acting: z.boolean() }),
          )
          .readonly(),
        /** Ids of the governments that she was in. */
        governments: strings,
        inOffice: z.boolean(),
        releases: count,
      }),
    )
    .readonly(),
  /** Those that there are now before those that were, each by name; `formerly` names those that it took over from. */
  departments: z
    .array(z.strictObject({ ...namedSchema.shape, ...inTime, formerly: strings, releases: count }))
    .readonly(),
  /** The newest first. */
  governments: z.array(z.strictObject({ ...namedSchema.shape, ...inTime, releases: count })).readonly(),
});

/** What a page of the register can be about. */
export const registerFacets = ['minister', 'department', 'government'] as const;

const byPage = z.strictObject({ id });

/** The calls about the people, departments and governments of the registers. Unknown ids answer `register-entry-not-found`. */
export const registerCalls = {
  /** The registers of what is open, one of each series. */
  register: { args: nothing, result: z.array(registerListSchema).readonly() },
  person: { args: byPage, result: personViewSchema },
  department: { args: byPage, result: departmentViewSchema },
  government: { args: byPage, result: governmentViewSchema },
  /** Releases that are linked to one of them, the newest first. A search under way is not displaced. */
  releasesBy: {
    args: z.strictObject({
      facet: z.enum(registerFacets),
      id,
      offset: count,
      limit: count.max(100),
    }),
    result: z.strictObject({ total: count, hits: z.array(hitSchema).readonly() }),
  },
} as const;

export type Named = z.infer<typeof namedSchema>;
export type RegisterSource = z.infer<typeof sourceSchema>;
export type HeldOffice = z.infer<typeof heldOfficeSchema>;
export type PersonView = z.infer<typeof personViewSchema>;
export type OfficeHolding = z.infer<typeof holderSchema>;
export type DepartmentStep = z.infer<typeof departmentStepSchema>;
export type DepartmentView = z.infer<typeof departmentViewSchema>;
export type GovernmentTerm = z.infer<typeof termSchema>;
export type GovernmentView = z.infer<typeof governmentViewSchema>;
export type RegisterList = z.infer<typeof registerListSchema>;
export type RegisterFacet = (typeof registerFacets)[number];
