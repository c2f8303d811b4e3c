import type { ReactNode } from 'react';
import { Button, Menu, MenuItem, MenuSection, MenuTrigger, Popover, Separator } from 'react-aria-components';
import { Icon } from '../../components/icons.tsx';
import { useWords } from '../../i18n/words.tsx';
import type { Tabs } from '../../state/tabs.ts';
import type { TabActions } from './tab-actions.ts';

/** As they stand on the keyboard. */
const keys = { close: 'Ctrl W', reopen: 'Ctrl Shift T' } as const;

interface TabMenuProps {
  readonly tabs: Tabs;
  readonly actions: TabActions;
}

/** Every tab by its whole title, and what can be done with the one in front: for many tabs, and for keys and voice. */
export function TabMenu({ tabs, actions }: TabMenuProps): ReactNode {
  const { t } = useWords();
  const { open, active, closed } = tabs;
  const choose = (key: string): void => {
    if (key === 'close') actions.close(active);
    else if (key === 'close-others') actions.closeOthers(active);
    else if (key === 'reopen') actions.reopen();
    else actions.show(Number(key));
  };
  return (
    <MenuTrigger>
      <Button className="quiet-button tab-menu-button">
        {t('tabs.menu-count', { count: open.length })}
        <Icon name="chevron-down" />
      </Button>
      <Popover className="popover tab-menu" placement="bottom end" offset={4} aria-label={t('tabs.menu')}>
        <Menu
          className="select-list"
          aria-label={t('tabs.menu')}
          disabledKeys={closed.length === 0 ? ['reopen'] : []}
          onAction={(key) => choose(String(key))}
        >
          <MenuSection aria-label={t('tabs.label')}>
            {open.map((tab, at) => (
              <MenuItem
                key={`${tab.releaseId} ${tab.version ?? ''}`}
                id={String(at)}
                className="select-item tab-menu-item"
                textValue={tab.title ?? t('tabs.unnamed')}
              >
                <span>{tab.title ?? t('tabs.unnamed')}</span>
                {at === active ? <Icon name="check" /> : null}
              </MenuItem>
            ))}
          </MenuSection>
          <Separator className="menu-line" />
          <MenuItem id="close" className="select-item">
            {t('tabs.close')} <kbd>{keys.close}</kbd>
          </MenuItem>
          <MenuItem id="close-others" className="select-item">
            {t('tabs.close-others')}
          </MenuItem>
          <MenuItem id="reopen" className="select-item">
            {t('tabs.reopen')} <kbd>{keys.reopen}</kbd>
          </MenuItem>
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
