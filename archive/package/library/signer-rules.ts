import type { ImportDecision, Signer, SignerGround, Trust } from '../../model/library.ts';
import { problem } from '../../model/problem.ts';
import type { Problem } from '../../model/problem.ts';
import { sha256 } from '../identity.ts';
import type { SignatureCheck } from '../signing/check-signature.ts';
import { publicKeyString } from '../signing/public-key.ts';
import type { KeyChange } from './key-change.ts';
import type { Pin, SeriesState } from './library-file.ts';
import { groundOfKey, keyView, pinStands, signedTrust } from './trust.ts';
import type { Believed } from './trust.ts';

/** What a series is held to. */
export type Standing = Pick<SeriesState, 'pin' | 'acceptsUnsigned' | 'acceptsUnproven'>;

/** What is known when a package's signer is judged. */
export interface SignerContext {
  readonly series: string;
  readonly sequence: number;
  readonly standing: Standing;
  readonly believed: Believed;
  /** Statements that came with the packages, each signed by the key it hands over from. */
  readonly keyChanges: readonly KeyChange[];
}

/** What a package's signature is worth: it may come in, perhaps after a decision; or it may not. */
export type SignerVerdict =
  | {
      readonly isRefused: false;
      readonly signer: Signer;
      readonly trust: Trust;
      /** What the series is held to from here on. */
      readonly standing: Standing;
      readonly decision: ImportDecision | null;
      readonly warning: Problem | null;
    }
  | { readonly isRefused: true; readonly signer: Signer; readonly problem: Problem };

/**
 * Judges who signed a package. A series is held to its first signer: another key, even a trusted one, extends it only with a
 * statement of the former key's owner or by a person's decision, and nothing unsigned extends what is signed.
 */
export function judgeSigner(check: SignatureCheck, context: SignerContext): SignerVerdict {
  switch (check.state) {
    case 'signed-by-known':
      return judgeKey(publicKeyString(check.key), context);
    case 'unsigned':
      return judgeUnsigned(context);
    case 'signed-by-unknown':
      return judgeUnproven(check.keyId, context);
    case 'bad':
      return {
        isRefused: true,
        signer: { state: 'unproven', keyId: check.keyId ?? '' },
        problem: check.problem,
      };
  }
}

/** How a signer is shown where nothing is to be decided about it. */
export function signerOf(check: SignatureCheck, trust: Trust, believed: Believed): Signer {
  if (check.state === 'unsigned') return { state: 'unsigned' };
  if (check.state !== 'signed-by-known') return { state: 'unproven', keyId: check.keyId ?? '' };
  const by = trust.state === 'signed' ? trust.by : null;
  return { state: 'signed', ...keyView(publicKeyString(check.key), believed), by, pinned: true };
}

function judgeKey(key: string, context: SignerContext): SignerVerdict {
  const { standing, believed } = context;
  const { pin } = standing;
  if (pin === null) return newSigner(key, context);
  if (pin.key !== key) return otherSigner(key, pin, context);
  if (!pinStands(pin, believed)) return newSigner(key, context);
  // A pin that was taken back stands again with a key that is trusted again.
  const by = pin.by === 'removed' ? (groundOfKey(key, believed) ?? pin.by) : pin.by;
  return signed(key, by, context);
}

/** The first signer of a series, or one who is no longer believed. */
function newSigner(key: string, context: SignerContext): SignerVerdict {
  const ground = groundOfKey(key, context.believed);
  if (ground !== null) return signed(key, ground, context);
  if (!context.believed.policy.allowOwnKeys) return refusedByPolicy(signedBy(key, null, context), context);
  const { series, believed } = context;
  const to = keyView(key, believed);
  return asking({ kind: 'accept-key', id: idOf('accept-key', series, key), series, to }, key, context);
}

/** Another signer than the one that the series is held to. */
function otherSigner(key: string, pin: Pin, context: SignerContext): SignerVerdict {
  const { series, believed } = context;
  const [from, to] = [keyView(pin.key, believed), keyView(key, believed)];
  if (pinStands(pin, believed) && isHandedOver(pin.key, key, context)) {
    const warning = problem('import-key-changed', undefined, { series, from: from.keyId, to: to.keyId });
    return { ...signed(key, 'statement', context), warning };
  }
  if (groundOfKey(key, believed) === null && !believed.policy.allowOwnKeys)
    return refusedByPolicy(signedBy(key, null, context), context);
  const id = idOf('accept-key-change', series, pin.key, key);
  return asking({ kind: 'accept-key-change', id, series, from, to }, key, context);
}

/** Whether statements lead from one key to another, each signed by the key before. */
function isHandedOver(from: string, to: string, { series, keyChanges }: SignerContext): boolean {
  const reached = new Set([from]);
  // A key that is added while it is walked over is walked over too.
  for (const key of reached)
    for (const change of keyChanges)
      if (change.series === series && change.from === key) reached.add(change.to);
  return reached.has(to);
}

function judgeUnsigned(context: SignerContext): SignerVerdict {
  const { series, sequence, standing, believed } = context;
  const signer: Signer = { state: 'unsigned' };
  if (standing.pin !== null) {
    const { keyId } = keyView(standing.pin.key, believed);
    const params = { series, sequence, key: keyId };
    return { isRefused: true, signer, problem: problem('import-unsigned-extends-signed', undefined, params) };
  }
  if (!believed.policy.allowUnsigned) return refusedByPolicy(signer, context);
  const id = idOf('accept-unsigned', series);
  return {
    isRefused: false,
    signer,
    trust: { state: 'unsigned' },
    standing: { ...standing, acceptsUnsigned: true },
    decision: standing.acceptsUnsigned ? null : { kind: 'accept-unsigned', id, series },
    warning: null,
  };
}

/** A signature that names a key which nobody here has: worth no more than none. */
function judgeUnproven(keyId: string, context: SignerContext): SignerVerdict {
  const { series, sequence, standing, believed } = context;
  const signer: Signer = { state: 'unproven', keyId };
  if (standing.pin !== null) {
    const params = { series, sequence, claimed: keyId, key: keyView(standing.pin.key, believed).keyId };
    return { isRefused: true, signer, problem: problem('import-signer-unproven', undefined, params) };
  }
  if (!believed.policy.allowUnsigned) return refusedByPolicy(signer, context);
  const isAccepted = standing.acceptsUnproven.includes(keyId);
  const id = idOf('accept-unproven', series, keyId);
  return {
    isRefused: false,
    signer,
    trust: { state: 'unproven', keyId },
    standing: isAccepted ? standing : { ...standing, acceptsUnproven: [...standing.acceptsUnproven, keyId] },
    decision: isAccepted ? null : { kind: 'accept-unproven', id, series, keyId },
    warning: null,
  };
}

type Accepted = Extract<SignerVerdict, { isRefused: false }>;

function signed(key: string, by: SignerGround, context: SignerContext): Accepted {
  return {
    isRefused: false,
    signer: signedBy(key, by, context),
    trust: signedTrust(key, by),
    standing: { ...context.standing, pin: { key, by } },
    decision: null,
    warning: null,
  };
}

/** May come in when a person says so. */
function asking(decision: ImportDecision, key: string, context: SignerContext): Accepted {
  return { ...signed(key, 'accepted', context), signer: signedBy(key, null, context), decision };
}

function signedBy(key: string, by: SignerGround | null, { standing, believed }: SignerContext): Signer {
  return { state: 'signed', ...keyView(key, believed), by, pinned: standing.pin?.key === key };
}

function refusedByPolicy(signer: Signer, { series, sequence, believed }: SignerContext): SignerVerdict {
  const file = believed.policy.file ?? undefined;
  return {
    isRefused: true,
    signer,
    problem: problem('import-policy-refuses', undefined, {
      series,
      sequence,
      ...(file === undefined ? {} : { file }),
    }),
  };
}

/** The same decision has the same id each time it is asked for, so that what a person accepted is what is meant. */
function idOf(...parts: readonly string[]): string {
  return sha256(JSON.stringify(parts)).slice(0, 16);
}
