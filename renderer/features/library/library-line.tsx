import { memo } from 'react';
import type { ReactNode } from 'react';
import { Button } from 'react-aria-components';
import type { OpenArchive } from '../../../main/contract/index.ts';
import { TrustMark } from '../../components/trust-mark.tsx';
import { archiveName } from '../../i18n/archive-name.ts';
import { useWords } from '../../i18n/words.tsx';
import { markOfArchive } from '../../state/package-mark.ts';
import './library.css';

interface LibraryLineProps {
  readonly archive: OpenArchive;
  /** Whether the library is on the screen. */
  readonly isCurrent: boolean;
  readonly onPress: () => void;
}

/** What is open, in a line of the head; leads to the library. */
export const LibraryLine = memo(function LibraryLine(props: LibraryLineProps): ReactNode {
  const words = useWords();
  const { t } = words;
  const { archive } = props;
  return (
    <Button className="library-line" aria-pressed={props.isCurrent} onPress={props.onPress}>
      <span className="only-heard">{t('library.of')}</span>
      <span className="library-title">{archiveName(archive, words)}</span>
      <span className="library-about">
        <span>{t('results.count', { count: archive.releases })}</span>
        <TrustMark mark={markOfArchive(archive)} />
      </span>
    </Button>
  );
});
