import type { ReactNode } from 'react';
import { Button, Label, ProgressBar } from 'react-aria-components';
import { useWords } from '../i18n/words.tsx';

interface WorkProgressProps {
  readonly label: string;
  /** Null while nothing is known of how long it takes. */
  readonly share: { readonly done: number; readonly total: number } | null;
  readonly onCancel: () => void;
}

/** Long work: what it is, how far it has come, and a way to stop it. */
export function WorkProgress(props: WorkProgressProps): ReactNode {
  const { t } = useWords();
  const { share } = props;
  const known = share !== null && share.total > 0;
  return (
    <div className="work">
      <ProgressBar
        className="work-bar"
        isIndeterminate={!known}
        value={known ? share.done : 0}
        maxValue={known ? share.total : 1}
      >
        {({ percentage }) => (
          <>
            <div className="work-words">
              <Label>{props.label}</Label>
              {known ? (
                <span className="work-count">
                  {t('work.count', { done: share.done, total: share.total })}
                </span>
              ) : null}
            </div>
            <svg className="work-track" aria-hidden="true" preserveAspectRatio="none" viewBox="0 0 100 1">
              <rect className="work-fill" width={percentage ?? 18} height="1" />
            </svg>
          </>
        )}
      </ProgressBar>
      <Button className="button" onPress={props.onCancel}>
        {t('work.cancel')}
      </Button>
    </div>
  );
}
