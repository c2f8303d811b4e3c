import type { ReactNode } from 'react';
import { Button } from 'react-aria-components';
import type { CorrectionView, ReleaseView } from '../../../main/contract/index.ts';
import { useWords } from '../../i18n/words.tsx';
import { useReleaseWork, useWork, useWorkStore } from '../../state/work-context.tsx';
import { CorrectionDialog } from './correction-dialog.tsx';
import { correctionSentence } from './correction-words.ts';
import { standingWords } from './standing-words.ts';

/** What the reader has said is wrong of the release, as hers, beside what the archive says; and a way to say so. */
export function ReaderKnown({ view }: { readonly view: ReleaseView }): ReactNode {
  const { t } = useWords();
  const store = useWorkStore();
  const { correcting } = useWork();
  const { corrections } = useReleaseWork(view.id, view.version);
  return (
    <section className="known" aria-label={t('corrections.yours')}>
      {corrections.length === 0 ? null : (
        <ul className="known-list">
          {corrections.map((one) => (
            <Known key={one.id} correction={one} />
          ))}
        </ul>
      )}
      <Button
        className="link-button known-report"
        onPress={() => store.correct({ of: null, evidence: null })}
      >
        {t('correct.begin')}
      </Button>
      {correcting === null ? null : <CorrectionDialog view={view} correcting={correcting} />}
    </section>
  );
}

function Known({ correction }: { readonly correction: CorrectionView }): ReactNode {
  const words = useWords();
  const { t } = words;
  const store = useWorkStore();
  const { corrected, ground, standing } = correction;
  const sentence = correctionSentence(corrected, words);
  return (
    <li className="known-item">
      <p className="known-head">
        <span className="known-yours">{t('correct.yours')}</span>
        {standing === 'open' || standing === 'unknown' ? null : (
          <span className="known-standing">{t(standingWords[standing])}</span>
        )}
      </p>
      <p>{sentence}</p>
      {ground === '' ? null : <p className="known-standing">{ground}</p>}
      <div className="note-actions-row">
        <Button
          className="link-button"
          aria-label={t('correct.edit-named', { correction: sentence })}
          onPress={() => store.correct({ of: correction, evidence: null })}
        >
          {t('note.edit')}
        </Button>
        <Button
          className="link-button"
          aria-label={t('correct.withdraw-named', { correction: sentence })}
          onPress={() =>
            void store.change({ do: 'remove-corrections', ids: [correction.id] }, ({ t: say }) =>
              say('correct.withdrawn'),
            )
          }
        >
          {t('correct.withdraw')}
        </Button>
      </div>
    </li>
  );
}
