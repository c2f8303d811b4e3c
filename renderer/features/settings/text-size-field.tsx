import type { ReactNode } from 'react';
import { Button, Group } from 'react-aria-components';
import { useWords } from '../../i18n/words.tsx';
import { NORMAL_SIZE, nextSize } from '../../state/text-size.ts';

/** A small one and a large one show what the buttons do. */
const LETTER = 'A';

interface TextSizeFieldProps {
  /** In percent of the normal one. */
  readonly textSize: number;
  readonly onChange: (textSize: number) => void;
}

/** A step smaller, back to normal, a step larger. */
export function TextSizeField({ textSize, onChange }: TextSizeFieldProps): ReactNode {
  const { t } = useWords();
  const [smaller, larger] = [nextSize(textSize, -1), nextSize(textSize, 1)];
  return (
    <Group className="choices" aria-label={t('settings.text-size')}>
      <span className="settings-label" aria-hidden="true">
        {t('settings.text-size')}
      </span>
      <div className="segments">
        <Button
          className="segment"
          aria-label={t('settings.smaller')}
          isDisabled={smaller === textSize}
          onPress={() => onChange(smaller)}
        >
          <span className="size-small">{LETTER}</span>
        </Button>
        <Button className="segment" onPress={() => onChange(NORMAL_SIZE)}>
          <output>{t('settings.percent', { percent: textSize })}</output>
          <span className="only-heard">{t('settings.normal-size')}</span>
        </Button>
        <Button
          className="segment"
          aria-label={t('settings.larger')}
          isDisabled={larger === textSize}
          onPress={() => onChange(larger)}
        >
          <span className="size-large">{LETTER}</span>
        </Button>
      </div>
    </Group>
  );
}
