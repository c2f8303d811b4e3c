import type { TextIndexes } from '../core/index-port.ts';
import type { TextIndexName } from '../core/index-settings.ts';
import { joinedRelations } from '../core/joined/joined-relations.ts';
import { PackedIndex } from '../core/packed/packed-index.ts';
import type { SectionSource } from '../core/packed/sections.ts';
import { PackedSegment } from '../core/packed/segment.ts';
import { openRelations } from '../core/relations/relations-file.ts';

/** Prefix of the sections that tell how forms and terms hang together. */
export const RELATIONS = 'relations/';

/** The text indexes out of an index file. @throws IndexFormatError when they are not all there. */
export function openTexts(source: SectionSource): TextIndexes {
  return joinedTexts([{ source, live: null }]);
}

/**
 * The text indexes out of several index files, as those of one over all releases that count.
 *
 * @param parts one at least; `live` has 1 for each release that counts, null when all do.
 * @throws IndexFormatError when they are not all there.
 */
export function joinedTexts(
  parts: readonly { readonly source: SectionSource; readonly live: Uint8Array | null }[],
): TextIndexes {
  const segments = parts.map(({ source }) => segmentsOf(source));
  const index = (name: TextIndexName): PackedIndex =>
    new PackedIndex(segments.map((one, n) => ({ segment: one[name], live: parts[n]?.live ?? null })));
  const [terms, forms, compounds] = [index('terms'), index('forms'), index('parts')];
  const relations = parts.flatMap(({ source }, n) => {
    const own = segments[n];
    return own === undefined ? [] : [openRelations(source, RELATIONS, own)];
  });
  const [only] = relations;
  const isOne = only !== undefined && relations.length === 1;
  return {
    terms,
    forms,
    parts: compounds,
    relations: isOne ? only : joinedRelations(relations, forms),
  };
}

function segmentsOf(source: SectionSource): Readonly<Record<TextIndexName, PackedSegment>> {
  const segment = (name: TextIndexName): PackedSegment => PackedSegment.open(source, `${name}/`);
  return { terms: segment('terms'), forms: segment('forms'), parts: segment('parts') };
}
