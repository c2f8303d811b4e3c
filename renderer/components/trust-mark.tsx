import type { ReactNode } from 'react';
import { useWords } from '../i18n/words.tsx';
import type { WordKey } from '../i18n/words.tsx';
import type { ArchiveMark } from '../state/package-mark.ts';
import { Icon } from './icons.tsx';
import type { IconName } from './icons.tsx';

const words = {
  trusted: 'mark.trusted',
  accepted: 'mark.accepted',
  removed: 'mark.removed',
  unproven: 'mark.unproven',
  unsigned: 'mark.unsigned',
  'not-verified': 'verified.not',
  verified: 'verified.yes',
  damaged: 'verified.damaged',
} as const satisfies Readonly<Record<ArchiveMark, WordKey>>;

const signs: Readonly<Record<ArchiveMark, IconName>> = {
  trusted: 'shield-check',
  accepted: 'shield-alert',
  removed: 'shield-alert',
  unproven: 'shield-alert',
  unsigned: 'shield-off',
  'not-verified': 'shield',
  verified: 'shield-check',
  damaged: 'warning',
};

const tones: Readonly<Record<ArchiveMark, 'good' | 'warn' | 'bad' | 'quiet'>> = {
  trusted: 'good',
  accepted: 'warn',
  removed: 'warn',
  unproven: 'warn',
  unsigned: 'warn',
  'not-verified': 'quiet',
  verified: 'good',
  damaged: 'bad',
};

/** What is known of where a package comes from, as a sign with its word: the same wherever a package is shown. */
export function TrustMark(props: { readonly mark: ArchiveMark }): ReactNode {
  const { t } = useWords();
  const { mark } = props;
  return (
    <span className="trust-mark" data-tone={tones[mark]} data-mark={mark}>
      <Icon name={signs[mark]} />
      <span>{t(words[mark])}</span>
    </span>
  );
}
