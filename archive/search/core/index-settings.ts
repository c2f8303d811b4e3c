import { formFields, textFields } from './index-port.ts';
import type { TextField } from './index-port.ts';
import type { IndexSettings } from './packed/settings.ts';
import { PIPELINE_NAME } from './text/swedish.ts';

/**
 * How much a field counts. A word in a title says most about what a release is about. These weights and the two
 * numbers below were tuned on half of the subjects of the relevance bench (docs/benchmarks.md); around them its
 * figures are flat.
 */
const boosts: Readonly<Record<TextField, number>> = {
  title: 3,
  lead: 2,
  body: 1,
  minister: 1,
  department: 1,
  subject: 1.5,
};

/** How much a long field is held against a release (0: not at all, 1: in full; Lunr's own 0.75). */
const LENGTH_NORMALISATION = 0.5;
/** How soon a word that stands again stops counting (BM25's k1; Lunr's own 1.2). */
const SATURATION = 2;

/** The text indexes of a package. */
export const textIndexNames = ['terms', 'forms', 'parts'] as const;

export type TextIndexName = (typeof textIndexNames)[number];

/** What each of them is built with. An index built with other settings is built anew. */
export const indexSettings: Readonly<Record<TextIndexName, IndexSettings>> = {
  /** Stems, stop words left out. */
  terms: settings(textFields, { pipeline: [PIPELINE_NAME], positions: false }),
  /** Words as they are written, stop words among them, with their places. */
  forms: settings(formFields, { pipeline: [], positions: true }),
  /** Stems of the parts of compounds. */
  parts: settings(textFields, { pipeline: [PIPELINE_NAME], positions: false }),
};

/** Places left free between two blocks of a text, so that no phrase reaches from one into the next. */
export const POSITION_GAP = 51;

function settings(
  fields: readonly TextField[],
  { pipeline, positions }: Pick<IndexSettings, 'pipeline' | 'positions'>,
): IndexSettings {
  return {
    fields: fields.map((name) => ({ name, boost: boosts[name] })),
    b: LENGTH_NORMALISATION,
    k1: SATURATION,
    pipeline,
    searchPipeline: pipeline,
    positions,
  };
}
