import type { FacetName, FacetValue } from '../../../model/search.ts';

/** What a facet shows beside a value's name. */
export type Details = Omit<FacetValue, 'id' | 'label' | 'count' | 'uncertain'>;

/** The words for the values of a catalogue, by what they are called there. */
export interface Names {
  /** What a value is called. */
  label(facet: FacetName, id: string): string;
  /** Everything that a value goes by, as a reader may type it. */
  names(facet: FacetName, id: string): readonly string[];
  details(facet: FacetName, id: string): Details;
}

/** The words for what one release is linked to, by the ids of its own register. */
export interface LinkNames extends Pick<Names, 'label' | 'names'> {
  /** The office that a role was held in. */
  officeOf(roleId: string): string;
  /** What a value is called in the catalogue. */
  idOf(facet: FacetName, id: string): string;
}
