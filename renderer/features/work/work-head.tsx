import { useEffect, useRef } from 'react';
import type { ReactNode } from 'react';

interface WorkHeadProps {
  readonly title: string;
  /** A line under the title. */
  readonly about?: ReactNode;
  /** What can be done with all that stands below. */
  readonly tools?: ReactNode;
}

/** The head of a section: where the focus comes when one goes there. */
export function WorkHead({ title, about, tools }: WorkHeadProps): ReactNode {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <header className="work-head">
      <div className="work-head-words">
        <h1 ref={heading} tabIndex={-1} data-pane-focus="">
          {title}
        </h1>
        {about === undefined ? null : <div className="work-about">{about}</div>}
      </div>
      {tools === undefined ? null : <div className="work-tools">{tools}</div>}
    </header>
  );
}
