import type { Register } from '../authority/register.ts';
import type { Links } from '../model/links.ts';
import { problem, ProblemError } from '../model/problem.ts';
import { releaseIdOfAddress } from '../package/identity.ts';
import { openHoldings } from '../package/holdings.ts';
import type { HeldRelease, HeldVersion, Holdings } from '../package/holdings.ts';
import { commonOptions, packagesOption } from './command.ts';
import type { Command } from './command.ts';
import { releaseText } from './release-text.ts';
import type { NamedMinister, Shown } from './shown.ts';

/** How many near matches a refusal names. */
const NEAR = 5;

export const showCommand: Command = {
  name: 'show',
  about: {
    sv: 'Visa en sida: ID, början på ett, ID@version eller adress.',
    en: 'Show a release: ID, the start of one, ID@version or address.',
  },
  operands: ['ID'],
  options: { package: packagesOption, ...commonOptions },
  run: async (parsed, { terminal }) => {
    const holdings = await openHoldings(parsed.values('package'));
    try {
      const shown = await findRelease(holdings, parsed.operands[0] ?? '');
      if (parsed.has('json')) terminal.printJson(shown);
      else terminal.print(releaseText(shown, holdings.register, terminal));
    } finally {
      holdings.close();
    }
    return 0;
  },
};

/**
 * The release that was asked for: an id or an unambiguous start of one, `ID@version` (or the start of a
 * version), or an address.
 *
 * @throws ProblemError `release-not-found` when there is none or the start fits several (`params.near`).
 */
async function findRelease(holdings: Holdings, asked: string): Promise<Shown> {
  const [wanted = '', versionStart = ''] = (releaseIdOfAddress(asked) ?? asked.trim().toLowerCase()).split(
    '@',
  );
  const found = await holdings.find(wanted);
  const release = found.find(({ id }) => id === wanted) ?? found[0];
  if (release === undefined || (found.length > 1 && release.id !== wanted))
    throw notFound(
      asked,
      found.map(({ id }) => id),
    );
  const { id, versions } = release;
  const fitting = versions.filter(({ record }) => record.version.startsWith(versionStart));
  const [version] = fitting;
  if (version === undefined || (versionStart !== '' && fitting.length > 1))
    throw notFound(
      asked,
      versions.map(({ record }) => `${id}@${record.version.slice(0, 12)}`),
    );
  return shownOf(version, release, holdings);
}

function shownOf(version: HeldVersion, { id, versions }: HeldRelease, holdings: Holdings): Shown {
  const { record, links } = version;
  const withdrawal = holdings.withdrawalOf(id);
  return {
    id,
    version: record.version,
    state: withdrawal !== null ? 'withdrawn' : version === versions[0] ? 'live' : 'former',
    withdrawal,
    versions: versions.map((held) => held.record.version),
    ministers: links.ministers.map((link) => named(link, holdings.register)),
    said: record.said,
    reading: record.reading,
    links,
  };
}

function named(link: Links['ministers'][number], register: Register): NamedMinister {
  const office = register.office(register.role(link.role)?.office ?? '');
  return {
    ...link,
    person: register.person(link.person)?.name ?? link.person,
    personId: link.person,
    role: office?.title ?? link.role,
    roleId: link.role,
  };
}

function notFound(id: string, near: readonly string[]): ProblemError {
  return new ProblemError(
    problem('release-not-found', { id }, near.length === 0 ? {} : { near: near.slice(0, NEAR).join(', ') }),
  );
}
