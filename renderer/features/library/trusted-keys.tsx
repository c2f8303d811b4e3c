import { useState } from 'react';
import type { ReactNode } from 'react';
import { Button } from 'react-aria-components';
import type { LibraryView, ReaderApi, TrustedKey } from '../../../main/contract/index.ts';
import { Fingerprint } from '../../components/fingerprint.tsx';
import { Icon } from '../../components/icons.tsx';
import { useWords } from '../../i18n/words.tsx';
import type { SessionActions } from '../../state/use-session.ts';
import { AddKey } from './add-key.tsx';

interface TrustedKeysProps {
  readonly api: ReaderApi;
  readonly library: LibraryView;
  readonly actions: SessionActions;
}

/** Whom this reader trusts: packages that these keys signed come in without a question. */
export function TrustedKeys({ api, library, actions }: TrustedKeysProps): ReactNode {
  const { t } = useWords();
  const [adds, setAdds] = useState(false);
  const [removed, setRemoved] = useState<TrustedKey | null>(null);
  const mayAdd = library.allowsOwnKeys && !library.isReadOnly;
  const remove = (key: TrustedKey): void => {
    setRemoved(key);
    actions.untrustKey(key.key);
  };
  const undo = async (key: TrustedKey): Promise<void> => {
    await api.trustKey({ key: key.key, name: key.name ?? key.keyId });
    setRemoved(null);
  };
  const isGone = removed !== null && !library.trustedKeys.some(({ key }) => key === removed.key);
  return (
    <section className="library-section" aria-labelledby="keys-title">
      <div className="section-head">
        <h2 id="keys-title">{t('keys.title')}</h2>
      </div>
      <p className="section-lead">
        {library.trustedKeys.length === 0 ? t('keys.none') : t('keys.said')}
        {library.allowsOwnKeys ? '' : ` ${t('keys.laid-down')}`}
      </p>
      {library.trustedKeys.length === 0 ? null : (
        <ul className="keys">
          {library.trustedKeys.map((key) => (
            <li key={key.key} className="key">
              <Icon name="key" />
              <div className="key-words">
                <p className="key-name">
                  <b>{key.name ?? t('key.unnamed')}</b>
                  {key.by === 'policy' ? <span>{t('key.by-policy')}</span> : null}
                </p>
                <Fingerprint fingerprint={key.fingerprint} keyId={key.keyId} />
              </div>
              {key.by === 'policy' || library.isReadOnly ? null : (
                <Button
                  className="quiet-button"
                  aria-label={t('key.remove-named', { name: key.name ?? key.keyId })}
                  onPress={() => remove(key)}
                >
                  <Icon name="trash" />
                  <span>{t('key.remove')}</span>
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
      {isGone ? (
        <div className="removed" aria-live="polite">
          <p>{t('key.removed', { name: removed.name ?? removed.keyId })}</p>
          <Button className="button" onPress={() => void undo(removed)}>
            <Icon name="undo" />
            <span>{t('removal.undo')}</span>
          </Button>
        </div>
      ) : null}
      {!mayAdd ? null : adds ? (
        <AddKey api={api} onDone={() => setAdds(false)} />
      ) : (
        <div className="buttons">
          <Button className="button" onPress={() => setAdds(true)}>
            <Icon name="plus" />
            <span>{t('key.add')}</span>
          </Button>
        </div>
      )}
    </section>
  );
}
