import { useEffect, useState } from 'react';
import type { ReactNode } from 'react';
import { Header, Keyboard, Menu, MenuItem, MenuSection, MenuTrigger, Popover } from 'react-aria-components';
import type { IconName } from '../../components/icons.tsx';
import { ToolButton } from '../../components/tool-button.tsx';
import './out.css';

const SHOWN_MS = 2500;

/** One thing that the menu does. */
export interface OutItem {
  readonly id: string;
  readonly label: string;
  /** The keys that do the same, as they stand on the keyboard. */
  readonly keys?: string;
  readonly onAction: () => void;
}

/** Things that belong together, under a heading. */
export interface OutSection {
  readonly title: string;
  readonly items: readonly OutItem[];
}

interface OutMenuProps {
  readonly icon: IconName;
  readonly label: string;
  readonly sections: readonly OutSection[];
  /** What was just done, said on the button for a moment. */
  readonly done: Said | null;
  readonly onOpen?: () => void;
}

/** Something said for a moment; another object says it anew. */
export interface Said {
  readonly text: string;
}

/** A button with a menu of ways out. */
export function OutMenu(props: OutMenuProps): ReactNode {
  const said = useForAMoment(props.done);
  const { onOpen } = props;
  return (
    <>
      <MenuTrigger onOpenChange={(isOpen) => (isOpen ? onOpen?.() : undefined)}>
        <ToolButton icon={said === null ? props.icon : 'check'} label={said ?? props.label} />
        <Popover className="popover out-popover" placement="bottom end" offset={4} aria-label={props.label}>
          <Menu className="out-menu" aria-label={props.label}>
            {props.sections.map((section) => (
              <MenuSection key={section.title} className="out-section">
                <Header className="out-head">{section.title}</Header>
                {section.items.map(({ id, label, keys, onAction }) => (
                  <MenuItem key={id} id={id} className="select-item" textValue={label} onAction={onAction}>
                    <span>{label}</span>
                    {keys === undefined ? null : <Keyboard>{keys}</Keyboard>}
                  </MenuItem>
                ))}
              </MenuSection>
            ))}
          </Menu>
        </Popover>
      </MenuTrigger>
      <output className="only-heard">{said ?? ''}</output>
    </>
  );
}

function useForAMoment(said: Said | null): string | null {
  const [over, setOver] = useState<Said | null>(null);
  useEffect(() => {
    if (said === null) return;
    const timer = setTimeout(() => setOver(said), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [said]);
  return said === null || said === over ? null : said.text;
}
