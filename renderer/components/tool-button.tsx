import type { ReactNode } from 'react';
import { Button, Tooltip, TooltipTrigger } from 'react-aria-components';
import { Icon } from './icons.tsx';
import type { IconName } from './icons.tsx';

interface ToolButtonProps {
  readonly icon: IconName;
  readonly label: string;
  readonly onPress: () => void;
}

const TOLD_AFTER_MS = 600;

/** A tool whose words go first where room is scarce: they are said all the same, and told when it is pointed at. */
export function ToolButton({ icon, label, onPress }: ToolButtonProps): ReactNode {
  return (
    <TooltipTrigger delay={TOLD_AFTER_MS}>
      <Button className="quiet-button tool-sign" onPress={onPress}>
        <Icon name={icon} />
        <span>{label}</span>
      </Button>
      <Tooltip className="tooltip" placement="bottom" offset={4}>
        {label}
      </Tooltip>
    </TooltipTrigger>
  );
}
