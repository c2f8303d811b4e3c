import { useCallback, useEffect, useReducer } from 'react';
import type { ReaderApi, ReaderEvent, Reply, Settings } from '../../main/contract/index.ts';
import { listenInOrder } from '../bridge/event-stream.ts';
import { sessionReducer } from './session-state.ts';
import type { Job, Session } from './session-state.ts';

/** What the window can ask of the reader about packages and settings. */
export interface SessionActions {
  readonly choosePackage: () => void;
  readonly verifyPackage: () => void;
  readonly cancelJob: (jobId: string) => void;
  readonly saveSettings: (settings: Settings) => void;
  readonly dismissNotice: () => void;
}

type Command = Extract<ReaderEvent, { readonly type: 'command' }>['command'];

/** The session with the reader: its status kept up to date, and what can be asked. `hear` takes menu commands. */
export function useSession(
  api: ReaderApi,
  hear: (command: Command) => void,
): { readonly session: Session; readonly actions: SessionActions } {
  const [session, dispatch] = useReducer(sessionReducer, { state: 'starting' });

  useEffect(() => {
    const stop = listenInOrder(api, (event) => {
      if (event.type === 'command') hear(event.command);
      else dispatch({ type: 'event', event });
    });
    void (async () => {
      const reply = await api.status({});
      dispatch(
        reply.ok ? { type: 'status', status: reply.value } : { type: 'broken', problem: reply.problem },
      );
    })();
    return stop;
  }, [api, hear]);

  const start = useCallback(
    async (call: () => Promise<Reply<{ readonly jobId: string } | null>>, purpose: Job['purpose']) => {
      const reply = await call();
      if (!reply.ok) dispatch({ type: 'refused', problem: reply.problem });
      else if (reply.value !== null) dispatch({ type: 'job-started', jobId: reply.value.jobId, purpose });
    },
    [],
  );
  const choosePackage = useCallback(() => void start(() => api.choosePackage({}), 'open'), [api, start]);
  const verifyPackage = useCallback(() => void start(() => api.verifyPackage({}), 'verify'), [api, start]);
  const cancelJob = useCallback((jobId: string) => void api.cancelJob({ jobId }), [api]);
  const dismissNotice = useCallback(() => dispatch({ type: 'notice-read' }), []);
  const keepSettings = useCallback(
    async (settings: Settings) => {
      dispatch({ type: 'settings', settings });
      const reply = await api.saveSettings(settings);
      if (!reply.ok) dispatch({ type: 'refused', problem: reply.problem });
    },
    [api],
  );
  const saveSettings = useCallback((settings: Settings) => void keepSettings(settings), [keepSettings]);
  return { session, actions: { choosePackage, verifyPackage, cancelJob, saveSettings, dismissNotice } };
}
