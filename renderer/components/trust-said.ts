import type { HeldPackage } from '../../main/contract/index.ts';
import type { Words } from '../i18n/words.tsx';
import { markOf } from '../state/package-mark.ts';

/** A sentence about where an installed package comes from, and on whose word it was taken in. */
export function trustSaid(of: Pick<HeldPackage, 'trust' | 'isTrusted' | 'signer'>, { t }: Words): string {
  const mark = markOf(of);
  switch (mark) {
    case 'trusted':
      return of.signer === null ? t('trust.trusted') : t('trust.trusted-named', { name: of.signer });
    case 'accepted':
      return t('trust.accepted');
    case 'removed':
      return t('trust.removed');
    case 'unproven':
      return t('trust.unproven');
    case 'unsigned':
    case null:
      return t('trust.unsigned');
  }
}
