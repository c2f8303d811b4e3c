import { memo } from 'react';
import type { ReactNode } from 'react';
import { Button, Dialog, DialogTrigger, Heading, Popover } from 'react-aria-components';
import { lineWidths, themes } from '../../../main/contract/index.ts';
import type { Settings } from '../../../main/contract/index.ts';
import { Icon } from '../../components/icons.tsx';
import { SwitchField } from '../../components/switch-field.tsx';
import { useWords } from '../../i18n/words.tsx';
import type { PlainKey } from '../../i18n/words.tsx';
import { Choices } from './choices.tsx';
import { LinesPicture, ThemePicture } from './pictures.tsx';
import { TextSizeField } from './text-size-field.tsx';
import './settings.css';

interface SettingsButtonProps {
  readonly settings: Settings;
  readonly onChange: (settings: Settings) => void;
}

const themeWords = {
  system: 'theme.system',
  light: 'theme.light',
  dark: 'theme.dark',
  sepia: 'theme.sepia',
  contrast: 'theme.contrast',
} as const satisfies Readonly<Record<Settings['theme'], PlainKey>>;

const widthWords = {
  narrow: 'width.narrow',
  normal: 'width.normal',
  wide: 'width.wide',
} as const satisfies Readonly<Record<(typeof lineWidths)[number], PlainKey>>;

const languages = [
  { id: 'sv', label: 'Svenska', lang: 'sv' },
  { id: 'en', label: 'English', lang: 'en' },
] as const;

/** Language, theme, text size and line width: what is set holds at once. */
export const SettingsButton = memo(function SettingsButton({
  settings,
  onChange,
}: SettingsButtonProps): ReactNode {
  const { t } = useWords();
  return (
    <DialogTrigger>
      <Button className="quiet-button head-button">
        <Icon name="settings" />
        <span className="head-words">{t('settings.title')}</span>
      </Button>
      <Popover className="popover settings-popover" placement="bottom end" offset={6}>
        <Dialog className="settings">
          <Heading slot="title" level={2} className="only-heard">
            {t('settings.title')}
          </Heading>
          <Choices
            label={t('settings.theme')}
            value={settings.theme}
            choices={themes.map((id) => ({
              id,
              label: t(themeWords[id]),
              picture: <ThemePicture theme={id} />,
            }))}
            onChange={(theme) => onChange({ ...settings, theme })}
          />
          <TextSizeField
            textSize={settings.textSize}
            onChange={(textSize) => onChange({ ...settings, textSize })}
          />
          <Choices
            label={t('settings.line-width')}
            value={settings.lineWidth ?? 'normal'}
            choices={lineWidths.map((id) => ({
              id,
              label: t(widthWords[id]),
              picture: <LinesPicture width={id} />,
            }))}
            onChange={(lineWidth) => onChange({ ...settings, lineWidth })}
          />
          <Choices
            label={t('settings.language')}
            value={settings.language}
            choices={languages}
            onChange={(language) => onChange({ ...settings, language })}
          />
          <SwitchField
            label={t('settings.single-keys')}
            hint={t('settings.single-keys-hint')}
            isOn={settings.singleKeys !== false}
            onChange={(singleKeys) => onChange({ ...settings, singleKeys })}
          />
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
});
