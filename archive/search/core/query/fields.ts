import { textFieldNames } from '../../../model/search.ts';
import type { TextField } from '../index-port.ts';

/** Fields that are looked up in the texts, by their name in the query language. */
export const textFieldsOf = {
  titel: ['title'],
  ingress: ['lead'],
  text: ['lead', 'body'],
} as const satisfies Readonly<Record<TextFieldName, readonly TextField[]>>;

/** Fields that are looked up in what was concluded about a release. */
export const valueFields = ['minister', 'roll', 'departement', 'regering', 'ämne', 'typ', 'nr'] as const;

export type TextFieldName = (typeof textFieldNames)[number];
export type ValueFieldName = (typeof valueFields)[number];
/** A field by its own name, the Swedish one. */
export type FieldName = TextFieldName | ValueFieldName | 'datum';

const names: ReadonlyMap<string, FieldName> = new Map<string, FieldName>([
  ['titel', 'titel'],
  ['title', 'titel'],
  ['ingress', 'ingress'],
  ['lead', 'ingress'],
  ['text', 'text'],
  ['body', 'text'],
  ['minister', 'minister'],
  ['roll', 'roll'],
  ['role', 'roll'],
  ['departement', 'departement'],
  ['department', 'departement'],
  ['regering', 'regering'],
  ['government', 'regering'],
  ['ämne', 'ämne'],
  ['subject', 'ämne'],
  ['typ', 'typ'],
  ['type', 'typ'],
  ['kind', 'typ'],
  ['nr', 'nr'],
  ['no', 'nr'],
  ['number', 'nr'],
  ['datum', 'datum'],
  ['date', 'datum'],
]);

/** The field that a typed name means, in Swedish or English and any letter case. */
export function fieldNamed(typed: string): FieldName | undefined {
  return names.get(typed.toLowerCase());
}

export function isTextField(field: FieldName): field is TextFieldName {
  return textFieldNames.some((name) => name === field);
}
