import type { KeyView, SignerGround } from '../model/library.ts';
import { problem, ProblemError } from '../model/problem.ts';
import type { Acceptance, ListedKey } from '../package/library/library.ts';
import { isMeant, namesOf } from '../package/library/trust.ts';
import { readPublicKey } from '../package/signing/key-files.ts';
import { publicKeyString } from '../package/signing/public-key.ts';
import { UsageError } from './arguments.ts';
import { processPerson } from './ask.ts';
import type { LibraryAction, LibraryJob } from './library-action.ts';
import type { Language, Words } from './language.ts';
import { oneLine } from './one-line.ts';

/** Why a series is held to a key. */
const GROUNDS: Readonly<Record<SignerGround, Words>> = {
  trusted: { sv: 'betrodd', en: 'trusted' },
  policy: { sv: 'av datorns policy', en: 'by the computer’s policy' },
  accepted: { sv: 'godkänd', en: 'accepted' },
  statement: { sv: 'genom intyg', en: 'by a statement' },
  removed: { sv: 'gäller inte längre', en: 'holds no more' },
};

export const keysAction: LibraryAction = {
  takes: '',
  about: {
    sv: 'visa betrodda nycklar, och vad som gäller för varje serie',
    en: 'show trusted keys, and what holds for each series',
  },
  run: async (_, { library, parsed, terminal }) => {
    const [keys, series] = [library.keys(), library.acceptances()];
    if (parsed.has('json')) terminal.printJson({ keys, series });
    else terminal.print(keysText(keys, series, terminal.language));
    return await Promise.resolve(0);
  },
};

export const trustAction: LibraryAction = {
  takes: 'KEY',
  about: {
    sv: 'lita på en nyckel, som fil eller text, sedan fingeravtrycket jämförts',
    en: 'trust a key, a file or its text, its fingerprint having been compared',
  },
  run: async ([wanted = ''], job) => {
    const { library, parsed, terminal } = job;
    const publicKey = await readPublicKey(wanted);
    const key = publicKeyString(publicKey);
    await requireCompared({ key, ...namesOf(publicKey), name: null }, job);
    const added = await library.addKey(key, parsed.value('name') ?? null);
    if (parsed.has('json')) terminal.printJson(added);
    else terminal.print(keyText(added, terminal.language));
    return 0;
  },
};

export const untrustAction: LibraryAction = {
  takes: 'FINGERPRINT',
  about: {
    sv: 'lita inte längre på en nyckel; det den signerat är kvar, märkt',
    en: 'trust a key no more; what it signed stays, marked',
  },
  run: async (parts, { library, parsed, terminal }) => {
    // A fingerprint may come in its eight groups.
    const meant = parts.join(' ');
    await library.removeKey(meant);
    if (parsed.has('json')) terminal.printJson({ untrusted: meant });
    else
      terminal.print(terminal.language === 'sv' ? 'Nyckeln gäller inte längre.' : 'The key holds no more.');
    return 0;
  },
};

export const forgetAction: LibraryAction = {
  takes: 'SERIES',
  about: {
    sv: 'fråga på nytt innan något osignerat kommer in i en serie',
    en: 'ask again before anything unsigned comes into a series',
  },
  run: async ([series = ''], { library, parsed, terminal }) => {
    await library.forgetAcceptance(series);
    if (parsed.has('json')) terminal.printJson({ series });
    else terminal.print(terminal.language === 'sv' ? 'Valet är glömt.' : 'The choice is forgotten.');
    return 0;
  },
};

/** A key's fingerprint on a line of its own, as it is read aloud. */
export function keyText({ keyId, fingerprint, name }: KeyView, language: Language): string {
  const head = language === 'sv' ? 'fingeravtryck' : 'fingerprint';
  return `${keyId}${name === null ? '' : ` (${name})`}\n  ${head} ${fingerprint}`;
}

/** A person compares the fingerprint, or has done so and gives it. */
async function requireCompared(key: KeyView, { parsed, terminal, signal }: LibraryJob): Promise<void> {
  if (parsed.values('accept-key').some((text) => isMeant(text, key.key))) return;
  const person = parsed.has('json') ? null : processPerson();
  if (person === null)
    throw new UsageError({
      sv: `Jämför fingeravtrycket med nyckelns ägare och ange det: --accept-key "${key.fingerprint}".`,
      en: `Compare the fingerprint with the key's owner and give it: --accept-key "${key.fingerprint}".`,
    });
  terminal.tell(keyText(key, terminal.language));
  const question =
    terminal.language === 'sv'
      ? 'Är det ägarens fingeravtryck? (ja/nej)'
      : "Is it the owner's fingerprint? (yes/no)";
  if (!(await person.agrees(question, signal))) throw new ProblemError(problem('job-cancelled'));
}

function keysText(keys: readonly ListedKey[], series: readonly Acceptance[], language: Language): string {
  const say = (sv: string, en: string): string => (language === 'sv' ? sv : en);
  const rows = keys.map((key) => {
    const by = key.by === 'policy' ? say('  (datorns policy)', '  (the computer’s policy)') : '';
    return `${keyText(key, language)}${by}`;
  });
  const held = series.map((one) => {
    const pin =
      one.pin === null
        ? say('inte signerad', 'not signed')
        : `${one.pin.keyId} (${GROUNDS[one.pin.by][language]})`;
    const open =
      one.acceptsUnsigned || one.acceptsUnproven.length > 0
        ? say('; osignerade paket tas in', '; unsigned packages are taken in')
        : '';
    return `${oneLine(one.series)}: ${pin}${open}`;
  });
  return [...(rows.length === 0 ? [say('Inga betrodda nycklar.', 'No trusted keys.')] : rows), ...held].join(
    '\n',
  );
}
