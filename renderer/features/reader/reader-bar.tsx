import type { ReactNode } from 'react';
import { Button, Toolbar } from 'react-aria-components';
import { Icon } from '../../components/icons.tsx';
import { ToolButton } from '../../components/tool-button.tsx';
import { useWords } from '../../i18n/words.tsx';
import { markPlace, MarkSteps } from './mark-steps.tsx';
import type { MarkWalk } from './use-marks.ts';

interface ReaderBarProps {
  readonly walk: MarkWalk;
  /** True while a text is looked for: then the find bar tells of the marks. */
  readonly isFinding: boolean;
  /** The ways out: references, files, paper. */
  readonly out: ReactNode;
  readonly onBack: (() => void) | null;
  readonly onProvenance: () => void;
  readonly onFind: () => void;
  /** What other parts of the room put among the tools. */
  readonly more: ReactNode;
}

/** What can be done with the release that lies open. */
export function ReaderBar(props: ReaderBarProps): ReactNode {
  const words = useWords();
  const { t } = words;
  const { walk } = props;
  return (
    <Toolbar className="reader-bar" aria-label={t('reader.tools')}>
      {props.onBack === null ? null : (
        <Button className="quiet-button reader-back" onPress={props.onBack}>
          <Icon name="arrow-left" />
          <span>{t('reader.back')}</span>
        </Button>
      )}
      <div className="reader-hits">
        {walk.count === 0 || props.isFinding ? null : (
          <>
            <span className="reader-hits-count">{markPlace(walk, words)}</span>
            <MarkSteps walk={walk} />
          </>
        )}
      </div>
      <div className="reader-tools">
        <ToolButton icon="search" label={t('reader.find')} onPress={props.onFind} isBrief />
        {props.out}
        <ToolButton icon="shield" label={t('reader.provenance')} onPress={props.onProvenance} isBrief />
        {props.more}
      </div>
    </Toolbar>
  );
}
