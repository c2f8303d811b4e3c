import { draft } from './draft.ts';
import type { Desk, Doing, Draft } from './draft.ts';
import { newId } from './ids.ts';
import { drop, put } from './items.ts';
import type { ItemChange, Looked } from './items.ts';

export function saveSearch({ name, search }: Doing<'save-search'>, { now }: Desk): Draft {
  const [id, at] = [newId(), now()];
  const made = put('search', { id, name: name.trim(), search, made: at, changed: at });
  return draft([made, notLookedAt(id, at)], { id });
}

export function editSearch({ id, name, search }: Doing<'edit-search'>, { items, now }: Desk): Draft {
  const before = items.known('search', id);
  const isAnother = search !== null && JSON.stringify(search) !== JSON.stringify(before.search);
  const after = put('search', {
    ...before,
    name: name.trim(),
    search: search ?? before.search,
    changed: now(),
  });
  return draft(isAnother ? [after, notLookedAt(id, now())] : [after]);
}

/** What it found stays, for the case that the search is put back. */
export function removeSearch({ id }: Doing<'remove-search'>, { items }: Desk): Draft {
  items.known('search', id);
  return draft([drop('search', id)]);
}

export function lookedAtSearch({ id }: Doing<'looked-at-search'>, { items, now }: Desk): Draft {
  items.known('search', id);
  return draft([notLookedAt(id, now())]);
}

/** What it finds now is to be worked out, and is then what it found when it was looked at. */
function notLookedAt(id: string, at: string): ItemChange {
  const looked: Looked = { id, at, total: 0, packages: [], found: null };
  return put('looked', looked);
}
