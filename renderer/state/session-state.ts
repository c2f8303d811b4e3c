import type { OpenArchive, Problem, ReaderEvent, Settings, Status } from '../../main/contract/index.ts';

type Progress = Extract<ReaderEvent, { readonly type: 'progress' }>;
export type WorkStage = Progress['what'];

/** Long work under way, as the window knows it. */
export interface Job {
  readonly id: string;
  readonly purpose: 'open' | 'verify' | 'import' | 'remove' | 'export';
  /** The package it is about, by identity; null when it is about what is open. */
  readonly about: string | null;
  /** Null until the first progress is heard. */
  readonly progress: { readonly done: number; readonly total: number; readonly what: WorkStage } | null;
}

/** How a piece of work ended, when the person should hear of it. */
export type Notice =
  | { readonly type: 'problem'; readonly problem: Problem }
  | { readonly type: 'cancelled'; readonly purpose: Job['purpose'] }
  | { readonly type: 'saved'; readonly file: string; readonly releases: number }
  | { readonly type: 'checked'; readonly outcome: OpenArchive['verified']; readonly about: string | null };

export type Session =
  | { readonly state: 'starting' }
  | { readonly state: 'broken'; readonly problem: Problem }
  | {
      readonly state: 'ready';
      readonly status: Status;
      readonly settings: Settings;
      readonly jobs: readonly Job[];
      readonly notice: Notice | null;
    };

export type SessionAction =
  | { readonly type: 'status'; readonly status: Status }
  | { readonly type: 'broken'; readonly problem: Problem }
  | { readonly type: 'event'; readonly event: Exclude<ReaderEvent, { readonly type: 'command' }> }
  | {
      readonly type: 'job-started';
      readonly jobId: string;
      readonly purpose: Job['purpose'];
      readonly about: string | null;
    }
  | { readonly type: 'refused'; readonly problem: Problem }
  | { readonly type: 'settings'; readonly settings: Settings }
  | { readonly type: 'notice-read' };

/** The one way the session changes. */
export function sessionReducer(session: Session, action: SessionAction): Session {
  if (action.type === 'status') return withStatus(session, action.status);
  if (action.type === 'broken') return { state: 'broken', problem: action.problem };
  if (session.state !== 'ready') {
    return action.type === 'event' && action.event.type === 'status'
      ? withStatus(session, action.event.status)
      : session;
  }
  switch (action.type) {
    case 'event':
      return withEvent(session, action.event);
    case 'job-started': {
      const { jobId: id, purpose, about } = action;
      return { ...session, notice: null, jobs: withJob(session.jobs, { id, purpose, about }) };
    }
    case 'refused':
      return { ...session, notice: { type: 'problem', problem: action.problem } };
    case 'settings':
      return { ...session, settings: action.settings };
    case 'notice-read':
      return { ...session, notice: null };
  }
}

/** The work of one purpose that is under way; null when there is none. */
export function jobFor(jobs: readonly Job[], purpose: Job['purpose']): Job | null {
  return jobs.find((job) => job.purpose === purpose) ?? null;
}

type Ready = Extract<Session, { readonly state: 'ready' }>;

function withStatus(session: Session, status: Status): Session {
  const before = session.state === 'ready' ? session : null;
  return {
    state: 'ready',
    status,
    settings: status.settings,
    jobs: jobsAfter(before?.jobs ?? [], status),
    notice: noticeAfter(before, status.problem),
  };
}

/** The status names the work that opens and the work that imports. Only opening ends by it, other work by its own event. */
function jobsAfter(jobs: readonly Job[], status: Status): readonly Job[] {
  const { openingJob, importing } = status;
  const importJob = importing !== null && 'jobId' in importing ? importing.jobId : null;
  const others = jobs.filter(({ id, purpose }) => purpose !== 'open' || id === openingJob);
  const opening =
    openingJob === null ? others : withJob(others, { id: openingJob, purpose: 'open', about: null });
  return importJob === null ? opening : withJob(opening, { id: importJob, purpose: 'import', about: null });
}

/** A problem that was not there before, beside an open package, is told once; with none open it fills the room. */
function noticeAfter(before: Ready | null, now: Problem | null): Notice | null {
  const known = before?.status.problem ?? null;
  const isNew = now !== null && JSON.stringify(now) !== JSON.stringify(known);
  return isNew ? { type: 'problem', problem: now } : (before?.notice ?? null);
}

function withEvent(session: Ready, event: Exclude<ReaderEvent, { readonly type: 'command' }>): Session {
  if (event.type === 'status') return withStatus(session, event.status);
  // What the reader keeps of her own is asked for by what shows it.
  if (event.type === 'work') return session;
  if (event.type === 'saved')
    return { ...session, notice: { type: 'saved', file: event.file, releases: event.releases } };
  const job = session.jobs.find(({ id }) => id === event.jobId);
  if (event.type === 'progress') {
    const { done, total, what } = event;
    const purpose = job?.purpose ?? purposes[what] ?? 'open';
    const known = { id: event.jobId, purpose, about: job?.about ?? null };
    return { ...session, jobs: withJob(session.jobs, known, { done, total, what }) };
  }
  const ended = { ...session, jobs: session.jobs.filter(({ id }) => id !== event.jobId) };
  // How an import failed stands where it was begun.
  if (event.type === 'failed' && job?.purpose !== 'import')
    return { ...ended, notice: { type: 'problem', problem: event.problem } };
  if (job === undefined || event.type === 'failed') return ended;
  if (event.type === 'cancelled') return { ...ended, notice: { type: 'cancelled', purpose: job.purpose } };
  return job.purpose === 'verify' ? { ...ended, notice: checkedNotice(session, job.about) } : ended;
}

/** What work is for that the window hears of by its progress. */
const purposes: Partial<Readonly<Record<WorkStage, Job['purpose']>>> = {
  verifying: 'verify',
  exporting: 'export',
};

/** How a check ended; a fault that was found, and is told with its file, says more than that there is one. */
function checkedNotice({ status, notice }: Ready, about: string | null): Notice | null {
  const outcome = about === null ? (status.open?.verified ?? null) : checkOf(status, about);
  if (outcome === null) return null;
  return outcome === 'damaged' && notice?.type === 'problem' ? notice : { type: 'checked', outcome, about };
}

function checkOf(status: Status, identity: string): OpenArchive['verified'] | null {
  const check = status.library.packages.find((one) => one.identity === identity)?.check ?? null;
  if (check === null) return null;
  return check.damaged === 0 ? 'verified' : 'damaged';
}

/** The jobs with one more, or with what is newly known of one. */
function withJob(
  jobs: readonly Job[],
  job: Omit<Job, 'progress'>,
  progress: Job['progress'] = jobs.find(({ id }) => id === job.id)?.progress ?? null,
): readonly Job[] {
  const next = { ...job, progress };
  return jobs.some(({ id }) => id === job.id)
    ? jobs.map((one) => (one.id === job.id ? next : one))
    : [...jobs, next];
}
