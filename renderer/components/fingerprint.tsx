import type { ReactNode } from 'react';
import { useWords } from '../i18n/words.tsx';

interface FingerprintProps {
  /** Eight groups of five digits, parted by spaces. */
  readonly fingerprint: string;
  readonly keyId: string;
}

/** A key in the form that two people compare, group by group; a screen reader reads digit by digit. */
export function Fingerprint({ fingerprint, keyId }: FingerprintProps): ReactNode {
  const { t } = useWords();
  return (
    <div className="fingerprint">
      <p className="fingerprint-name">
        <span>{t('key.fingerprint')}</span>
        <span className="fingerprint-id">{t('key.id', { id: keyId })}</span>
      </p>
      <p className="fingerprint-groups">
        {fingerprint.split(' ').map((group, index) => (
          <span key={`${index} ${group}`}>
            <span aria-hidden="true">{group}</span>
            <span className="only-heard">{`${group.split('').join(' ')}, `}</span>
          </span>
        ))}
      </p>
    </div>
  );
}
