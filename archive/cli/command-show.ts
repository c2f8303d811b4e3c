import type { Register } from '../authority/register.ts';
import type { Links } from '../model/links.ts';
import { problem, ProblemError } from '../model/problem.ts';
import { releaseIdOfAddress } from '../package/identity.ts';
import { openPackage } from '../package/read.ts';
import type { Package, PackageEntry } from '../package/read.ts';
import { commonOptions, packageOption } from './command.ts';
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
  options: { package: packageOption, ...commonOptions },
  run: async (parsed, { terminal }) => {
    const pkg = await openPackage(parsed.value('package') ?? '');
    const shown = await findRelease(pkg, parsed.operands[0] ?? '');
    if (parsed.has('json')) terminal.printJson(shown);
    else terminal.print(releaseText(shown, pkg.register, terminal));
    return 0;
  },
};

/**
 * The release that was asked for: an id or an unambiguous start of one, `ID@version` (or the start of a
 * version), or an address.
 *
 * @throws ProblemError `release-not-found` when there is none or the start fits several (`params.near`).
 */
export async function findRelease(pkg: Package, asked: string): Promise<Shown> {
  const [wanted = '', versionStart = ''] = (releaseIdOfAddress(asked) ?? asked.trim().toLowerCase()).split(
    '@',
  );
  const entries = await pkg.find(wanted);
  const ids = [...new Set(entries.map(({ record }) => record.id))];
  const [id] = ids.includes(wanted) ? [wanted] : ids;
  if (id === undefined || (ids.length > 1 && !ids.includes(wanted))) throw notFound(asked, ids);
  const versions = entries.filter(({ record }) => record.id === id);
  const fitting = versions.filter(({ record }) => record.version.startsWith(versionStart));
  const [entry] = fitting;
  if (entry === undefined || (versionStart !== '' && fitting.length > 1))
    throw notFound(
      asked,
      versions.map(({ record }) => `${id}@${record.version.slice(0, 12)}`),
    );
  return shownOf(entry, versions, pkg);
}

function shownOf({ record, links }: PackageEntry, versions: readonly PackageEntry[], pkg: Package): Shown {
  const withdrawal = pkg.withdrawalOf(record.id);
  return {
    id: record.id,
    version: record.version,
    state: withdrawal !== null ? 'withdrawn' : record.current ? 'live' : 'former',
    withdrawal,
    versions: versions.map((entry) => entry.record.version),
    ministers: links.ministers.map((link) => named(link, pkg.register)),
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
