import { memo, useEffect, useState } from 'react';
import type { ReactNode } from 'react';
import { Button } from 'react-aria-components';
import type { OpenArchive, ReaderApi } from '../../../main/contract/index.ts';
import { Icon } from '../../components/icons.tsx';
import { ProblemNote } from '../../components/problem-note.tsx';
import { TrustMark } from '../../components/trust-mark.tsx';
import { archiveName } from '../../i18n/archive-name.ts';
import { problemInWords } from '../../i18n/problem-words.ts';
import { useWords } from '../../i18n/words.tsx';
import { markOfArchive } from '../../state/package-mark.ts';
import type { OpenRelease } from '../../state/use-release.ts';
import type { Tabs } from '../../state/tabs.ts';
import { PlacesRead } from './places-read.ts';
import { ReaderActionsProvider } from './reader-actions.tsx';
import type { ReaderActions } from './reader-actions.tsx';
import { ReleaseReader } from './release-reader.tsx';
import { TabRow, tabId } from './tab-row.tsx';
import type { TabActions } from './tab-actions.ts';
import type { WaysOut } from './release-reader.tsx';
import './reader.css';
import './release.css';
import './release-foot.css';
import './tabs.css';

interface ReaderPaneProps {
  readonly api: ReaderApi;
  readonly open: OpenRelease;
  readonly archive: OpenArchive;
  readonly tabs: Tabs;
  readonly tabActions: TabActions;
  readonly actions: ReaderActions;
  /** Goes back to the results, where the reader has the window to itself. */
  readonly onBack: (() => void) | null;
  readonly out: WaysOut;
}

const PANEL = 'reader-panel';

/** Where releases are read: the one in front, and, once there are several, a row of tabs over it. */
export const ReaderPane = memo(function ReaderPane(props: ReaderPaneProps): ReactNode {
  const { tabs } = props;
  const hasRow = tabs.open.length > 1;
  return (
    <ReaderActionsProvider value={props.actions}>
      {hasRow ? <TabRow tabs={tabs} panelId={PANEL} actions={props.tabActions} /> : null}
      <div
        id={PANEL}
        className="reader-panel"
        role={hasRow ? 'tabpanel' : undefined}
        aria-labelledby={hasRow ? tabId(tabs.active) : undefined}
      >
        <InFront {...props} />
      </div>
    </ReaderActionsProvider>
  );
});

/** What the reader shows. */
function InFront(props: ReaderPaneProps): ReactNode {
  const { open, archive, onBack } = props;
  const [places] = useState(() => new PlacesRead());
  const tabs = props.tabs.open;
  useEffect(() => places.keepOnly(tabs), [places, tabs]);
  const { t, language } = useWords();
  switch (open.state) {
    case 'none':
      return <NothingOpen archive={archive} />;
    case 'loading':
      return (
        <>
          <BackBar onBack={onBack} />
          <output className="reader-waiting">{t('reader.fetching')}</output>
        </>
      );
    case 'failed':
      return (
        <>
          <BackBar onBack={onBack} />
          <div className="reader-waiting">
            <h1 className="only-heard">{t('reader.failed')}</h1>
            <ProblemNote tone="warn">{problemInWords(open.problem, language)}</ProblemNote>
          </div>
        </>
      );
    case 'shown':
      return (
        <ReleaseReader
          key={`${open.view.id} ${open.view.version}`}
          api={props.api}
          view={open.view}
          place={places.of(open.of.id ?? '', open.of.version)}
          onBack={onBack}
          out={props.out}
        />
      );
  }
}

function BackBar({ onBack }: { readonly onBack: (() => void) | null }): ReactNode {
  const { t } = useWords();
  if (onBack === null) return null;
  return (
    <div className="reader-bar">
      <Button className="quiet-button reader-back" onPress={onBack}>
        <Icon name="arrow-left" />
        <span>{t('reader.back')}</span>
      </Button>
    </div>
  );
}

/** Before anything is opened: what this archive is, and how to begin. */
function NothingOpen({ archive }: { readonly archive: OpenArchive }): ReactNode {
  const words = useWords();
  const { t, years } = words;
  const { organisation = null } = archive.packages.at(-1) ?? {};
  const span =
    archive.earliest === null && archive.latest === null ? null : years(archive.earliest, archive.latest);
  return (
    <div className="nothing-open">
      <h1 className="nothing-title">{archiveName(archive, words)}</h1>
      <p className="nothing-about">
        {organisation === null ? null : <span>{organisation}</span>}
        <TrustMark mark={markOfArchive(archive)} />
        <span>{t('results.count', { count: archive.releases })}</span>
        {span === null ? null : <span>{span}</span>}
      </p>
      <dl className="nothing-keys">
        <Key keys={['/']} does={t('begin.search')} />
        <Key keys={['↓', '↑']} does={t('begin.move')} />
        <Key keys={['Enter']} does={t('begin.open')} />
        <Key keys={['?']} does={t('begin.help')} />
      </dl>
    </div>
  );
}

function Key(props: { readonly keys: readonly string[]; readonly does: string }): ReactNode {
  return (
    <div>
      <dt>
        {props.keys.map((key) => (
          <kbd key={key}>{key}</kbd>
        ))}
      </dt>
      <dd>{props.does}</dd>
    </div>
  );
}
