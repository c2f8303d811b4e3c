import { useCallback, useEffect, useMemo, useReducer } from 'react';
import type {
  Problem,
  ReaderApi,
  ReaderArgs,
  ReaderEvent,
  Reply,
  Settings,
} from '../../main/contract/index.ts';
import { listenInOrder } from '../bridge/event-stream.ts';
import { sessionReducer } from './session-state.ts';
import type { Job, Session, SessionAction } from './session-state.ts';

/** What the window can ask of the reader about packages and settings. */
export interface SessionActions {
  readonly choosePackage: () => void;
  readonly openLibrary: () => void;
  /** Compares the files of an installed package with its manifests; null means those of what is open. */
  readonly verify: (identity: string | null) => void;
  readonly chooseImport: (what: 'file' | 'folder') => void;
  readonly importPaths: (paths: readonly string[]) => void;
  readonly acceptImport: (accepted: ReaderArgs<'acceptImport'>) => void;
  readonly closeImport: () => void;
  readonly removePackage: (identity: string) => void;
  readonly undoRemoval: () => void;
  readonly finishRemoval: () => void;
  readonly saveCertificate: (identity: string) => void;
  readonly untrustKey: (key: string) => void;
  readonly saveOut: (args: ReaderArgs<'saveOut'>) => void;
  readonly printOut: (args: ReaderArgs<'printOut'>) => void;
  readonly cancelJob: (jobId: string) => void;
  readonly saveSettings: (settings: Settings) => void;
  /** Says why something that was asked for elsewhere was not done. */
  readonly refuse: (problem: Problem) => void;
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

  const keepSettings = useCallback(
    async (settings: Settings) => {
      dispatch({ type: 'settings', settings });
      const reply = await api.saveSettings(settings);
      if (!reply.ok) dispatch({ type: 'refused', problem: reply.problem });
    },
    [api],
  );
  const actions = useMemo(
    (): SessionActions => ({
      ...libraryActions(api, dispatch),
      cancelJob: (jobId) => void api.cancelJob({ jobId }),
      saveSettings: (settings) => void keepSettings(settings),
      refuse: (problem) => dispatch({ type: 'refused', problem }),
      dismissNotice: () => dispatch({ type: 'notice-read' }),
    }),
    [api, keepSettings],
  );
  return { session, actions };
}

type Dispatch = (action: SessionAction) => void;
type LibraryActions = Omit<SessionActions, 'cancelJob' | 'saveSettings' | 'refuse' | 'dismissNotice'>;

/** What can be asked about packages: each answers at once, and what it sets off is told by events. */
function libraryActions(api: ReaderApi, dispatch: Dispatch): LibraryActions {
  const start = (
    reply: Promise<Reply<{ readonly jobId: string } | null>>,
    purpose: Job['purpose'],
    about: string | null = null,
  ): void => void begin(reply, (jobId) => ({ type: 'job-started', jobId, purpose, about }), dispatch);
  const ask = (reply: Promise<Reply<unknown>>): void => void begin(reply, () => null, dispatch);
  return {
    choosePackage: () => start(api.choosePackage({}), 'open'),
    openLibrary: () => start(api.openLibrary({}), 'open'),
    verify: (identity) => start(api.verifyPackage({ identity }), 'verify', identity),
    chooseImport: (what) => ask(api.chooseImport({ what })),
    importPaths: (paths) => ask(api.importPaths({ paths })),
    acceptImport: (accepted) => ask(api.acceptImport(accepted)),
    closeImport: () => ask(api.closeImport({})),
    removePackage: (identity) => start(api.removePackage({ identity }), 'remove', identity),
    undoRemoval: () => start(api.undoRemoval({}), 'remove'),
    finishRemoval: () => ask(api.finishRemoval({})),
    saveCertificate: (identity) => ask(api.saveCertificate({ identity })),
    untrustKey: (key) => ask(api.untrustKey({ key })),
    saveOut: (args) => ask(api.saveOut(args)),
    printOut: (args) => ask(api.printOut(args)),
  };
}

async function begin(
  asked: Promise<Reply<unknown>>,
  started: (jobId: string) => SessionAction | null,
  dispatch: Dispatch,
): Promise<void> {
  const reply = await asked;
  if (!reply.ok) {
    dispatch({ type: 'refused', problem: reply.problem });
    return;
  }
  const action = hasJob(reply.value) ? started(reply.value.jobId) : null;
  if (action !== null) dispatch(action);
}

function hasJob(value: unknown): value is { readonly jobId: string } {
  return typeof value === 'object' && value !== null && 'jobId' in value && typeof value.jobId === 'string';
}
