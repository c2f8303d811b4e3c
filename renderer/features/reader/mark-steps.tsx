import type { ReactNode } from 'react';
import { Button } from 'react-aria-components';
import { Icon } from '../../components/icons.tsx';
import type { Words } from '../../i18n/words.tsx';
import { useWords } from '../../i18n/words.tsx';
import type { MarkWalk } from './use-marks.ts';

/** From one marked place to the one before it and the next. */
export function MarkSteps({ walk }: { readonly walk: MarkWalk }): ReactNode {
  const { t } = useWords();
  return (
    <>
      <Button className="icon-button" aria-label={t('marks.previous')} onPress={walk.previous}>
        <Icon name="arrow-up" />
      </Button>
      <Button className="icon-button" aria-label={t('marks.next')} onPress={walk.next}>
        <Icon name="arrow-down" />
      </Button>
    </>
  );
}

/** Which of the marked places the walk is at, or how many there are before it has begun. */
export function markPlace({ current, count }: MarkWalk, { t }: Words): string {
  return current === null ? t('marks.count', { count }) : t('marks.place', { place: current + 1, count });
}
