import { describe, expect, it } from 'vitest';
import type { Said } from '../../../../archive/model/said.ts';
import { versionOf } from '../../../../archive/package/identity.ts';
import type { HeldRelease, HeldVersion } from '../../../../archive/package/holdings.ts';
import type { Candidate } from '../../../../archive/package/spill.ts';
import { succeed } from '../../../../archive/package/succession.ts';
import { saidOf } from './said.ts';

const ID = '0123456789abcdef';
const HASHES = { a: 'a'.repeat(64), b: 'b'.repeat(64), c: 'c'.repeat(64) };

/** A page of a title; `bytes` tells its file, `fetched` the day it was fetched. */
function page(title: string, bytes: keyof typeof HASHES, fetched: string | null = null): Said {
  return saidOf({ title, source: { sha256: HASHES[bytes], file: `${title}.txt`, fetched } });
}

function read(said: Said): Candidate {
  return { id: ID, version: versionOf(said), said };
}

function held(...versions: readonly Said[]): HeldRelease {
  return {
    id: ID,
    heldBy: [0],
    versions: versions.map(
      (said) =>
        ({ record: { id: ID, version: versionOf(said), aliases: [], said } }) as unknown as HeldVersion,
    ),
  };
}

function titles(pages: readonly Said[], release: HeldRelease | null): readonly string[] {
  const { versions, outcome } = succeed(ID, pages.map(read), release);
  return [outcome, ...versions.map(({ said, isNews }) => `${said.title}${isNews ? ' +' : ''}`)];
}

describe('the versions of a release', () => {
  it('go on with a page that is not held: it leads', () => {
    expect(titles([page('B', 'b')], held(page('A', 'a')))).toEqual(['changed', 'B +', 'A']);
    expect(titles([page('A', 'a')], null)).toEqual(['new', 'A +']);
  });

  it('stay as they are when the same bytes are read to other words by a later parser', () => {
    expect(titles([page('A, read better', 'a')], held(page('A', 'a')))).toEqual(['unchanged', 'A']);
  });

  it('stay as they are when other bytes say the same', () => {
    expect(titles([page('A', 'b')], held(page('A', 'a')))).toEqual(['unchanged', 'A']);
  });

  it('stay as they are when an old file is handed over once more, or nothing is', () => {
    expect(titles([page('A', 'a')], held(page('B', 'b'), page('A', 'a')))).toEqual(['unchanged', 'B', 'A']);
    expect(titles([], held(page('A', 'a')))).toEqual(['unread', 'A']);
  });

  it('turn back to a former one that is known to have been fetched later', () => {
    const [then, now] = ['2024-01-01', '2024-02-01'];
    const before = held(page('B', 'b', then), page('A', 'a'));
    expect(titles([page('A', 'a', now)], before)).toEqual(['changed', 'A +', 'B']);
    expect(titles([page('A', 'a', then)], before)).toEqual(['unchanged', 'B', 'A']);
  });

  it('take in a page fetched earlier as a former version, and say so', () => {
    const before = held(page('B', 'b', '2024-02-01'));
    const { problems } = succeed(ID, [read(page('C', 'c', '2024-01-01'))], before);
    expect(titles([page('C', 'c', '2024-01-01')], before)).toEqual(['changed', 'B', 'C +']);
    expect(problems).toMatchObject([
      { code: 'duplicate-release', file: 'C.txt', params: { leads: 'B.txt' } },
    ]);
  });
});
