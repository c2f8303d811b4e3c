import { useEffect, useState } from 'react';
import type { Problem, ReaderApi, ReleaseView } from '../../main/contract/index.ts';

export type OpenRelease =
  | { readonly state: 'none' }
  | { readonly state: 'loading' }
  /** `of`: what was asked for, by whatever id. */
  | { readonly state: 'shown'; readonly view: ReleaseView; readonly of: Pick<Asked, 'id' | 'version'> }
  | { readonly state: 'failed'; readonly problem: Problem };

interface Asked {
  readonly id: string | null;
  readonly version: string | null;
  /** What to mark. */
  readonly query: string;
  readonly epoch: string | null;
}

/** How long what is shown may stay while the next release is fetched, in milliseconds. */
const PATIENCE_MS = 250;
const nothing: OpenRelease = { state: 'none' };

/** The release that lies open. What was shown stays until the next is there, or until it takes long. */
export function useRelease(api: ReaderApi, { id, version, query, epoch }: Asked): OpenRelease {
  const [latest, setLatest] = useState<OpenRelease>(nothing);
  useEffect(() => {
    if (id === null || epoch === null) return;
    let over = false;
    const slow = setTimeout(() => setLatest({ state: 'loading' }), PATIENCE_MS);
    void (async () => {
      const reply = await api.release({ id, version, query });
      clearTimeout(slow);
      if (over) return;
      setLatest(
        reply.ok
          ? { state: 'shown', view: reply.value, of: { id, version } }
          : { state: 'failed', problem: reply.problem },
      );
    })();
    return () => {
      over = true;
      clearTimeout(slow);
    };
  }, [api, id, version, query, epoch]);
  if (id === null || epoch === null) return nothing;
  return latest.state === 'none' ? { state: 'loading' } : latest;
}
