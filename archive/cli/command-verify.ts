import type { CheckedFile } from '../model/certificate.ts';
import { problem } from '../model/problem.ts';
import type { Problem } from '../model/problem.ts';
import { SIGNATURE } from '../package/entry-names.ts';
import { checkSignature } from '../package/signing/check-signature.ts';
import type { SignatureCheck } from '../package/signing/check-signature.ts';
import { readPublicKey } from '../package/signing/key-files.ts';
import { fingerprint } from '../package/signing/public-key.ts';
import type { PublicKey } from '../package/signing/public-key.ts';
import { certificateOf } from '../package/fixity/certify.ts';
import { saveCertificate } from '../package/fixity/save-certificate.ts';
import { verifyBag } from '../package/bagit/verify-bag.ts';
import type { BagReport } from '../package/bagit/verify-bag.ts';
import { verifyPackage } from '../package/verify.ts';
import type { VerifyReport } from '../package/verify.ts';
import { UsageError } from './arguments.ts';
import type { Parsed } from './arguments.ts';
import { commonOptions } from './command.ts';
import type { Command, CommandContext } from './command.ts';
import type { Language } from './language.ts';
import { problemLine } from './problems.ts';
import { programName } from './program.ts';

/** Who signed a package, as it is printed. */
interface SignatureReport {
  readonly state: SignatureCheck['state'];
  readonly keyId: string | null;
  /** Of the key that it was checked with. */
  readonly fingerprint: string | null;
  readonly trustedComment: string | null;
}

const CHAIN_UNCHECKED = {
  sv: 'Det bygger vidare på andra paket och är inte prövat mot dem; ange dem med --previous.',
  en: 'It goes on from other packages and was not checked against them; name them with --previous.',
};
const CHECKING = { sv: 'Kontrollerar', en: 'Checking' };

export const verifyCommand: Command = {
  name: 'verify',
  about: {
    sv: 'Kontrollera varje fil och post i ett arkivpaket, och vem som signerat det.',
    en: 'Check every file and record of an archive package, and who signed it.',
  },
  operands: ['DIR'],
  options: {
    previous: {
      value: 'DIR',
      repeated: true,
      about: {
        sv: 'paket som det bygger vidare på, hela kedjan: det prövas också mot dem',
        en: 'package that it goes on from, the whole chain: it is checked against them too',
      },
    },
    key: {
      value: 'FILE',
      repeated: true,
      about: {
        sv: 'öppen nyckel, som fil eller text, som paketet ska vara signerat med',
        en: 'public key, a file or its text, that the package must be signed with',
      },
    },
    certificate: {
      value: 'FILE',
      about: {
        sv: 'skriv ett intyg med varje fils resultat: .html för utskrift, annars JSON',
        en: 'write a certificate with every file’s result: .html to print, else JSON',
      },
    },
    bagit: {
      about: {
        sv: 'kontrollera en BagIt-bag av vad slag som helst, inte ett arkivpaket',
        en: 'check a BagIt bag of any kind, not an archive package',
      },
    },
    ...commonOptions,
  },
  run: async (parsed, { terminal, signal }) => {
    const dir = parsed.operands[0] ?? '';
    if (parsed.has('bagit')) return await checkBag(dir, parsed, { terminal, signal });
    const keys: PublicKey[] = [];
    for (const key of parsed.values('key')) keys.push(await readPublicKey(key));
    const entries: CheckedFile[] = [];
    const found = await verifyPackage(dir, {
      signal,
      previous: parsed.values('previous'),
      onProgress: (done, total) => terminal.progress(CHECKING, done, total),
      onFile: (file) => entries.push(file),
    });
    // Without a tag manifest there is nothing that could be signed: a fault in itself, and told as such.
    const signature = found.identity === null ? null : await checkSignature(dir, keys);
    const certificate = parsed.value('certificate');
    if (certificate !== undefined) {
      const of = await certificateOf(
        dir,
        { report: found, entries, signature },
        { checked: new Date(), program: programName() },
      );
      saveCertificate(of, certificate, terminal.language);
    }
    const report = signature === null ? found : withSignature(found, signature, keys);
    const signer = signature === null ? null : signatureReport(signature);
    if (parsed.has('json')) terminal.printJson({ ...report, signature: signer });
    else terminal.print(reportText(report, signer, terminal.language));
    return report.ok ? 0 : 1;
  },
};

/** A bag of someone else's: nobody's signature is known of it, so keys say nothing. */
async function checkBag(dir: string, parsed: Parsed, { terminal, signal }: CommandContext): Promise<number> {
  if (parsed.has('key'))
    throw new UsageError({
      sv: '--key gäller arkivpaket, inte andra bagar',
      en: '--key is for archive packages, not for other bags',
    });
  const report = await verifyBag(dir, {
    signal,
    onProgress: (done, total) => terminal.progress(CHECKING, done, total),
  });
  if (parsed.has('json')) terminal.printJson(report);
  else terminal.print(bagText(report, terminal.language));
  return report.valid ? 0 : 1;
}

function bagText({ complete, valid, problems, ...bag }: BagReport, language: Language): string {
  const say = (sv: string, en: string): string => (language === 'sv' ? sv : en);
  const state = valid
    ? say('Giltig', 'Valid')
    : complete
      ? say('OGILTIG', 'NOT VALID')
      : say('OFULLSTÄNDIG', 'NOT COMPLETE');
  const { files, bytes } = bag.payload;
  const head = say(
    `${state}: BagIt ${bag.version}, ${files} filer, ${bytes} byte, ${bag.algorithms.join(', ')}.`,
    `${state}: BagIt ${bag.version}, ${files} files, ${bytes} bytes, ${bag.algorithms.join(', ')}.`,
  );
  return [head, ...problems.map((found) => problemLine(found, language))].join('\n');
}

/** The report with what the signature lacks: of a package that must be signed by one of `keys`, when there are any. */
function withSignature(
  report: VerifyReport,
  signature: SignatureCheck,
  keys: readonly PublicKey[],
): VerifyReport {
  const lack = keys.length === 0 ? null : lackOf(signature);
  const isTold = report.problems.some(({ code }) => code === lack?.code);
  if (lack === null || isTold) return report;
  return { ...report, ok: false, problems: [...report.problems, lack] };
}

function lackOf(signature: SignatureCheck): Problem | null {
  switch (signature.state) {
    case 'signed-by-known':
      return null;
    case 'unsigned':
      return problem('package-not-signed', { file: SIGNATURE });
    case 'signed-by-unknown':
      return problem('package-signer-unknown', { file: SIGNATURE }, { key: signature.keyId });
    case 'bad':
      return signature.problem;
  }
}

function signatureReport(signature: SignatureCheck): SignatureReport {
  const { state, keyId } = signature;
  const isKnown = signature.state === 'signed-by-known';
  return {
    state,
    keyId,
    fingerprint: isKnown ? fingerprint(signature.key).groups.join(' ') : null,
    trustedComment: isKnown ? signature.trustedComment : null,
  };
}

function reportText(report: VerifyReport, signer: SignatureReport | null, language: Language): string {
  const { files, identity, problems } = report;
  const isWhole = problems.every(({ code }) => SIGNER_PROBLEMS.has(code));
  const head =
    language === 'sv'
      ? `${isWhole ? 'Helt' : 'SKADAT'}: ${files.intact} av ${files.listed} filer är som när paketet gjordes, ${files.bytes} byte.`
      : `${isWhole ? 'Intact' : 'DAMAGED'}: ${files.intact} of ${files.listed} files are as when the package was made, ${files.bytes} bytes.`;
  return [
    head,
    identity ?? '',
    signer === null ? '' : signerText(signer, language),
    report.isChainChecked === false ? CHAIN_UNCHECKED[language] : '',
    ...problems.map((found) => problemLine(found, language)),
  ]
    .filter((line) => line !== '')
    .join('\n');
}

/** What says nothing of the files, only of who vouches for them. */
const SIGNER_PROBLEMS: ReadonlySet<string> = new Set(['package-not-signed', 'package-signer-unknown']);

function signerText({ state, keyId, ...known }: SignatureReport, language: Language): string {
  const say = (sv: string, en: string): string => (language === 'sv' ? sv : en);
  const key = keyId ?? '';
  const comment = (known.trustedComment ?? '').replaceAll('\t', ' ');
  switch (state) {
    case 'unsigned':
      return say('Inte signerat.', 'Not signed.');
    case 'signed-by-known':
      return say(
        `Signerat av ${key} (${comment}), fingeravtryck ${known.fingerprint ?? ''}.`,
        `Signed by ${key} (${comment}), fingerprint ${known.fingerprint ?? ''}.`,
      );
    case 'signed-by-unknown':
      return say(
        `Signerat, som det sägs av nyckeln ${key}; inte prövat mot någon nyckel.`,
        `Signed, by what it says with the key ${key}; not checked with any key.`,
      );
    case 'bad':
      return say('SIGNATUREN GÄLLER INTE.', 'THE SIGNATURE DOES NOT HOLD.');
  }
}
