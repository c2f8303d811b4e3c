import type { ReactNode } from 'react';
import { Button } from 'react-aria-components';
import type { LibraryPackage } from '../../../main/contract/index.ts';
import { ProblemNote } from '../../components/problem-note.tsx';
import { problemInWords } from '../../i18n/problem-words.ts';
import { useWords } from '../../i18n/words.tsx';

interface DamagedNoteProps {
  readonly of: LibraryPackage;
  readonly isReadOnly: boolean;
  readonly isBusy: boolean;
  readonly onImport: () => void;
  readonly onRemove: () => void;
}

/** What is wrong with a damaged package, what can still be read, and the ways to have it whole again; nothing of a whole one. */
export function DamagedNote({ of, isReadOnly, isBusy, onImport, onRemove }: DamagedNoteProps): ReactNode {
  const { t, language } = useWords();
  const { fault, check } = of;
  if (fault === null && (check === null || check.damaged === 0)) return null;
  return (
    <ProblemNote
      tone="warn"
      actions={
        isReadOnly ? undefined : (
          <>
            <Button className="button" isDisabled={isBusy} onPress={onImport}>
              {t('damaged.import')}
            </Button>
            <Button className="button" isDisabled={isBusy} onPress={onRemove}>
              {t('library.remove')}
            </Button>
          </>
        )
      }
    >
      {fault === null ? (
        <p>{t('damaged.partly-read')}</p>
      ) : (
        <>
          <p>{problemInWords(fault, language)}</p>
          <p>{t('damaged.unread')}</p>
        </>
      )}
    </ProblemNote>
  );
}
