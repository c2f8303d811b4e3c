import { useEffect, useState } from 'react';
import type { ReactNode } from 'react';
import { problemInWords } from '../i18n/problem-words.ts';
import { useWords } from '../i18n/words.tsx';
import type { Asked } from '../state/use-asked.ts';
import { PageFrame } from './page-frame.tsx';
import { ProblemNote } from './problem-note.tsx';

interface AskedPageProps<T> {
  readonly asked: Asked<T>;
  /** The page of what was told. */
  readonly children: (value: T) => ReactNode;
}

const PATIENCE_MS = 200;

/** A page that is there once it is told what to show; until then, and when it is refused, it says so. */
export function AskedPage<T>({ asked, children }: AskedPageProps<T>): ReactNode {
  const { t, language } = useWords();
  switch (asked.state) {
    case 'waiting':
      return <Waiting />;
    case 'refused':
      return (
        <PageFrame title={t('page.failed')}>
          <ProblemNote tone="warn">{problemInWords(asked.problem, language)}</ProblemNote>
        </PageFrame>
      );
    case 'told':
      return children(asked.value);
  }
}

function Waiting(): ReactNode {
  const { t } = useWords();
  const [isLong, setIsLong] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setIsLong(true), PATIENCE_MS);
    return () => clearTimeout(timer);
  }, []);
  return (
    <main className="page" aria-label={t('page.fetching')} aria-busy data-pane="page" tabIndex={-1}>
      <div className="page-body">{isLong ? <output>{t('page.fetching')}</output> : null}</div>
    </main>
  );
}
