import { describe, expect, it } from 'vitest';
import { problem } from '../../../../main/contract/index.ts';
import type { OpenArchive, Status } from '../../../../main/contract/index.ts';
import { sessionReducer } from '../../../../renderer/state/session-state.ts';
import type { Session, SessionAction } from '../../../../renderer/state/session-state.ts';

const open: OpenArchive = {
  source: 'bundled',
  key: 'id',
  edition: 'id',
  path: '/p',
  packages: [],
  releases: 3,
  verified: 'not-verified',
  earliest: null,
  latest: null,
};
const library: Status['library'] = {
  path: '/l',
  packages: [],
  trustedKeys: [],
  isReadOnly: false,
  allowsOwnKeys: true,
  laidDownDays: null,
  isScheduleLaidDown: false,
  problem: null,
  removing: null,
};
const status: Status = {
  appVersion: '1',
  runtime: 'r',
  open,
  openingJob: null,
  problem: null,
  library,
  importing: null,
  settings: { language: 'sv', theme: 'system', textSize: 100 },
  viewState: null,
};

function run(...actions: readonly SessionAction[]): Extract<Session, { state: 'ready' }> {
  const end = actions.reduce<Session>(sessionReducer, { state: 'starting' });
  if (end.state !== 'ready') throw new Error(end.state);
  return end;
}
const told = (of: Status): SessionAction => ({ type: 'status', status: of });
const event = (of: Extract<SessionAction, { type: 'event' }>['event']): SessionAction => ({
  type: 'event',
  event: of,
});

describe('the session', () => {
  it('shows the opening of another package beside the one that is open', () => {
    const opening = run(
      told(status),
      event({ type: 'status', seq: 1, status: { ...status, openingJob: 'job-1' } }),
      event({ type: 'progress', seq: 2, jobId: 'job-1', done: 2, total: 9, what: 'indexing' }),
    );
    expect(opening.status.open).toEqual(open);
    expect(opening.jobs).toEqual([
      { id: 'job-1', purpose: 'open', about: null, progress: { done: 2, total: 9, what: 'indexing' } },
    ]);
    const done = sessionReducer(opening, told({ ...status, open: { ...open, key: 'other' } }));
    expect(done).toMatchObject({ jobs: [], notice: null, status: { open: { key: 'other' } } });
  });

  it('keeps a check under way when a status comes', () => {
    const checking = run(
      told(status),
      { type: 'job-started', jobId: 'job-2', purpose: 'verify', about: null },
      event({ type: 'status', seq: 1, status }),
    );
    expect(checking.jobs).toMatchObject([{ id: 'job-2', purpose: 'verify' }]);
  });

  it('tells how a check ended', () => {
    const checked = { ...status, open: { ...open, verified: 'verified' as const } };
    const end = run(
      told(status),
      { type: 'job-started', jobId: 'job-2', purpose: 'verify', about: null },
      event({ type: 'status', seq: 1, status: checked }),
      event({ type: 'result', seq: 2, jobId: 'job-2' }),
    );
    expect(end).toMatchObject({ jobs: [], notice: { type: 'checked', outcome: 'verified' } });
  });

  it('shows an import by its own work, and leaves how it failed to where it was begun', () => {
    const importing = {
      ...status,
      importing: { phase: 'checking' as const, jobId: 'job-3', sources: ['a'] },
    };
    const begun = run(
      told(importing),
      event({ type: 'progress', seq: 1, jobId: 'job-3', done: 1, total: 2, what: 'copying' }),
    );
    expect(begun.jobs).toMatchObject([{ id: 'job-3', purpose: 'import', progress: { what: 'copying' } }]);
    const why = problem('import-empty');
    const failed = sessionReducer(begun, event({ type: 'failed', seq: 2, jobId: 'job-3', problem: why }));
    expect(failed).toMatchObject({ jobs: [], notice: null });
    const over = sessionReducer(begun, told(status));
    expect(sessionReducer(over, event({ type: 'cancelled', seq: 2, jobId: 'job-3' }))).toMatchObject({
      jobs: [],
      notice: { type: 'cancelled', purpose: 'import' },
    });
  });

  it('tells how the check of one package among several ended, whatever is known of the others', () => {
    const identity = 'a'.repeat(64);
    const held = { identity, check: { at: '2026-11-30T10:00:00.000Z', damaged: 2 } };
    const checked = { ...status, library: { ...library, packages: [held] } } as unknown as Status;
    const end = run(
      told(checked),
      { type: 'job-started', jobId: 'job-4', purpose: 'verify', about: identity },
      event({ type: 'result', seq: 1, jobId: 'job-4' }),
    );
    expect(end.notice).toEqual({ type: 'checked', outcome: 'damaged', about: identity });
  });

  it('tells that opening was cancelled, and why it failed', () => {
    const opening: SessionAction[] = [
      told(status),
      { type: 'job-started', jobId: 'j', purpose: 'open', about: null },
    ];
    expect(run(...opening, event({ type: 'cancelled', seq: 1, jobId: 'j' })).notice).toEqual({
      type: 'cancelled',
      purpose: 'open',
    });
    const why = problem('package-not-a-bag');
    expect(run(...opening, event({ type: 'failed', seq: 1, jobId: 'j', problem: why }))).toMatchObject({
      jobs: [],
      notice: { type: 'problem', problem: why },
    });
  });

  it('tells a problem of the status once, not again after it was read', () => {
    const broken = { ...status, problem: problem('store-damaged-lines') };
    const first = run(told(broken));
    expect(first.notice).toMatchObject({ type: 'problem' });
    const read = sessionReducer(first, { type: 'notice-read' });
    expect(sessionReducer(read, event({ type: 'status', seq: 1, status: broken }))).toMatchObject({
      notice: null,
    });
  });

  it('sets what is chosen at once, before the reader has answered', () => {
    const settings = { language: 'en' as const, theme: 'dark' as const, textSize: 125 };
    expect(run(told(status), { type: 'settings', settings }).settings).toEqual(settings);
  });

  it('says that there is no reader when the first question fails', () => {
    const why = problem('job-failed');
    expect(sessionReducer({ state: 'starting' }, { type: 'broken', problem: why })).toEqual({
      state: 'broken',
      problem: why,
    });
  });
});
