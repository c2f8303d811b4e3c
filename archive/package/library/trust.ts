import type { InstalledPackage, KeyView, SignerGround, Trust } from '../../model/library.ts';
import { decodePublicKey, fingerprint } from '../signing/public-key.ts';
import type { PublicKey } from '../signing/public-key.ts';
import type { LibraryState, Pin, TrustedKey } from './library-file.ts';
import type { Policy } from './policy.ts';

/** Whose keys count at this machine. */
export interface Believed {
  readonly policy: Policy;
  /** Keys that a person added here; none where the policy says that only its own count. */
  readonly trustedKeys: readonly TrustedKey[];
  /** Whether keys that persons here accepted or added count. */
  readonly ownKeysCount: boolean;
}

/** Whose keys count, by the policy and by what persons decided here. A policy that cannot be read takes no decision back. */
export function believedBy(state: LibraryState, policy: Policy): Believed {
  const ownKeysCount = policy.allowOwnKeys || policy.problem !== null;
  return { policy, ownKeysCount, trustedKeys: ownKeysCount ? state.trustedKeys : [] };
}

/** Why a key counts by itself, whatever the series; null when it does not. */
export function groundOfKey(key: string, { policy, trustedKeys }: Believed): 'policy' | 'trusted' | null {
  if (policy.trustedKeys.some((one) => one.key === key)) return 'policy';
  return trustedKeys.some((one) => one.key === key) ? 'trusted' : null;
}

/** Whether a series' pin still vouches for its key: whoever believed in the key has not taken that back. */
export function pinStands(pin: Pin, believed: Believed): boolean {
  if (groundOfKey(pin.key, believed) !== null) return true;
  return believed.ownKeysCount && (pin.by === 'accepted' || pin.by === 'statement');
}

/** A package's trust as it stands today: a signer that the policy or a person no longer believes in counts no more. */
export function trustToday({ trust }: InstalledPackage, believed: Believed): Trust {
  if (trust.state !== 'signed') return trust;
  const ground = groundOfKey(trust.key, believed);
  if (ground !== null) return trust.by === 'removed' ? { ...trust, by: ground } : trust;
  const isDecided = trust.by === 'accepted' || trust.by === 'statement';
  return isDecided && believed.ownKeysCount ? trust : { ...trust, by: 'removed' };
}

/** Every key that a signature can be checked with here, whether it counts or not. */
export function keysAtHand(state: LibraryState, policy: Policy): readonly string[] {
  return [
    ...policy.trustedKeys.map(({ key }) => key),
    ...state.trustedKeys.map(({ key }) => key),
    ...state.series.flatMap(({ pin }) => (pin === null ? [] : [pin.key])),
    ...state.packages.flatMap(({ trust }) => (trust.state === 'signed' ? [trust.key] : [])),
  ];
}

/** A key in base64 as it is shown, with the name it goes by here. */
export function keyView(key: string, believed: Believed): KeyView {
  const named = [...believed.trustedKeys, ...believed.policy.trustedKeys].find((one) => one.key === key);
  return { key, ...namesOf(decodePublicKey(key)), name: named?.name ?? null };
}

/** A key's id and fingerprint as one line each. */
export function namesOf(key: PublicKey): { readonly keyId: string; readonly fingerprint: string } {
  const { keyId, groups } = fingerprint(key);
  return { keyId, fingerprint: groups.join(' ') };
}

/** The trust of a package signed with a key. */
export function signedTrust(key: string, by: SignerGround): Trust {
  return { state: 'signed', key, ...namesOf(decodePublicKey(key)), by };
}

/** Whether a person means this key: its fingerprint, however it is parted, or the key itself. */
export function isMeant(text: string, key: string): boolean {
  const digits = text.replaceAll(/[\s-]/gu, '');
  return text === key || digits === namesOf(decodePublicKey(key)).fingerprint.replaceAll(' ', '');
}
