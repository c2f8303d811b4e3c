import { useCallback, useEffect } from 'react';
import type { Problem, ReaderApi } from '../../main/contract/index.ts';
import { useCommand } from '../state/commands.tsx';

interface LinkTakers {
  readonly open: (id: string, version: string | null) => void;
  readonly refuse: (problem: Problem) => void;
}

/** Opens the release that an address leads to which was handed over from outside, now or before the archive was open. */
export function useLinks(api: ReaderApi, edition: string | null, { open, refuse }: LinkTakers): void {
  const take = useCallback(async () => {
    const reply = await api.takeLink({});
    if (!reply.ok) refuse(reply.problem);
    else if (reply.value !== null) open(reply.value.id, reply.value.version);
  }, [api, open, refuse]);
  useCommand('follow-link', () => void take());
  useEffect(() => {
    if (edition !== null) void take();
  }, [edition, take]);
}
