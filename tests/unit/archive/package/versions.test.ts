import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PrintedDate, Said } from '../../../../archive/model/said.ts';
import { releaseId, versionOf } from '../../../../archive/package/identity.ts';
import type { Candidate } from '../../../../archive/package/spill.ts';
import { orderVersions } from '../../../../archive/package/versions.ts';
import { saidOf } from './said.ts';

const ADDRESS = 'https://regeringen.example/a';

function page(file: string, parts: Partial<Omit<Said, 'source'>>, fetched: string | null = null): Candidate {
  const said = saidOf({ ...parts, source: { address: ADDRESS, file, fetched } });
  return { id: releaseId(said.source), version: versionOf(said), said };
}

function printed(role: PrintedDate['role'], text: string): PrintedDate {
  return { role, where: 'text', text };
}

function files(pages: readonly Candidate[]): readonly string[] {
  return pages.map(({ said }) => said.source.file);
}

describe('pages of the same id', () => {
  const undated = page('undated', { title: 'A much longer title than the others have' });
  const old = page('old', { dates: [printed('published', '3 maj 2019')] });
  const updated = page('updated', {
    dates: [printed('published', '3 maj 2019'), printed('updated', '1 juni 2019')],
  });
  const unreadable = page('unreadable', { dates: [printed('published', 'i våras')] });

  it('are led by the fuller record: dated before undated, then newest updated', () => {
    const { versions, problems } = orderVersions([unreadable, old, undated, updated]);
    expect(files(versions)).toEqual(['updated', 'old', 'undated', 'unreadable']);
    expect(problems.map(({ code, file, params }) => [code, file, params['leads']])).toEqual([
      ['duplicate-release', 'old', 'updated'],
      ['duplicate-release', 'undated', 'updated'],
      ['duplicate-release', 'unreadable', 'updated'],
    ]);
  });

  it('that say the same are one version, for which a page with a known day of fetching stands', () => {
    const again = page('again', { dates: old.said.dates }, '2024-02-01');
    const { versions, problems } = orderVersions([old, again]);
    expect(files(versions)).toEqual(['again']);
    expect(problems).toEqual([
      { code: 'duplicate-identical', file: 'old', id: old.id, params: { kept: 'again' } },
    ]);
  });

  it('come in the same order whatever order they were read in', () => {
    const pages = [
      undated,
      old,
      updated,
      unreadable,
      page('z', { dates: old.said.dates }),
      page('y', { title: 'Å' }),
    ];
    fc.assert(
      fc.property(fc.shuffledSubarray(pages, { minLength: pages.length }), (shuffled) => {
        expect(orderVersions(shuffled)).toEqual(orderVersions(pages));
      }),
    );
  });
});
