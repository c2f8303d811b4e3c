import { useEffect, useRef } from 'react';
import type { KeyboardEvent, MouseEvent, ReactNode } from 'react';
import type { OpenTab } from '../../../main/contract/index.ts';
import { Icon } from '../../components/icons.tsx';
import { LiveText } from '../../components/live-text.tsx';
import { keepMiddleStill } from '../../components/tab-press.ts';
import { useWords } from '../../i18n/words.tsx';
import type { Tabs } from '../../state/tabs.ts';
import type { TabActions } from './tab-actions.ts';
import { TabMenu } from './tab-menu.tsx';

interface TabRowProps {
  readonly tabs: Tabs;
  /** Id of the element that the tab in front fills. */
  readonly panelId: string;
  readonly actions: TabActions;
}

const TOLD_AFTER_MS = 300;
const MIDDLE = 1;

/** The id of the tab at a place, which its panel is named after. */
export function tabId(at: number): string {
  return `reader-tab-${at}`;
}

/**
 * The open releases as tabs. Arrows move among them and Enter shows one, since each that is shown is a step to go back to;
 * Delete closes one. The cross is the mouse's way to do that: the menu at the end has it for everyone.
 */
export function TabRow({ tabs, panelId, actions }: TabRowProps): ReactNode {
  const { t } = useWords();
  const list = useRef<HTMLDivElement>(null);
  const { open, active } = tabs;
  useEffect(() => {
    const at = Math.min(active, open.length - 1);
    list.current?.children[at]?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [active, open.length]);

  const focus = (at: number): void => {
    const tab = list.current?.children[(at + open.length) % open.length];
    if (tab instanceof HTMLElement) tab.focus();
  };
  const onKeyDown = (event: KeyboardEvent, at: number): void => {
    if (!carryOut(event, at)) return;
    event.preventDefault();
    event.stopPropagation();
  };
  const carryOut = (event: KeyboardEvent, at: number): boolean => {
    if (event.ctrlKey || event.altKey || event.metaKey) return false;
    switch (event.key) {
      case 'ArrowRight':
        focus(at + 1);
        return true;
      case 'ArrowLeft':
        focus(at - 1);
        return true;
      case 'Home':
        focus(0);
        return true;
      case 'End':
        focus(-1);
        return true;
      case 'Enter':
      case ' ':
        actions.show(at);
        return true;
      case 'Delete':
        actions.close(at);
        requestAnimationFrame(() => focus(Math.min(at, open.length - 2)));
        return true;
      default:
        return false;
    }
  };
  return (
    <div className="tab-row">
      <div ref={list} role="tablist" className="tabs" aria-label={t('tabs.label')}>
        {open.map((tab, at) => (
          <TabView
            key={`${tab.releaseId} ${tab.version ?? ''}`}
            tab={tab}
            at={at}
            count={open.length}
            isActive={at === active}
            panelId={panelId}
            actions={actions}
            onKeyDown={onKeyDown}
          />
        ))}
      </div>
      <TabMenu tabs={tabs} actions={actions} />
      <LiveText text={t('tabs.count', { count: open.length })} after={TOLD_AFTER_MS} />
    </div>
  );
}

interface TabViewProps extends Pick<TabRowProps, 'panelId' | 'actions'> {
  readonly tab: OpenTab;
  readonly at: number;
  readonly count: number;
  readonly isActive: boolean;
  readonly onKeyDown: (event: KeyboardEvent, at: number) => void;
}

function TabView({ tab, at, count, isActive, panelId, actions, onKeyDown }: TabViewProps): ReactNode {
  const { t } = useWords();
  const title = tab.title ?? t('tabs.unnamed');
  const close = (event: MouseEvent): void => {
    event.stopPropagation();
    actions.close(at);
  };
  return (
    <div
      role="tab"
      id={tabId(at)}
      className="tab"
      title={title}
      aria-selected={isActive}
      aria-posinset={at + 1}
      aria-setsize={count}
      aria-controls={isActive ? panelId : undefined}
      tabIndex={isActive ? 0 : -1}
      onClick={() => actions.show(at)}
      onMouseDown={keepMiddleStill}
      onAuxClick={(event) => {
        if (event.button === MIDDLE) close(event);
      }}
      onKeyDown={(event) => onKeyDown(event, at)}
    >
      <span className="tab-title">{title}</span>
      <span className="tab-close" aria-hidden="true" title={t('tabs.close')} onClick={close}>
        <Icon name="close" />
      </span>
    </div>
  );
}
