import type { FacetName } from '../../../model/search.ts';
import type { MinisterColumn, ValueColumn } from '../catalogue/columns.ts';
import { isLive } from './parts.ts';
import type { PlacedPart } from './parts.ts';

/** Numbers the values of several columns together, in the order in which releases that count have them. */
class Numbering {
  readonly #numbers = new Map<string, number>();

  /** Gives for a number of one column the number among all. */
  of(idsOf: readonly string[], rename: (id: string) => string): (number: number) => number {
    const known = new Int32Array(idsOf.length).fill(-1);
    return (number) => {
      const before = known[number] ?? -1;
      if (before !== -1) return before;
      const id = rename(idsOf[number] ?? '');
      const found = this.#numbers.get(id) ?? this.#numbers.size;
      this.#numbers.set(id, found);
      known[number] = found;
      return found;
    };
  }

  ids(): readonly string[] {
    return [...this.#numbers.keys()];
  }
}

/** Columns of values as one. What does not count has no values. */
export function joinedValues(
  parts: readonly PlacedPart[],
  facet: FacetName | null,
  columnOf: (part: PlacedPart) => ValueColumn,
): ValueColumn {
  const columns = parts.map((part) => ({ part, column: columnOf(part) }));
  const numbering = new Numbering();
  const starts = new Uint32Array(sizeOf(parts) + 1);
  const values = new Uint32Array(columns.reduce((sum, { column }) => sum + column.values.length, 0));
  let length = 0;
  for (const { part, column } of columns) {
    const numberOf = numbering.of(column.ids, (id) => (facet === null ? id : part.idOf(facet, id)));
    eachRelease(part, column.starts, (ref, start, end) => {
      for (let at = start; at < end; at += 1) {
        const value = column.values[at] ?? 0;
        values[length++] = numberOf(value >> 1) * 2 + (value & 1);
      }
      starts[ref + 1] = length;
    });
  }
  return { ids: numbering.ids(), starts, values: values.subarray(0, length) };
}

/** The same for minister links. */
export function joinedMinisters(parts: readonly PlacedPart[]): MinisterColumn {
  const [persons, offices] = [new Numbering(), new Numbering()];
  const columns = parts.map((part) => ({ part, column: part.catalogue.ministers }));
  const most = columns.reduce((sum, { column }) => sum + column.persons.length, 0);
  const starts = new Uint32Array(sizeOf(parts) + 1);
  const joined = {
    persons: new Uint32Array(most),
    offices: new Uint32Array(most),
    marks: new Uint8Array(most),
  };
  let length = 0;
  for (const { part, column } of columns) {
    const person = persons.of(column.personIds, (id) => part.idOf('minister', id));
    const office = offices.of(column.officeIds, (id) => part.idOf('role', id));
    eachRelease(part, column.starts, (ref, start, end) => {
      for (let at = start; at < end; at += 1, length += 1) {
        joined.persons[length] = person(column.persons[at] ?? 0);
        joined.offices[length] = office(column.offices[at] ?? 0);
        joined.marks[length] = column.marks[at] ?? 0;
      }
      starts[ref + 1] = length;
    });
  }
  return {
    personIds: persons.ids(),
    officeIds: offices.ids(),
    starts,
    persons: joined.persons.subarray(0, length),
    offices: joined.offices.subarray(0, length),
    marks: joined.marks.subarray(0, length),
  };
}

export function sizeOf(parts: readonly PlacedPart[]): number {
  return parts.reduce((sum, { catalogue }) => sum + catalogue.size, 0);
}

/** Calls with every release and where its values start and end: nowhere for one that does not count. */
function eachRelease(
  part: PlacedPart,
  starts: Uint32Array,
  visit: (ref: number, start: number, end: number) => void,
): void {
  for (let local = 0; local < part.catalogue.size; local += 1) {
    const start = starts[local] ?? 0;
    visit(part.base + local, start, isLive(part, local) ? (starts[local + 1] ?? 0) : start);
  }
}
