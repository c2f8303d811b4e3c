import { useEffect, useState } from 'react';
import type { ReactNode } from 'react';
import type { Problem, ReaderApi, VersionDiff } from '../../../main/contract/index.ts';
import { ProblemNote } from '../../components/problem-note.tsx';
import { problemInWords } from '../../i18n/problem-words.ts';
import { useWords } from '../../i18n/words.tsx';

interface DifferenceProps {
  readonly api: ReaderApi;
  readonly id: string;
  readonly older: string;
  readonly newer: string;
}

type Paragraph = VersionDiff['paragraphs'][number];

/** What differs between two versions: what was taken out struck through, what came in underlined; the rest left out. */
export function Difference({ api, id, older, newer }: DifferenceProps): ReactNode {
  const { t, language } = useWords();
  const [found, setFound] = useState<VersionDiff | Problem | null>(null);
  useEffect(() => {
    let over = false;
    void (async () => {
      const reply = await api.difference({ id, older, newer });
      if (!over) setFound(reply.ok ? reply.value : reply.problem);
    })();
    return () => {
      over = true;
    };
  }, [api, id, older, newer]);
  if (found === null) return <output className="difference">{t('versions.comparing')}</output>;
  if ('code' in found) return <ProblemNote tone="warn">{problemInWords(found, language)}</ProblemNote>;
  const stretches = inStretches(found.paragraphs);
  if (stretches.every((one) => one === 'same'))
    return <output className="difference">{t('versions.same-text')}</output>;
  return (
    <section className="difference" aria-label={t('versions.difference')}>
      {stretches.map((one, n) =>
        one === 'same' ? (
          <p key={n} className="difference-same">
            {t('versions.unchanged')}
          </p>
        ) : (
          <Changed key={n} of={one} />
        ),
      )}
    </section>
  );
}

/** A paragraph that was changed, added or removed. What the eye sees by lines and colour is told in words too. */
function Changed({ of }: { readonly of: Paragraph }): ReactNode {
  const { t } = useWords();
  return (
    <p>
      {of.runs.map(({ change, text }, n) => {
        switch (change) {
          case 'same':
            return <span key={n}>{text}</span>;
          case 'removed':
            return (
              <del key={n}>
                <span className="only-heard">{t('versions.removed')}</span>
                {text}
              </del>
            );
          case 'added':
            return (
              <ins key={n}>
                <span className="only-heard">{t('versions.added')}</span>
                {text}
              </ins>
            );
        }
      })}
    </p>
  );
}

/** The paragraphs, those that are the same in a row as one. */
function inStretches(paragraphs: readonly Paragraph[]): readonly (Paragraph | 'same')[] {
  return paragraphs.flatMap((one, n): readonly (Paragraph | 'same')[] => {
    if (one.change !== 'same') return [one];
    return paragraphs[n - 1]?.change === 'same' ? [] : ['same'];
  });
}
