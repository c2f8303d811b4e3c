import { useEffect, useRef, useState } from 'react';
import type { ReactNode } from 'react';
import { Button } from 'react-aria-components';
import { Icon } from '../../components/icons.tsx';
import type { IconName } from '../../components/icons.tsx';
import { LiveText } from '../../components/live-text.tsx';
import { useWords } from '../../i18n/words.tsx';
import type { PlainKey } from '../../i18n/words.tsx';
import './welcome.css';

/** Something that a step lets one try at once. */
export interface Trial {
  readonly label: string;
  readonly onTry: () => void;
}

interface WelcomeCardProps {
  /** What can be tried at each step; null where there is nothing to try it on. */
  readonly trials: Readonly<Record<'search' | 'filter' | 'import', Trial | null>>;
  /** Whether it was asked for, and so takes the focus; otherwise it waits beside what one is doing. */
  readonly wasAskedFor: boolean;
  readonly onClose: () => void;
}

interface Step {
  readonly name: keyof WelcomeCardProps['trials'];
  readonly icon: IconName;
  readonly title: PlainKey;
  readonly said: PlainKey;
}

const steps: readonly Step[] = [
  { name: 'search', icon: 'search', title: 'welcome.search', said: 'welcome.search-said' },
  { name: 'filter', icon: 'filter', title: 'welcome.filter', said: 'welcome.filter-said' },
  { name: 'import', icon: 'archive', title: 'welcome.import', said: 'welcome.import-said' },
];
/** Told once the first results have been told. */
const TOLD_AFTER = 2500;

/**
 * Three steps into the room: searching, filtering, importing. It lies beside what one is doing and stops nothing; each
 * step can be tried on the archive that is open.
 */
export function WelcomeCard(props: WelcomeCardProps): ReactNode {
  const { trials, wasAskedFor, onClose } = props;
  const { t } = useWords();
  const [at, setAt] = useState(0);
  const card = useRef<HTMLElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (wasAskedFor) heading.current?.focus();
  }, [wasAskedFor]);
  useEffect(() => {
    const within = card.current;
    const leave = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape') return;
      event.preventDefault();
      onClose();
    };
    within?.addEventListener('keydown', leave);
    return () => within?.removeEventListener('keydown', leave);
  }, [onClose]);
  const step = steps[at];
  if (step === undefined) return null;
  const go = (to: number): void => {
    setAt(to);
    heading.current?.focus();
  };
  const trial = trials[step.name];
  return (
    <aside className="welcome" aria-label={t('welcome.title')} data-pane="welcome" ref={card}>
      {wasAskedFor ? null : <LiveText text={t('welcome.told')} after={TOLD_AFTER} />}
      <p className="welcome-head">
        <span>{t('welcome.title')}</span>
        <span className="welcome-step">{t('welcome.step', { step: at + 1, of: steps.length })}</span>
      </p>
      <h2 className="welcome-title" ref={heading} tabIndex={-1} data-pane-focus="">
        <Icon name={step.icon} />
        <span>{t(step.title)}</span>
      </h2>
      <p className="welcome-said">{t(step.said)}</p>
      {trial === null ? null : (
        <Button className="button welcome-try" onPress={trial.onTry}>
          {trial.label}
        </Button>
      )}
      <div className="welcome-foot">
        {at === steps.length - 1 ? null : (
          <Button className="quiet-button" onPress={onClose}>
            {t('welcome.skip')}
          </Button>
        )}
        <span className="welcome-ways">
          {at === 0 ? null : (
            <Button className="button" onPress={() => go(at - 1)}>
              {t('welcome.before')}
            </Button>
          )}
          <Button
            className="button button-next"
            onPress={() => (at === steps.length - 1 ? onClose() : go(at + 1))}
          >
            {at === steps.length - 1 ? t('welcome.done') : t('welcome.next')}
          </Button>
        </span>
      </div>
    </aside>
  );
}
