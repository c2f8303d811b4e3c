import { Library } from '../package/library/library.ts';
import { policyPlace, readPolicy } from '../package/library/policy.ts';
import { UsageError } from './arguments.ts';
import { commonOptions } from './command.ts';
import type { Command } from './command.ts';
import type { Words } from './language.ts';
import type { LibraryAction } from './library-action.ts';
import { checkAction } from './library-check.ts';
import { importAction } from './library-import.ts';
import { forgetAction, keysAction, trustAction, untrustAction } from './library-keys.ts';
import { listAction, removeAction } from './library-packages.ts';
import { nearest } from './nearest.ts';
import { problemLine } from './problems.ts';

const actions: ReadonlyMap<string, LibraryAction> = new Map([
  ['list', listAction],
  ['import', importAction],
  ['remove', removeAction],
  ['check', checkAction],
  ['keys', keysAction],
  ['trust', trustAction],
  ['untrust', untrustAction],
  ['forget', forgetAction],
]);

export const libraryCommand: Command = {
  name: 'library',
  about: about(),
  operands: ['ACTION', '[WHAT...]'],
  options: {
    library: {
      value: 'DIR',
      about: {
        sv: 'bibliotekets mapp; behövs inte där datorns policy anger en',
        en: 'folder of the library; not needed where the computer’s policy names one',
      },
    },
    preview: {
      about: {
        sv: 'visa vad en import skulle göra, och gör den inte',
        en: 'show what an import would do, and do not do it',
      },
    },
    'accept-unsigned': {
      about: {
        sv: 'ta in paket som ingen signerat eller vars signatur ingen här kan pröva',
        en: 'take in packages that nobody signed or whose signature nobody here can check',
      },
    },
    'accept-key': {
      value: 'FINGERPRINT',
      repeated: true,
      about: {
        sv: 'godkänn nyckeln med detta fingeravtryck, jämfört med avsändarens',
        en: 'accept the key of this fingerprint, compared with the signer’s',
      },
    },
    name: {
      value: 'NAME',
      about: { sv: 'vad en betrodd nyckel ska heta', en: 'what to call a trusted key' },
    },
    certificate: {
      value: 'FILE',
      about: {
        sv: 'skriv kontrollens intyg: .html för utskrift, annars JSON',
        en: 'write the certificate of the check: .html to print, else JSON',
      },
    },
    ...commonOptions,
  },
  run: async (parsed, context) => {
    const [name = '', ...what] = parsed.operands;
    const action = actions.get(name);
    if (action === undefined) throw unknownAction(name);
    if (what.length === 0 && action.takes !== '' && !action.takes.startsWith('['))
      throw new UsageError({ sv: `${action.takes} saknas.`, en: `${action.takes} is missing.` });
    const policy = readPolicy(policyPlace(process.platform, process.env));
    const folder = parsed.value('library') ?? policy.libraryFolder;
    if (folder === null)
      throw new UsageError({ sv: '--library DIR saknas.', en: '--library DIR is missing.' });
    const { terminal } = context;
    if (policy.problem !== null) terminal.tell(problemLine(policy.problem, terminal.language));
    const library = await Library.open({ folder, policy });
    return await action.run(what, { ...context, library, parsed });
  },
};

/** What the command does, with a line for each action. */
function about(): Words {
  const rows = [...actions].map(([name, action]) => ({ call: `${name} ${action.takes}`.trim(), ...action }));
  const width = Math.max(...rows.map(({ call }) => call.length));
  const list = (language: 'sv' | 'en'): string =>
    rows.map((row) => `  ${row.call.padEnd(width)}  ${row.about[language]}`).join('\n');
  return {
    sv: `Sköt biblioteket av arkivpaket på den här datorn.\n\n${list('sv')}`,
    en: `Keep the library of archive packages on this machine.\n\n${list('en')}`,
  };
}

function unknownAction(name: string): UsageError {
  const [near] = nearest(name, [...actions.keys()]);
  const all = [...actions.keys()].join(', ');
  return new UsageError(
    near === undefined
      ? { sv: `Okänt: ${name}. Möjligt är ${all}.`, en: `Unknown: ${name}. Possible are ${all}.` }
      : { sv: `Okänt: ${name}. Menade du ${near}?`, en: `Unknown: ${name}. Did you mean ${near}?` },
  );
}
