import { isShardEntry } from './entry-names.ts';

const PREFIX = 'data/releases/';
const SUFFIX = '.jsonl';

/** The shards that a payload holds, in order. */
export function shardsOf(payload: ReadonlyMap<string, string>): readonly string[] {
  return [...payload.keys()]
    .filter((name) => isShardEntry(name) && name.startsWith(PREFIX))
    .map((name) => name.slice(PREFIX.length, -SUFFIX.length))
    .toSorted();
}
