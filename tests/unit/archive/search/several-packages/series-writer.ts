import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { canonicalJson } from '../../../../../archive/model/canonical-json.ts';
import { PACKAGE_FORMAT } from '../../../../../archive/model/manifest.ts';
import { linksEntry, releasesEntry, shardOf } from '../../../../../archive/package/entry-names.ts';
import { BagWriter } from '../../../../../archive/package/write-bag.ts';
import type { DraftPackage } from './random-series.ts';

/** Search has no use for these. */
const NO_COUNTS = { new: 0, changed: 0, links: 0, withdrawn: 0, revoked: 0 };

interface Written {
  readonly dir: string;
  readonly identity: string;
}

/** Writes packages, each going on from the one before unless it is full, as folders in one. */
export function writeSeries(
  root: string,
  series: string,
  packages: readonly DraftPackage[],
): readonly string[] {
  const written: Written[] = [];
  for (const draft of packages) {
    const dir = join(root, `${series}-${draft.sequence}`);
    const previous = draft.isFull ? null : (written.at(-1)?.identity ?? null);
    written.push({ dir, identity: writePackage(dir, series, previous, draft) });
  }
  return written.map(({ dir }) => dir);
}

function writePackage(dir: string, series: string, previous: string | null, draft: DraftPackage): string {
  mkdirSync(dir, { recursive: true });
  const bag = new BagWriter(dir);
  const ids = [...draft.shares.keys()].toSorted();
  for (const shard of new Set(ids.map(shardOf))) {
    const [records, links] = [bag.lines(releasesEntry(shard)), bag.lines(linksEntry(shard))];
    for (const id of ids.filter((one) => shardOf(one) === shard)) {
      const share = draft.shares.get(id);
      for (const { record } of share?.entries ?? []) records.line(canonicalJson(record));
      for (const one of [...(share?.entries ?? []).map((entry) => entry.links), ...(share?.further ?? [])])
        links.line(canonicalJson(one));
    }
    records.close();
    links.close();
  }
  bag.register(draft.register);
  bag.withdrawals(draft.withdrawals);
  const shares = [...draft.shares.values()];
  const versions = shares.reduce((sum, { entries }) => sum + entries.length, 0);
  const { identity } = bag.seal({
    format: PACKAGE_FORMAT,
    series,
    sequence: draft.sequence,
    previous,
    ...(previous === null ? {} : { changes: NO_COUNTS }),
    title: `Arkivet ${series}`,
    organisation: null,
    rights: null,
    date: null,
    languages: ['sv'],
    counts: { releases: shares.length, versions, withdrawn: 0, originals: 0 },
    register: { id: draft.register.id, version: draft.register.version },
    rules: 'test/1',
    minimumReader: '0.1.0',
  });
  return identity;
}
