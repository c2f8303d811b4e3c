import { useEffect, useState } from 'react';
import type { ReactNode } from 'react';
import { Button } from 'react-aria-components';
import { useWords } from '../i18n/words.tsx';
import { copyText } from './clipboard.ts';
import { Icon } from './icons.tsx';

type Outcome = 'none' | 'copied' | 'refused';

const SHOWN_MS = 2500;

interface CopyButtonProps {
  /** What comes on the clipboard; asked for when pressed. */
  readonly text: () => string;
  readonly label: string;
  /** Said to assistive technology instead of the label, where the label alone would not tell what is copied. */
  readonly longLabel?: string;
  readonly className?: string;
}

/** Copies a text and says that it did. */
export function CopyButton(props: CopyButtonProps): ReactNode {
  const { t } = useWords();
  const [outcome, setOutcome] = useState<Outcome>('none');
  useEffect(() => {
    if (outcome === 'none') return;
    const timer = setTimeout(() => setOutcome('none'), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [outcome]);
  const copy = (): void => {
    void copyText(props.text()).then((done) => setOutcome(done ? 'copied' : 'refused'));
  };
  const said =
    outcome === 'copied' ? t('copy.done') : outcome === 'refused' ? t('copy.refused') : props.label;
  return (
    <>
      <Button
        className={props.className ?? 'quiet-button'}
        aria-label={outcome === 'none' ? (props.longLabel ?? props.label) : said}
        onPress={copy}
      >
        <Icon name={outcome === 'copied' ? 'check' : 'copy'} />
        <span>{said}</span>
      </Button>
      <output className="only-heard">{outcome === 'none' ? '' : said}</output>
    </>
  );
}
