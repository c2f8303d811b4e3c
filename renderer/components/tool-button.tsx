import type { ReactNode } from 'react';
import { Button, Tooltip, TooltipTrigger } from 'react-aria-components';
import { Icon } from './icons.tsx';
import type { IconName } from './icons.tsx';

interface ToolButtonProps {
  readonly icon: IconName;
  readonly label: string;
  /** Left out where what stands around the button opens by it. */
  readonly onPress?: () => void;
  /** Whether what it makes is made already. */
  readonly isKept?: boolean;
  /** Whether its words are the first to go where room is scarce. */
  readonly isBrief?: boolean;
}

const TOLD_AFTER_MS = 600;

/** A tool whose words go where room is scarce: they are said all the same, and told when it is pointed at. */
export function ToolButton(props: ToolButtonProps): ReactNode {
  const { icon, label, onPress, isKept = false, isBrief = false } = props;
  return (
    <TooltipTrigger delay={TOLD_AFTER_MS}>
      <Button
        className="quiet-button tool"
        data-kept={isKept ? '' : undefined}
        data-brief={isBrief ? '' : undefined}
        {...(onPress === undefined ? {} : { onPress })}
      >
        <Icon name={icon} />
        <span>{label}</span>
      </Button>
      <Tooltip className="tooltip" placement="bottom" offset={4}>
        {label}
      </Tooltip>
    </TooltipTrigger>
  );
}
