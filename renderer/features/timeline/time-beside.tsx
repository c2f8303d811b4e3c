import type { CSSProperties, ReactNode } from 'react';
import type { TimelineAnswer } from '../../../main/contract/index.ts';
import { useWords } from '../../i18n/words.tsx';

/** The least height of a bar that stands for something, as a share of the highest. */
const LEAST = 0.04;

/**
 * What stands beside the scale: the releases that fit no single bar, in a bar of their own, and those with no date. One
 * that would be higher than all others is cut at the top, so that the others are not made small.
 */
export function TimeBeside(props: {
  readonly answer: TimelineAnswer | null;
  readonly most: number;
}): ReactNode {
  const { t, number } = useWords();
  const { answer } = props;
  if (answer === null) return <div className="time-beside" />;
  const { inexact, undated, before, after } = answer;
  const lines = [
    ['timeline.before', before],
    ['timeline.after', after],
    ['timeline.undated', undated],
    ['timeline.inexact', inexact],
  ] as const;
  return (
    <div className="time-beside">
      {inexact === 0 ? null : (
        <span
          className={inexact > props.most ? 'time-inexact-bar time-inexact-cut' : 'time-inexact-bar'}
          aria-hidden="true"
          style={{ '--share': Math.max(LEAST, Math.min(1, inexact / props.most)) } as CSSProperties}
        />
      )}
      <dl className="time-beside-words">
        {lines
          .filter(([name, count]) => count > 0 || name === 'timeline.inexact')
          .map(([name, count]) => (
            <div key={name}>
              <dt>{t(name)}</dt>
              <dd>{number(count)}</dd>
            </div>
          ))}
      </dl>
    </div>
  );
}
