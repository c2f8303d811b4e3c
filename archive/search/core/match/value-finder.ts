import { STRONG, refsWithValue } from '../catalogue/columns.ts';
import type { Catalogue, ValueColumn } from '../catalogue/columns.ts';
import type { Names } from '../catalogue/names.ts';
import type { ValueFieldName } from '../query/fields.ts';
import type { Leaf } from '../query/tree.ts';
import type { Matches } from './matches.ts';
import { nameForms, nameTest } from './names.ts';
import type { NameForms } from './names.ts';
import { scoredAlike } from './set-operations.ts';

/** What it counts for to be about somebody or something that was asked for by name. */
const SCORE = 1;

/** Lists of ids whose names can be asked for. */
type Named = 'minister' | 'role' | 'department' | 'government' | 'subject' | 'kind' | 'designation';

/** Finds releases by what was concluded about them. */
export class ValueFinder {
  readonly #catalogue: Catalogue;
  readonly #names: Names;
  readonly #forms = new Map<Named, readonly NameForms[]>();

  constructor(catalogue: Catalogue, names: Names) {
    this.#catalogue = catalogue;
    this.#names = names;
  }

  /** The releases with a value whose name a leaf asks for. `minister` takes a person's name or an office's title. */
  find(field: ValueFieldName, leaf: Leaf, { strong }: { readonly strong: boolean }): Matches {
    const { facets, designations } = this.#catalogue;
    switch (field) {
      case 'minister':
        return this.#links(this.#wanted('minister', leaf), this.#wanted('role', leaf), strong);
      case 'roll':
        return this.#links(new Uint8Array(0), this.#wanted('role', leaf), strong);
      case 'departement':
        return this.#valued(facets.department, this.#wanted('department', leaf));
      case 'regering':
        return this.#valued(facets.government, this.#wanted('government', leaf));
      case 'ämne':
        return this.#valued(facets.subject, this.#wanted('subject', leaf));
      case 'typ':
        return this.#valued(facets.kind, this.#wanted('kind', leaf));
      case 'nr':
        return this.#valued(designations, this.#wanted('designation', leaf));
    }
  }

  /** The releases in which one link has an office that all of some leaves ask for and a person that one of others does. */
  meet(
    ministers: readonly Leaf[],
    roles: readonly Leaf[],
    { strong }: { readonly strong: boolean },
  ): Matches {
    const persons = ministers.map((leaf) => this.#wanted('minister', leaf));
    const titles = ministers.map((leaf) => this.#wanted('role', leaf));
    const offices = roles.map((leaf) => this.#wanted('role', leaf));
    return this.#withLink(strong, (person, office) => {
      if (!offices.every((wanted) => wanted[office] === 1)) return false;
      return persons.some((wanted) => wanted[person] === 1) || titles.some((wanted) => wanted[office] === 1);
    });
  }

  #valued(column: ValueColumn, wanted: Uint8Array): Matches {
    return scoredAlike(refsWithValue(column, wanted), SCORE);
  }

  #links(persons: Uint8Array, offices: Uint8Array, strong: boolean): Matches {
    return this.#withLink(strong, (person, office) => persons[person] === 1 || offices[office] === 1);
  }

  #withLink(strong: boolean, isWanted: (person: number, office: number) => boolean): Matches {
    const links = this.#catalogue.ministers;
    const refs: number[] = [];
    for (let ref = 0; ref < this.#catalogue.size; ref += 1) {
      const end = links.starts[ref + 1] ?? 0;
      for (let at = links.starts[ref] ?? 0; at < end; at += 1) {
        if (strong && ((links.marks[at] ?? 0) & STRONG) === 0) continue;
        if (!isWanted(links.persons[at] ?? 0, links.offices[at] ?? 0)) continue;
        refs.push(ref);
        break;
      }
    }
    return scoredAlike(Uint32Array.from(refs), SCORE);
  }

  /** 1 for each id, by its number, that the leaf asks for. */
  #wanted(named: Named, leaf: Leaf): Uint8Array {
    const test = nameTest(leaf);
    return Uint8Array.from(this.#formsOf(named), (forms) => (test(forms) ? 1 : 0));
  }

  #formsOf(named: Named): readonly NameForms[] {
    const known = this.#forms.get(named);
    if (known !== undefined) return known;
    const forms = this.#idsOf(named).map((id) =>
      nameForms(named === 'designation' ? [id] : this.#names.names(named, id)),
    );
    this.#forms.set(named, forms);
    return forms;
  }

  #idsOf(named: Named): readonly string[] {
    switch (named) {
      case 'minister':
        return this.#catalogue.ministers.personIds;
      case 'role':
        return this.#catalogue.ministers.officeIds;
      case 'designation':
        return this.#catalogue.designations.ids;
      default:
        return this.#catalogue.facets[named].ids;
    }
  }
}
