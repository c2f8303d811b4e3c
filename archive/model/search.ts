import { z } from 'zod';
import { daySchema } from './day.ts';
import { problemSchema } from './problem.ts';
import { dateBases } from './release-date.ts';
import { ministerLinkSchema } from './links.ts';

/** What a result can be narrowed by. OR within one facet, AND across facets. */
export const facetNames = [
  'minister',
  'role',
  'department',
  'government',
  'mandatePeriod',
  'year',
  'kind',
  'subject',
  'language',
] as const;

export const sortOrders = ['relevance', 'newest', 'oldest', 'title'] as const;

const ids = z.array(z.string().max(200)).max(200).readonly();

/**
 * A narrowing of the archive. `minister` holds person ids, `role` office ids: asked together they must meet in
 * one link. `from` and `to` are inclusive days and match by overlap.
 */
export const filtersSchema = z.strictObject({
  minister: ids,
  role: ids,
  department: ids,
  government: ids,
  mandatePeriod: ids,
  year: ids,
  kind: ids,
  subject: ids,
  language: ids,
  from: daySchema.nullable(),
  to: daySchema.nullable(),
  /** True leaves out releases that lie only possibly inside a period asked for (from–to, government, mandate period, year). */
  certain: z.boolean(),
  /** True leaves out weak minister links. */
  strong: z.boolean(),
  /** True lets withdrawn releases in. */
  withdrawn: z.boolean(),
});

export const noFilters: z.infer<typeof filtersSchema> = {
  minister: [],
  role: [],
  department: [],
  government: [],
  mandatePeriod: [],
  year: [],
  kind: [],
  subject: [],
  language: [],
  from: null,
  to: null,
  certain: false,
  strong: false,
  withdrawn: false,
};

export const searchRequestSchema = z.strictObject({
  /** Chosen by the asker; a newer request makes an older one moot. */
  queryId: z.number().int().nonnegative(),
  query: z.string().max(10_000),
  filters: filtersSchema,
  sort: z.enum(sortOrders),
  offset: z.number().int().nonnegative(),
  limit: z.number().int().min(0).max(500),
  /** True searches wider: words that go with those asked for in this corpus count too. */
  wider: z.boolean().optional(),
  /** Forms that were switched off in "searched as", as `Addition.form` gave them. */
  without: z.array(z.string().max(64)).max(200).readonly().optional(),
});

/** Half-open ranges of UTF-16 offsets, ascending and disjoint. */
export const marksSchema = z.array(z.tuple([z.number().int(), z.number().int()]).readonly()).readonly();

export const hitValueSchema = z.strictObject({ id: z.string(), label: z.string(), certain: z.boolean() });

export const hitMinisterSchema = ministerLinkSchema.extend({
  /** The person's name. */
  person: z.string(),
  personId: z.string(),
  /** The office's title. */
  role: z.string(),
  roleId: z.string(),
  officeId: z.string(),
});

const hitValues = z.array(hitValueSchema).readonly();

export const hitSchema = z.strictObject({
  id: z.string(),
  version: z.string(),
  /** Canonical address of the page; null when unknown. */
  url: z.string().nullable(),
  title: z.string(),
  kind: z.string().nullable(),
  kindId: z.string().nullable(),
  language: z.string().nullable(),
  date: z.strictObject({
    edtf: z.string(),
    earliest: daySchema.nullable(),
    latest: daySchema.nullable(),
    basis: z.enum(dateBases).nullable(),
  }),
  /** True when it lies only possibly inside the period asked for. */
  possible: z.boolean(),
  withdrawn: z.boolean(),
  /** Who sent it, in words. */
  sender: z.string().nullable(),
  ministers: z.array(hitMinisterSchema).readonly(),
  departments: hitValues,
  governments: hitValues,
  mandatePeriods: hitValues,
  subjects: hitValues,
  score: z.number(),
  /** The best passage, never cut inside a word. */
  snippet: z.string(),
  /** Matched forms in the title and in the snippet. */
  marks: z.strictObject({ title: marksSchema, snippet: marksSchema }),
});

export const facetValueSchema = z.strictObject({
  id: z.string(),
  label: z.string(),
  /** Exact for the whole result, under every filter but this facet's own. */
  count: z.number().int().nonnegative(),
  /** Of these, how many are only possibly so (inexact date, several possible values). */
  uncertain: z.number().int().nonnegative(),
  /** Persons: the offices held, oldest first. */
  roles: z
    .array(z.strictObject({ title: z.string(), from: daySchema.nullable(), to: daySchema.nullable() }))
    .readonly()
    .optional(),
  /** Governments, mandate periods, departments: inclusive days; null where open. */
  from: daySchema.nullable().optional(),
  to: daySchema.nullable().optional(),
  /** Departments: names it went by before. */
  formerly: z.array(z.string()).readonly().optional(),
});

/** Why a word form was searched for that was not typed. */
export const additionKinds = [
  /** Another inflection of the word. */
  'inflection',
  /** A compound that has the word in it. */
  'compound',
  /** A form within the spelling distance asked for. */
  'spelling',
  /** A form that the truncation asked for stands for. */
  'truncation',
  /** The same but for å ä ö and accents; nothing was found as typed. */
  'folded',
  /** A part of the compound that was typed; nothing was found as typed. */
  'part',
  /** A word that goes with it in this corpus (wider search). */
  'associated',
] as const;

/** A form that is searched for beside what was typed; it can be switched off (`SearchRequest.without`). */
export const additionSchema = z.strictObject({
  form: z.string(),
  kind: z.enum(additionKinds),
  /** Releases that have it, whatever else is asked. */
  releases: z.number().int().nonnegative(),
  /** False when the request switched it off. */
  on: z.boolean(),
});

/** One piece of a query as it was understood. */
/** Fields of the query language that are looked up in the texts. */
export const textFieldNames = ['titel', 'ingress', 'text'] as const;

export const clauseSchema = z.strictObject({
  presence: z.enum(['required', 'optional', 'prohibited']),
  /** Field name of the query language, null for all fields. */
  field: z.string().nullable(),
  form: z.enum(['word', 'exact', 'phrase', 'near', 'prefix', 'suffix', 'infix', 'fuzzy']),
  text: z.string(),
  /** The forms it also stands for, the most frequent first; not all where there are very many. */
  also: z.array(additionSchema).readonly(),
  /** How many more forms are searched for than `also` lists. */
  alsoMore: z.number().int().nonnegative(),
});

export const understandingSchema = z.strictObject({
  clauses: z.array(clauseSchema).readonly(),
  /** Mistakes in the query, with `params.at`: the UTF-16 offset in it. The rest was still searched. */
  problems: z.array(problemSchema).readonly(),
});

export const fallbacks = ['beginning', 'folded', 'parts', 'nearest'] as const;

/** "Did you mean": a query of words that the texts have. */
export const suggestionSchema = z.strictObject({
  query: z.string(),
  /** How many releases it finds under the same filters. */
  releases: z.number().int().nonnegative(),
});

export const searchAnswerSchema = z.strictObject({
  queryId: z.number().int(),
  understood: understandingSchema,
  /** Exact number of releases in the whole result. */
  total: z.number().int().nonnegative(),
  /** Of these, how many lie only possibly inside the period asked for. */
  possible: z.number().int().nonnegative(),
  /**
   * How the query was loosened because nothing meets it as it stands: its last word taken for the beginning of one;
   * letters compared without å ä ö and accents; compounds taken apart; the releases that have most of its words.
   * Null: what is shown meets the query.
   */
  fallback: z.enum(fallbacks).nullable(),
  /** Other spellings of the query that find more, the best first. Empty when enough was found. */
  suggestions: z.array(suggestionSchema).readonly(),
  offset: z.number().int().nonnegative(),
  hits: z.array(hitSchema).readonly(),
  facets: z.record(z.enum(facetNames), z.array(facetValueSchema).readonly()),
});

/** Values that can be completed while typing. */
export const completableFacets = ['minister', 'role', 'department', 'subject'] as const;

/** A name that begins as what is being typed. */
export const completionSchema = z.strictObject({
  facet: z.enum(completableFacets),
  id: z.string(),
  label: z.string(),
  /** What else tells it apart: the offices of a person with their years, the years of a department. */
  detail: z.string().nullable(),
  /** Live releases that have it. */
  releases: z.number().int().nonnegative(),
  /** The stretch of the query that it completes, as UTF-16 offsets. */
  from: z.number().int().nonnegative(),
  to: z.number().int().nonnegative(),
});

export type FacetName = (typeof facetNames)[number];
export type SortOrder = (typeof sortOrders)[number];
export type Filters = z.infer<typeof filtersSchema>;
export type SearchRequest = z.infer<typeof searchRequestSchema>;
export type Marks = z.infer<typeof marksSchema>;
export type HitValue = z.infer<typeof hitValueSchema>;
export type HitMinister = z.infer<typeof hitMinisterSchema>;
export type Hit = z.infer<typeof hitSchema>;
export type FacetValue = z.infer<typeof facetValueSchema>;
export type Clause = z.infer<typeof clauseSchema>;
export type Understanding = z.infer<typeof understandingSchema>;
export type SearchAnswer = z.infer<typeof searchAnswerSchema>;
export type Addition = z.infer<typeof additionSchema>;
export type AdditionKind = (typeof additionKinds)[number];
export type Fallback = (typeof fallbacks)[number];
export type Suggestion = z.infer<typeof suggestionSchema>;
export type Completion = z.infer<typeof completionSchema>;
