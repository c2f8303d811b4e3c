import { useEffect, useState } from 'react';
import type { Problem, ReaderApi, ReleaseView } from '../../main/contract/index.ts';

export type OpenRelease =
  | { readonly state: 'none' }
  | { readonly state: 'loading' }
  | { readonly state: 'shown'; readonly view: ReleaseView; readonly query: string }
  | { readonly state: 'failed'; readonly problem: Problem };

interface Asked {
  readonly id: string | null;
  readonly version: string | null;
  /** What to mark. */
  readonly query: string;
  readonly epoch: string | null;
}

/** How long what is shown may stay while the next release is fetched, in milliseconds. */
const PATIENCE = 250;

/** The release that lies open. What was shown stays until the next is there, or until it takes long. */
export function useRelease(api: ReaderApi, { id, version, query, epoch }: Asked): OpenRelease {
  const [open, setOpen] = useState<OpenRelease>({ state: 'none' });
  useEffect(() => {
    if (id === null || epoch === null) {
      setOpen({ state: 'none' });
      return;
    }
    let over = false;
    const slow = setTimeout(() => setOpen({ state: 'loading' }), PATIENCE);
    void api.release({ id, version, query }).then((reply) => {
      clearTimeout(slow);
      if (over) return;
      setOpen(
        reply.ok ? { state: 'shown', view: reply.value, query } : { state: 'failed', problem: reply.problem },
      );
    });
    return () => {
      over = true;
      clearTimeout(slow);
    };
  }, [api, id, version, query, epoch]);
  return id === null ? { state: 'none' } : open;
}
