import type { ReactNode } from 'react';
import type { ImportedPackage } from '../../../main/contract/index.ts';
import { Fingerprint } from '../../components/fingerprint.tsx';
import { Icon } from '../../components/icons.tsx';
import { useWords } from '../../i18n/words.tsx';
import type { Words } from '../../i18n/words.tsx';

type Signer = ImportedPackage['signer'];

/** Who signed a package that would come in, and what that is worth here. */
export function SignerView({ signer }: { readonly signer: Signer }): ReactNode {
  const words = useWords();
  const isKnown = signer.state === 'signed' && signer.by !== null && signer.by !== 'removed';
  return (
    <div className="signer" data-tone={isKnown ? 'good' : 'warn'}>
      <p className="signer-said">
        <Icon name={isKnown ? 'shield-check' : signer.state === 'unsigned' ? 'shield-off' : 'shield-alert'} />
        <span>{signerSaid(signer, words)}</span>
      </p>
      {signer.state === 'signed' ? (
        <Fingerprint fingerprint={signer.fingerprint} keyId={signer.keyId} />
      ) : null}
    </div>
  );
}

function signerSaid(signer: Signer, { t }: Words): string {
  if (signer.state === 'unsigned') return t('signer.unsigned');
  if (signer.state === 'unproven') return t('signer.unproven', { id: signer.keyId });
  const { name } = signer;
  switch (signer.by) {
    case 'trusted':
    case 'policy':
      return name === null ? t('signer.trusted') : t('signer.trusted-named', { name });
    case 'accepted':
      return t('signer.pinned');
    case 'statement':
      return t('signer.statement');
    case 'removed':
      return t('signer.removed');
    case null:
      return t('signer.unknown');
  }
}
