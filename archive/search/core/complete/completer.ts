import { completableFacets } from '../../../model/search.ts';
import type { Completion, FacetValue } from '../../../model/search.ts';
import { noFilters } from '../../../model/search.ts';
import { liveRefs } from '../catalogue/columns.ts';
import type { Catalogue } from '../catalogue/columns.ts';
import type { Names } from '../catalogue/names.ts';
import { Narrower } from '../result/narrow.ts';
import { detailOf } from './detail.ts';
import { NameList } from './name-list.ts';
import type { Match } from './name-list.ts';
import { stretchesAt } from './stretch.ts';
import type { CompletableFacet, Stretch } from './stretch.ts';

/** More are not offered at a time. */
const MOST = 8;

const labelOrder = new Intl.Collator('sv', { numeric: true });

/** A minister, an office, a department or a subject that live releases have. */
interface Named {
  readonly facet: CompletableFacet;
  readonly value: FacetValue;
}

type Lists = Readonly<Record<CompletableFacet, NameList<Named>>>;

/** Completes names that occur in a catalogue while they are typed in a query. */
export class Completer {
  readonly #catalogue: Catalogue;
  readonly #names: Names;
  #lists: Lists | null = null;

  constructor(catalogue: Catalogue, names: Names) {
    this.#catalogue = catalogue;
    this.#names = names;
  }

  /**
   * The names that what is being typed may be the beginning of, at most eight, the best first (see `Match.distance`),
   * equally good ones by how many releases have them. The longest run of words that begins any name counts, alone.
   *
   * @param caret where the caret stands in the query, as a UTF-16 offset.
   */
  complete(query: string, caret: number): readonly Completion[] {
    for (const stretch of stretchesAt(query, caret)) {
      const matches = this.#find(stretch);
      if (matches.length > 0) return matches.map((match) => completionOf(match, stretch));
    }
    return [];
  }

  #find({ text, facet }: Stretch): readonly Match<Named>[] {
    this.#lists ??= this.#makeLists();
    const lists = this.#lists;
    const facets = facet === null ? completableFacets : [facet];
    return facets
      .flatMap((name) => lists[name].find(text))
      .toSorted(bestFirst)
      .slice(0, MOST);
  }

  /** Withdrawn releases do not count, nor do names that only they have. */
  #makeLists(): Lists {
    const asked = { filters: noFilters, period: { from: null, to: null } };
    const { facets } = new Narrower(this.#catalogue, this.#names).narrow(liveRefs(this.#catalogue), asked);
    const listOf = (facet: CompletableFacet): NameList<Named> =>
      new NameList(facets[facet].map((value) => [{ facet, value }, this.#namesOf(facet, value)]));
    return {
      minister: listOf('minister'),
      role: listOf('role'),
      department: listOf('department'),
      subject: listOf('subject'),
    };
  }

  /** The label first: of names that fit equally well it is the one that needs no telling. */
  #namesOf(facet: CompletableFacet, { id, formerly = [] }: FacetValue): readonly string[] {
    return [...new Set([...this.#names.names(facet, id), ...formerly])];
  }
}

function bestFirst(a: Match<Named>, b: Match<Named>): number {
  return (
    a.distance - b.distance ||
    b.thing.value.count - a.thing.value.count ||
    labelOrder.compare(a.thing.value.label, b.thing.value.label)
  );
}

/** Another name than the one shown, by which it was found, is told in parentheses. */
function completionOf(
  { thing: { facet, value }, otherName }: Match<Named>,
  { from, to }: Pick<Stretch, 'from' | 'to'>,
): Completion {
  const { id, label, count } = value;
  const detail = [detailOf(value), otherName === null ? null : `(${otherName})`].filter(
    (part) => part !== null,
  );
  return {
    facet,
    id,
    label,
    detail: detail.length === 0 ? null : detail.join(' '),
    releases: count,
    from,
    to,
  };
}
