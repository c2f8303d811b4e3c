import { noOccurrences } from './positions.ts';
import type { Occurrences } from './positions.ts';

/** Occurrences of several segments, in order, as one. */
export function joinOccurrences(pieces: readonly Occurrences[]): Occurrences {
  const [only] = pieces;
  if (only === undefined) return noOccurrences;
  if (pieces.length === 1) return only;
  const sum = (lengthOf: (piece: Occurrences) => number): number =>
    pieces.reduce((total, piece) => total + lengthOf(piece), 0);
  const documents = new Uint32Array(sum((piece) => piece.documents.length));
  const positions = new Uint32Array(sum((piece) => piece.positions.length));
  const starts = new Uint32Array(documents.length + 1);
  let [document, position] = [0, 0];
  for (const piece of pieces) {
    documents.set(piece.documents, document);
    positions.set(piece.positions, position);
    const before = position;
    piece.starts.forEach((start, n) => {
      starts[document + n] = before + start;
    });
    document += piece.documents.length;
    position += piece.positions.length;
  }
  return { documents, starts, positions };
}
