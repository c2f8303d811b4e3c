import { memo } from 'react';
import type { ReactNode } from 'react';
import {
  Button,
  Dialog,
  DialogTrigger,
  Group,
  Heading,
  Label,
  Popover,
  Radio,
  RadioGroup,
} from 'react-aria-components';
import type { Settings } from '../../../main/contract/index.ts';
import { Icon } from '../../components/icons.tsx';
import { SwitchField } from '../../components/switch-field.tsx';
import { useWords } from '../../i18n/words.tsx';
import type { WordKey } from '../../i18n/words.tsx';
import { NORMAL_SIZE, nextSize } from '../../state/text-size.ts';
import './settings.css';

interface SettingsButtonProps {
  readonly settings: Settings;
  readonly onChange: (settings: Settings) => void;
}

const themes = {
  system: 'theme.system',
  light: 'theme.light',
  dark: 'theme.dark',
} as const satisfies Readonly<Record<Settings['theme'], WordKey>>;

const languages = [
  { id: 'sv', name: 'Svenska' },
  { id: 'en', name: 'English' },
] as const;

/** Language, theme and text size: what is set holds at once. */
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
            label={t('settings.language')}
            value={settings.language}
            choices={languages.map(({ id, name }) => ({ id, label: name, lang: id }))}
            onChange={(language) => onChange({ ...settings, language })}
          />
          <Choices
            label={t('settings.theme')}
            value={settings.theme}
            choices={(['system', 'light', 'dark'] as const).map((id) => ({ id, label: t(themes[id]) }))}
            onChange={(theme) => onChange({ ...settings, theme })}
          />
          <TextSize settings={settings} onChange={onChange} />
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

interface ChoicesProps<T extends string> {
  readonly label: string;
  readonly value: T;
  readonly choices: readonly { readonly id: T; readonly label: string; readonly lang?: string }[];
  readonly onChange: (value: T) => void;
}

function Choices<T extends string>(props: ChoicesProps<T>): ReactNode {
  return (
    <RadioGroup
      className="choices"
      orientation="horizontal"
      value={props.value}
      onChange={(value) => {
        const chosen = props.choices.find((choice) => choice.id === value);
        if (chosen !== undefined) props.onChange(chosen.id);
      }}
    >
      <Label className="settings-label">{props.label}</Label>
      <div className="segments">
        {props.choices.map((choice) => (
          <Radio key={choice.id} value={choice.id} className="segment">
            <span lang={choice.lang}>{choice.label}</span>
          </Radio>
        ))}
      </div>
    </RadioGroup>
  );
}

function TextSize({ settings, onChange }: SettingsButtonProps): ReactNode {
  const { t } = useWords();
  const set = (textSize: number): void => onChange({ ...settings, textSize });
  const { textSize } = settings;
  return (
    <Group className="choices" aria-label={t('settings.text-size')}>
      <span className="settings-label" aria-hidden="true">
        {t('settings.text-size')}
      </span>
      <div className="segments">
        <Button
          className="segment"
          isDisabled={nextSize(textSize, -1) === textSize}
          onPress={() => set(nextSize(textSize, -1))}
        >
          {t('settings.smaller')}
        </Button>
        <Button className="segment" onPress={() => set(NORMAL_SIZE)}>
          <output>{t('settings.percent', { percent: textSize })}</output>
        </Button>
        <Button
          className="segment"
          isDisabled={nextSize(textSize, 1) === textSize}
          onPress={() => set(nextSize(textSize, 1))}
        >
          {t('settings.larger')}
        </Button>
      </div>
    </Group>
  );
}
