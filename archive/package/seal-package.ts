import type { Register } from '../authority/register.ts';
import { canonicalJson } from '../model/canonical-json.ts';
import { PACKAGE_FORMAT } from '../model/manifest.ts';
import type { ArchiveConfig, PackageChanges, PackageManifest } from '../model/manifest.ts';
import { problem, ProblemError } from '../model/problem.ts';
import type { Withdrawal } from '../model/said.ts';
import type { ReportKeeper, SuccessionReport } from './build-report.ts';
import type { Former } from './former.ts';
import { newLines, withdrawalsInForce } from './withdrawals.ts';
import type { BagWriter } from './write-bag.ts';

/** What a build has written, and what its package is to say of itself. */
interface Unsealed {
  /** All releases are in it. */
  readonly bag: BagWriter;
  readonly config: ArchiveConfig;
  readonly register: Register;
  readonly former: Former | null;
  /** As handed over. */
  readonly withdrawals: readonly Withdrawal[];
  readonly report: ReportKeeper;
  readonly languages: readonly string[];
  readonly rules: string;
}

export interface FinishedPackage {
  readonly identity: string;
  /** What it brings against the packages before it; null when there are none. */
  readonly succession: SuccessionReport | null;
}

/** The oldest program version that reads what this one writes. */
const MINIMUM_READER = '0.1.0';

/**
 * Writes register, withdrawals and tag files.
 *
 * @throws ProblemError `delta-empty` when a delta would bring nothing.
 */
export function sealPackage(made: Unsealed): FinishedPackage {
  const { bag, register, former, report } = made;
  bag.register(register.data);
  if (former === null) {
    bag.withdrawals(made.withdrawals);
    return { identity: bag.seal(manifestOf(made, made.withdrawals, null)).identity, succession: null };
  }
  const before = former.holdings.withdrawals;
  const news = newLines(made.withdrawals, before);
  const changes = changesOf(report, news);
  if (former.isDelta) refuseEmpty(made, former, changes);
  const lines = former.isDelta ? news : [...before, ...news];
  bag.withdrawals(lines);
  const { identity } = bag.seal(manifestOf(made, lines, changes));
  const { unchanged } = report.found;
  const { sequence } = former;
  return {
    identity,
    succession: { previous: former.holdings.identity, sequence, ...changes, unchanged },
  };
}

function manifestOf(
  { bag, config, register, former, report, languages, rules }: Unsealed,
  withdrawals: readonly Withdrawal[],
  changes: PackageChanges | null,
): PackageManifest {
  const series = config.series ?? register.data.id;
  const isDelta = former?.isDelta === true && changes !== null;
  return {
    format: PACKAGE_FORMAT,
    series,
    sequence: former?.sequence ?? config.sequence ?? 1,
    previous: isDelta ? former.holdings.identity : null,
    title: config.title ?? `Arkiv ${series}`,
    organisation: config.organisation ?? null,
    rights: config.rights ?? null,
    date: config.date ?? null,
    languages,
    counts: {
      ...report.counts,
      withdrawn: withdrawalsInForce(withdrawals).size,
      originals: bag.originals,
    },
    ...(isDelta ? { changes } : {}),
    register: { id: register.data.id, version: register.data.version },
    rules,
    minimumReader: MINIMUM_READER,
  };
}

function changesOf({ found }: ReportKeeper, news: readonly Withdrawal[]): PackageChanges {
  const withdrawn = news.filter(({ action }) => action === 'withdrawn').length;
  const { new: added, changed, links } = found;
  return { new: added, changed, links, withdrawn, revoked: news.length - withdrawn };
}

/** A delta that brings nothing would only be one more package to carry, and to lose. */
function refuseEmpty(made: Unsealed, former: Former, changes: PackageChanges): void {
  if (Object.values(changes).some((count) => count > 0) || isToldOtherwise(made, former)) return;
  const { packages, series } = former.holdings;
  const place = { file: packages.at(-1)?.dir };
  throw new ProblemError(problem('delta-empty', place, { series, sequence: former.sequence - 1 }));
}

/** Whether the package says of itself, or of its country, what the newest before it did not say. */
function isToldOtherwise({ config, register }: Unsealed, { holdings }: Former): boolean {
  const { title, organisation, rights } = holdings.packages.at(-1)?.manifest ?? {};
  return (
    config.title !== title ||
    (config.organisation ?? null) !== organisation ||
    (config.rights ?? null) !== rights ||
    canonicalJson(register.data) !== canonicalJson(holdings.register.data)
  );
}
