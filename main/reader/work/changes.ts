import type { WorkChange } from '../../contract/index.ts';
import * as collections from './collections.ts';
import * as corrections from './corrections.ts';
import type { Desk, Draft } from './draft.ts';
import * as history from './history.ts';
import * as notes from './notes.ts';
import * as searches from './searches.ts';

/** Works out what a change comes to; nothing is written. Throws ProblemError. */
export async function draftOf(
  change: Exclude<WorkChange, { readonly do: 'forget-history' }>,
  desk: Desk,
): Promise<Draft> {
  switch (change.do) {
    case 'make-collection':
      return await collections.makeCollection(change, desk);
    case 'edit-collection':
      return collections.editCollection(change, desk);
    case 'remove-collection':
      return collections.removeCollection(change, desk);
    case 'add-to-collection':
      return await collections.addToCollection(change, desk);
    case 'edit-entry':
      return collections.editEntry(change, desk);
    case 'renew-entry':
      return await collections.renewEntry(change, desk);
    case 'move-entries':
      return collections.moveEntries(change, desk);
    case 'remove-entries':
      return collections.removeEntries(change, desk);
    case 'make-note':
      return await notes.makeNote(change, desk);
    case 'edit-note':
      return notes.editNote(change, desk);
    case 'fasten-note':
      return await notes.fastenNote(change, desk);
    case 'remove-notes':
      return notes.removeNotes(change, desk);
    case 'save-search':
      return searches.saveSearch(change, desk);
    case 'edit-search':
      return searches.editSearch(change, desk);
    case 'remove-search':
      return searches.removeSearch(change, desk);
    case 'looked-at-search':
      return searches.lookedAtSearch(change, desk);
    case 'visit-search':
      return history.visitSearch(change, desk);
    case 'visit-release':
      return await history.visitRelease(change, desk);
    case 'keep-history':
      return history.keepHistory(change);
    case 'make-correction':
      return await corrections.makeCorrection(change, desk);
    case 'edit-correction':
      return corrections.editCorrection(change, desk);
    case 'remove-corrections':
      return corrections.removeCorrections(change, desk);
  }
}
