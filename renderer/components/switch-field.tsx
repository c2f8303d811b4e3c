import { memo } from 'react';
import type { ReactNode } from 'react';
import { Switch } from 'react-aria-components';

interface SwitchFieldProps {
  readonly label: string;
  readonly hint?: string;
  readonly isOn: boolean;
  readonly onChange: (on: boolean) => void;
}

/** Something that is on or off, with a line that says what it means. */
export const SwitchField = memo(function SwitchField(props: SwitchFieldProps): ReactNode {
  return (
    <Switch className="switch" isSelected={props.isOn} onChange={props.onChange}>
      <span className="switch-track" aria-hidden="true">
        <span className="switch-knob" />
      </span>
      <span className="switch-words">
        {props.label}
        {props.hint === undefined ? null : <small>{props.hint}</small>}
      </span>
    </Switch>
  );
});
