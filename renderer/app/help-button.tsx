import { memo } from 'react';
import type { ReactNode } from 'react';
import { Button } from 'react-aria-components';
import { Icon } from '../components/icons.tsx';
import { useWords } from '../i18n/words.tsx';

/** Opens the help, which the key `?` does too. */
export const HelpButton = memo(function HelpButton({ onPress }: { readonly onPress: () => void }): ReactNode {
  const { t } = useWords();
  return (
    <Button className="quiet-button head-button" onPress={onPress}>
      <Icon name="help" />
      <span className="head-words">{t('help.short')}</span>
    </Button>
  );
});
