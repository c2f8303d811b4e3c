import { parseQuery } from '../../../../../archive/search/core/query/parser.ts';
import type { QueryNode } from '../../../../../archive/search/core/query/tree.ts';

/**
 * A query as it was understood, in one line: `(a & (b | !c))`, phrases quoted, fields before a colon, `=a` one form
 * only, `a~2` spelling distance, `<a 5 b>` words near one another.
 */
export function shown(node: QueryNode | null): string {
  if (node === null) return '';
  switch (node.type) {
    case 'all':
      return `(${node.of.map(shown).join(' & ')})`;
    case 'any':
      return `(${node.of.map(shown).join(' | ')})`;
    case 'not':
      return `!${shown(node.of)}`;
    case 'dates':
      return `${node.range.from ?? ''}..${node.range.to ?? ''}`;
    case 'word':
      return inField(node.field, node.word.form);
    case 'exact':
      return inField(node.field, `=${node.word.form}`);
    case 'fuzzy':
      return inField(node.field, `${node.word.form}~${node.distance}`);
    case 'near':
      return inField(
        node.field,
        `<${node.sides.map((side) => shown({ ...side, field: null })).join(` ${node.distance} `)}>`,
      );
    case 'phrase':
      return inField(node.field, `"${node.folded}"`);
    case 'pattern':
      return inField(node.field, node.pieces.join('*'));
  }
}

function inField(field: string | null, text: string): string {
  return field === null ? text : `${field}:${text}`;
}

export const understood = (query: string): string => shown(parseQuery(query).root);

/** Code and place of each mistake. */
export const mistakes = (query: string): readonly (readonly [string, unknown])[] =>
  parseQuery(query).understood.problems.map(({ code, params }) => [code, params['at']]);
