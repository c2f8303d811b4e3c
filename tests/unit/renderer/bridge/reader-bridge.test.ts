import { describe, expect, it } from 'vitest';
import { facetNames, noFilters } from '../../../../archive/model/index.ts';
import type { SearchAnswer } from '../../../../archive/model/index.ts';
import { readerCallNames } from '../../../../main/contract/index.ts';
import type { ReaderEvent } from '../../../../main/contract/index.ts';
import { bridgeTo } from '../../../../renderer/bridge/reader-bridge.ts';

function host(over: Readonly<Record<string, unknown>> = {}): Record<string, unknown> {
  const calls = Object.fromEntries(
    readerCallNames.map((name) => [name, async () => ({ ok: true, value: {} })]),
  );
  return { ...calls, onEvent: () => () => undefined, ...over };
}

describe('what the preload gives is trusted only after parsing', () => {
  it('hands on a reply that has the shape of the contract', async () => {
    const api = bridgeTo(host({ verifyPackage: async () => ({ ok: true, value: { jobId: 'job-1' } }) }));
    expect(await api.verifyPackage({ identity: null })).toEqual({ ok: true, value: { jobId: 'job-1' } });
  });

  it('hands on a refusal as it is', async () => {
    const problem = { code: 'no-package-open', params: {} };
    const api = bridgeTo(host({ verifyPackage: async () => ({ ok: false, problem }) }));
    expect(await api.verifyPackage({ identity: null })).toEqual({ ok: false, problem });
  });

  it.each([
    ['a value of another shape', { ok: true, value: { jobId: 7 } }],
    ['a value with more than was agreed', { ok: true, value: { jobId: 'a', html: '<b>' } }],
    ['no reply at all', undefined],
    ['a problem of an unknown code', { ok: false, problem: { code: 'surprise', params: {} } }],
  ])('answers request-invalid to %s', async (_, raw) => {
    const reply = await bridgeTo(host({ verifyPackage: async () => raw })).verifyPackage({ identity: null });
    expect(reply).toMatchObject({ ok: false, problem: { code: 'request-invalid' } });
  });

  it('reads the reply of a search from its text, and trusts it no more than others', async () => {
    const request = {
      queryId: 1,
      query: '',
      filters: noFilters,
      sort: 'newest',
      offset: 0,
      limit: 20,
    } as const;
    const said = async (text: unknown): Promise<unknown> =>
      await bridgeTo(host({ search: async () => text })).search(request);
    const answer: SearchAnswer = {
      queryId: 1,
      understood: { clauses: [], problems: [] },
      total: 0,
      possible: 0,
      fallback: null,
      suggestions: [],
      offset: 0,
      hits: [],
      facets: Object.fromEntries(facetNames.map((name) => [name, []])) as unknown as SearchAnswer['facets'],
    };
    const reply = { ok: true, value: answer };
    expect(await said(JSON.stringify(reply))).toEqual(reply);
    const problem = { code: 'no-package-open', params: {} };
    expect(await said(JSON.stringify({ ok: false, problem }))).toEqual({ ok: false, problem });
    const odd = JSON.stringify({ ok: true, value: { ...answer, html: '<b>' } });
    expect(await said(odd)).toMatchObject({ ok: false, problem: { code: 'request-invalid' } });
    for (const raw of ['{', reply, undefined])
      expect(await said(raw)).toMatchObject({ ok: false, problem: { code: 'job-failed' } });
  });

  it('answers job-failed when the call itself fails', async () => {
    const failing = async (): Promise<never> => {
      throw new Error('gone');
    };
    const reply = await bridgeTo(host({ status: failing })).status({});
    expect(reply).toMatchObject({ ok: false, problem: { code: 'job-failed' } });
  });

  it('lets events through that parse, drops others, and stops', () => {
    let send: (raw: unknown) => void = () => undefined;
    let stopped = false;
    const api = bridgeTo(
      host({
        onEvent: (hear: (raw: unknown) => void) => {
          send = hear;
          return () => {
            stopped = true;
          };
        },
      }),
    );
    const heard: ReaderEvent[] = [];
    const stop = api.onEvent((event) => heard.push(event));
    send({ type: 'cancelled', seq: 1, jobId: 'a' });
    send({ type: 'cancelled', seq: 'one', jobId: 'a' });
    send('noise');
    stop();
    expect(heard).toEqual([{ type: 'cancelled', seq: 1, jobId: 'a' }]);
    expect(stopped).toBe(true);
  });

  it('refuses a host that lacks a call, by name', () => {
    const { search: _, ...rest } = host();
    expect(() => bridgeTo(rest)).toThrow('search');
    expect(() => bridgeTo(undefined)).toThrow('no reader');
  });
});
