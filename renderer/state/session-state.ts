import type { OpenPackage, Problem, ReaderEvent, Settings, Status } from '../../main/contract/index.ts';

type Progress = Extract<ReaderEvent, { readonly type: 'progress' }>;
export type WorkStage = Progress['what'];

/** Long work under way, as the window knows it. */
export interface Job {
  readonly id: string;
  readonly purpose: 'open' | 'verify';
  /** Null until the first progress is heard. */
  readonly progress: { readonly done: number; readonly total: number; readonly what: WorkStage } | null;
}

/** How a piece of work ended, when the person should hear of it. */
export type Notice =
  | { readonly type: 'problem'; readonly problem: Problem }
  | { readonly type: 'opening-cancelled' }
  | { readonly type: 'checking-cancelled' }
  | { readonly type: 'checked'; readonly outcome: OpenPackage['verified'] };

export type Session =
  | { readonly state: 'starting' }
  | { readonly state: 'broken'; readonly problem: Problem }
  | {
      readonly state: 'ready';
      readonly status: Status;
      readonly settings: Settings;
      readonly job: Job | null;
      readonly notice: Notice | null;
    };

export type SessionAction =
  | { readonly type: 'status'; readonly status: Status }
  | { readonly type: 'broken'; readonly problem: Problem }
  | { readonly type: 'event'; readonly event: Exclude<ReaderEvent, { readonly type: 'command' }> }
  | { readonly type: 'job-started'; readonly jobId: string; readonly purpose: Job['purpose'] }
  | { readonly type: 'refused'; readonly problem: Problem }
  | { readonly type: 'settings'; readonly settings: Settings }
  | { readonly type: 'notice-read' };

/** The one way the session changes. */
export function sessionReducer(session: Session, action: SessionAction): Session {
  if (action.type === 'status') return withStatus(session, action.status, action.status.settings);
  if (action.type === 'broken') return { state: 'broken', problem: action.problem };
  if (session.state !== 'ready') {
    return action.type === 'event' && action.event.type === 'status'
      ? withStatus(session, action.event.status, action.event.status.settings)
      : session;
  }
  switch (action.type) {
    case 'event':
      return withEvent(session, action.event);
    case 'job-started':
      return { ...session, notice: null, job: jobStarted(session.job, action.jobId, action.purpose) };
    case 'refused':
      return { ...session, notice: { type: 'problem', problem: action.problem } };
    case 'settings':
      return { ...session, settings: action.settings };
    case 'notice-read':
      return { ...session, notice: null };
  }
}

type Ready = Extract<Session, { readonly state: 'ready' }>;

function withStatus(session: Session, status: Status, settings: Settings): Session {
  const before = session.state === 'ready' ? session : null;
  const job =
    status.openingJob === null
      ? before?.job?.purpose === 'open'
        ? null
        : (before?.job ?? null)
      : jobStarted(before?.job ?? null, status.openingJob, 'open');
  return { state: 'ready', status, settings, job, notice: noticeAfter(before, status.problem) };
}

/** A problem that was not there before, beside an open package, is told once; with none open it fills the room. */
function noticeAfter(before: Ready | null, now: Problem | null): Notice | null {
  const known = before?.status.problem ?? null;
  const isNew = now !== null && JSON.stringify(now) !== JSON.stringify(known);
  return isNew ? { type: 'problem', problem: now } : (before?.notice ?? null);
}

function withEvent(session: Ready, event: Exclude<ReaderEvent, { readonly type: 'command' }>): Session {
  if (event.type === 'status') return withStatus(session, event.status, event.status.settings);
  const job = session.job;
  if (event.type === 'progress') {
    const { done, total, what } = event;
    const purpose = job?.id === event.jobId ? job.purpose : what === 'verifying' ? 'verify' : 'open';
    return { ...session, job: { id: event.jobId, purpose, progress: { done, total, what } } };
  }
  const purpose = job?.id === event.jobId ? job.purpose : null;
  const ended = purpose === null ? session : { ...session, job: null };
  if (event.type === 'failed') return { ...ended, notice: { type: 'problem', problem: event.problem } };
  if (purpose === null) return ended;
  if (event.type === 'cancelled') {
    return { ...ended, notice: { type: purpose === 'open' ? 'opening-cancelled' : 'checking-cancelled' } };
  }
  return purpose === 'verify' ? { ...ended, notice: checkedNotice(session) } : ended;
}

/** How a check ended; a fault that was found, and is told with its file, says more than that there is one. */
function checkedNotice({ status, notice }: Ready): Notice | null {
  if (status.open === null) return null;
  const { verified } = status.open;
  return verified === 'damaged' && notice?.type === 'problem'
    ? notice
    : { type: 'checked', outcome: verified };
}

function jobStarted(job: Job | null, id: string, purpose: Job['purpose']): Job {
  return job?.id === id ? { ...job, purpose } : { id, purpose, progress: null };
}
