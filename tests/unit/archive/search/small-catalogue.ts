import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { openRegister } from '../../../../archive/authority/register.ts';
import type { RegisterData } from '../../../../archive/model/index.ts';
import { CatalogueBuilder } from '../../../../archive/search/core/catalogue/catalogue-builder.ts';
import type { CatalogueEntry } from '../../../../archive/search/core/catalogue/catalogue-builder.ts';
import type { PackageCatalogue } from '../../../../archive/search/core/catalogue/columns.ts';
import { RegisterNames } from '../../../../archive/search/core/catalogue/register-names.ts';

/** Catalogues without texts, of releases told in few words, under the register of the example archive. */

const registerFile = resolve(import.meta.dirname, '../../../../archive/example/register.json');

export const exampleRegister: RegisterData = openRegister(
  JSON.parse(readFileSync(registerFile, 'utf8')),
).data;

export const exampleNames = new RegisterNames(exampleRegister);

export type SmallEntry = Partial<Omit<CatalogueEntry, 'values'>> & {
  readonly values?: Partial<CatalogueEntry['values']>;
};

/** A release of which nothing is known but what is told. */
export function entryOf({ values = {}, ...rest }: SmallEntry, n: number): CatalogueEntry {
  return {
    id: String(n).padStart(16, '0'),
    aliases: [],
    title: `Sida ${n}`,
    withdrawn: false,
    date: { earliest: null, latest: null },
    ministers: [],
    designations: [],
    versions: [],
    ...rest,
    values: {
      department: [],
      government: [],
      mandatePeriod: [],
      year: [],
      kind: [],
      subject: [],
      language: [],
      ...values,
    },
  };
}

export function catalogueOf(entries: readonly CatalogueEntry[]): PackageCatalogue {
  const builder = new CatalogueBuilder();
  for (const entry of entries) builder.add(entry);
  return builder.build();
}

/** Values that are certain. */
export function certainly(...ids: string[]): readonly { readonly id: string; readonly certain: true }[] {
  return ids.map((id) => ({ id, certain: true }));
}

/** A link that is strong and certain. */
export function linkTo(person: string, office: string): CatalogueEntry['ministers'][number] {
  return { person, office, strong: true, certain: true };
}
