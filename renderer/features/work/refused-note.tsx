import type { ReactNode } from 'react';
import { ProblemNote } from '../../components/problem-note.tsx';
import { problemInWords } from '../../i18n/problem-words.ts';
import { useWords } from '../../i18n/words.tsx';
import { useWork } from '../../state/work-context.tsx';

/** Why what was written here was not kept; it stays in the form. */
export function RefusedNote(): ReactNode {
  const { language } = useWords();
  const { notice } = useWork();
  if (notice?.type !== 'refused') return null;
  return (
    <div role="alert">
      <ProblemNote tone="warn">{problemInWords(notice.problem, language)}</ProblemNote>
    </div>
  );
}
