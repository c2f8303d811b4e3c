import type { ReactNode } from 'react';
import { Label, Radio, RadioGroup } from 'react-aria-components';

interface ChoicesProps<T extends string> {
  readonly label: string;
  readonly value: T;
  readonly choices: readonly {
    readonly id: T;
    readonly label: string;
    readonly lang?: string;
    /** What it looks like. */
    readonly picture?: ReactNode;
  }[];
  readonly onChange: (value: T) => void;
}

/** One of a few, side by side; with pictures where they have any. */
export function Choices<T extends string>(props: ChoicesProps<T>): ReactNode {
  const hasPictures = props.choices.some(({ picture }) => picture !== undefined);
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
      <div className={hasPictures ? 'pictured' : 'segments'}>
        {props.choices.map(({ id, label, lang, picture }) => (
          <Radio key={id} value={id} className={hasPictures ? 'pictured-choice' : 'segment'}>
            {picture}
            <span lang={lang}>{label}</span>
          </Radio>
        ))}
      </div>
    </RadioGroup>
  );
}
