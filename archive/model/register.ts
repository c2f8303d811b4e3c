import { z } from 'zod';
import { daySchema } from './day.ts';

const id = z.string().regex(/^[a-z0-9]+(?:[-.][a-z0-9]+)*$/);
const sources = z.array(z.string()).readonly();
const note = z.string().optional();
const codes = z.array(z.string()).readonly().optional();

/** A label per language of the interface; `sv` always, others where they differ. */
export const labelSchema = z.strictObject({ sv: z.string().min(1), en: z.string().min(1).optional() });

/** Where facts come from. Every row of the register names at least one. */
const registerSourceSchema = z.strictObject({ id, title: z.string(), address: z.string().optional(), note });

const governmentSchema = z.strictObject({
  id,
  name: z.string(),
  from: daySchema,
  /** Inclusive; on a day of change both governments hold. Null while in office. */
  to: daySchema.nullable(),
  wikidata: z.string().optional(),
  sources,
  note,
});

/** Between elections: begins the day the newly elected parliament convenes. Not the same as a government. */
const mandatePeriodSchema = z.strictObject({
  id,
  name: z.string(),
  from: daySchema,
  to: daySchema.nullable(),
  sources,
  note,
});

const departmentSchema = z.strictObject({
  id,
  name: z.string(),
  /** Other spellings, abbreviations and foreign-language names found on pages. */
  aliases: z.array(z.string()).readonly(),
  from: daySchema.nullable(),
  to: daySchema.nullable(),
  /** Departments that took over. */
  successors: z.array(z.string()).readonly(),
  /** Codes of the source site; a code may stand at several departments of a line (renamed in place): the date decides. */
  codes,
  sources,
  note,
});

/** An office: the title that roles are held under. */
const officeSchema = z.strictObject({
  id,
  title: z.string(),
  /** Other titles that mean this office: parts of a combined title, spellings, foreign-language titles. */
  aliases: z.array(z.string()).readonly(),
});

const personSchema = z.strictObject({
  id,
  name: z.string(),
  /** Other forms of the name found on pages. */
  aliases: z.array(z.string()).readonly(),
  /** Codes of the source site (the tag on pages while in office). */
  codes,
  wikidata: z.string().optional(),
  /** What became of the person afterwards, a short factual clause per language. */
  afterwards: labelSchema.optional(),
  sources,
  note,
});

/** One office held by one person from a day to a day. */
const roleSchema = z.strictObject({
  id,
  person: z.string(),
  office: z.string(),
  department: z.string().nullable(),
  party: z.string().nullable(),
  /** Null where no source gives the day; `note` then says what is known. */
  from: daySchema.nullable(),
  /** Inclusive. Null while held, or where no source gives the day (then `note` says so and `toUnknown` is set). */
  to: daySchema.nullable(),
  toUnknown: z.boolean().optional(),
  /** Deputising or acting. */
  acting: z.boolean().optional(),
  sources,
  note,
});

const kindSchema = z.strictObject({
  id,
  label: labelSchema,
  /** Folder names, printed words and codes by which sources call it. */
  aliases: z.array(z.string()).readonly(),
  codes,
});

const subjectSchema = z.strictObject({ id, label: labelSchema, codes, sources: sources.optional() });

/** The authority register: data with a source per row. Belongs to a series of packages. */
export const registerSchema = z.strictObject({
  format: z.literal(1),
  /** E.g. `se`. */
  id,
  title: z.string(),
  /** The day the register's data stand for; part of what a package records. */
  version: z.string(),
  language: z.string(),
  /** Hosts whose addresses this register's codes belong to. */
  hosts: z.array(z.string()).readonly(),
  sources: z.array(registerSourceSchema).readonly(),
  governments: z.array(governmentSchema).readonly(),
  mandatePeriods: z.array(mandatePeriodSchema).readonly(),
  departments: z.array(departmentSchema).readonly(),
  offices: z.array(officeSchema).readonly(),
  persons: z.array(personSchema).readonly(),
  roles: z.array(roleSchema).readonly(),
  kinds: z.array(kindSchema).readonly(),
  subjects: z.array(subjectSchema).readonly(),
});

export type Label = z.infer<typeof labelSchema>;
export type RegisterData = z.infer<typeof registerSchema>;
export type Government = z.infer<typeof governmentSchema>;
export type MandatePeriod = z.infer<typeof mandatePeriodSchema>;
export type Department = z.infer<typeof departmentSchema>;
export type Office = z.infer<typeof officeSchema>;
export type Person = z.infer<typeof personSchema>;
export type Role = z.infer<typeof roleSchema>;
export type Kind = z.infer<typeof kindSchema>;
export type Subject = z.infer<typeof subjectSchema>;
