import type { Register } from '../authority/register.ts';
import type { Links } from '../model/links.ts';
import { openHoldings } from '../package/holdings.ts';
import type { Holdings } from '../package/holdings.ts';
import { commonOptions, packagesOption } from './command.ts';
import type { Command } from './command.ts';
import { findRelease, stateOf } from './find-release.ts';
import type { Found } from './find-release.ts';
import { releaseText } from './release-text.ts';
import type { NamedMinister, Shown } from './shown.ts';

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
      const shown = shownOf(await findRelease(holdings, parsed.operands[0] ?? ''), holdings);
      if (parsed.has('json')) terminal.printJson(shown);
      else terminal.print(releaseText(shown, holdings.register, terminal));
    } finally {
      holdings.close();
    }
    return 0;
  },
};

function shownOf(found: Found, holdings: Holdings): Shown {
  const { id, versions } = found.release;
  const { record, links } = found.version;
  return {
    id,
    version: record.version,
    state: stateOf(found, holdings),
    withdrawal: holdings.withdrawalOf(id),
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
