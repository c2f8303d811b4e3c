import type { ReactNode } from 'react';
import { Icon } from './icons.tsx';

interface ProblemNoteProps {
  readonly tone: 'warn' | 'quiet' | 'good';
  readonly children: ReactNode;
  readonly actions?: ReactNode;
}

const signs = { warn: 'warning', quiet: 'info', good: 'check' } as const;

/** A line or two about something that the person should know, with what can be done about it. */
export function ProblemNote(props: ProblemNoteProps): ReactNode {
  return (
    <div className={`note note-${props.tone}`}>
      <Icon name={signs[props.tone]} />
      <div className="note-words">{props.children}</div>
      {props.actions === undefined ? null : <div className="note-actions">{props.actions}</div>}
    </div>
  );
}
