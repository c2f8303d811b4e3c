import type { ReactNode } from 'react';
import { Button, Disclosure, DisclosurePanel, Heading } from 'react-aria-components';
import { Icon } from './icons.tsx';

interface FoldProps {
  readonly title: ReactNode;
  /** A word or number beside the title. */
  readonly aside?: ReactNode;
  readonly level: 2 | 3 | 4;
  readonly className: string;
  readonly isOpen: boolean;
  readonly onOpenChange: (open: boolean) => void;
  readonly children: ReactNode;
}

/** A section that opens and closes under its heading. */
export function Fold(props: FoldProps): ReactNode {
  return (
    <Disclosure
      className={`fold ${props.className}`}
      isExpanded={props.isOpen}
      onExpandedChange={props.onOpenChange}
    >
      <Heading level={props.level} className="fold-heading">
        <Button slot="trigger" className="fold-trigger">
          <Icon name={props.isOpen ? 'chevron-down' : 'chevron-right'} />
          <span className="fold-title">{props.title}</span>
          {props.aside === undefined ? null : <span className="fold-aside">{props.aside}</span>}
        </Button>
      </Heading>
      <DisclosurePanel className="fold-panel">{props.isOpen ? props.children : null}</DisclosurePanel>
    </Disclosure>
  );
}
