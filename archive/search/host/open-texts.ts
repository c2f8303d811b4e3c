import type { TextIndexes } from '../core/index-port.ts';
import type { TextIndexName } from '../core/index-settings.ts';
import { PackedIndex } from '../core/packed/packed-index.ts';
import type { SectionSource } from '../core/packed/sections.ts';
import { PackedSegment } from '../core/packed/segment.ts';
import { openRelations } from '../core/relations/relations-file.ts';

/** Prefix of the sections that tell how forms and terms hang together. */
export const RELATIONS = 'relations/';

/** The text indexes out of an index file. @throws IndexFormatError when they are not all there. */
export function openTexts(source: SectionSource): TextIndexes {
  const segment = (name: TextIndexName): PackedSegment => PackedSegment.open(source, `${name}/`);
  const segments = { terms: segment('terms'), forms: segment('forms'), parts: segment('parts') };
  return {
    terms: PackedIndex.of(segments.terms),
    forms: PackedIndex.of(segments.forms),
    parts: PackedIndex.of(segments.parts),
    relations: openRelations(source, RELATIONS, segments),
  };
}
