import type { ReactNode } from 'react';
import { Button, Label, ListBox, ListBoxItem, Popover, Select, SelectValue } from 'react-aria-components';
import { Icon } from './icons.tsx';

interface SelectFieldProps<T extends string> {
  readonly label: string;
  readonly value: T;
  readonly choices: readonly { readonly id: T; readonly label: string }[];
  readonly onChange: (value: T) => void;
}

/** One choice of a few. */
export function SelectField<T extends string>(props: SelectFieldProps<T>): ReactNode {
  return (
    <Select
      className="select"
      value={props.value}
      onChange={(key) => {
        const chosen = props.choices.find((choice) => choice.id === key);
        if (chosen !== undefined) props.onChange(chosen.id);
      }}
    >
      <Label className="select-label">{props.label}</Label>
      <Button className="select-button">
        <SelectValue />
        <Icon name="chevron-down" />
      </Button>
      <Popover className="popover select-popover" placement="bottom end" offset={4} aria-label={props.label}>
        <ListBox className="select-list" aria-label={props.label}>
          {props.choices.map((choice) => (
            <ListBoxItem key={choice.id} id={choice.id} textValue={choice.label} className="select-item">
              {({ isSelected }) => (
                <>
                  <span>{choice.label}</span>
                  {isSelected ? <Icon name="check" /> : null}
                </>
              )}
            </ListBoxItem>
          ))}
        </ListBox>
      </Popover>
    </Select>
  );
}
