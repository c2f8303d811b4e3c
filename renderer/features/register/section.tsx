import { useId } from 'react';
import type { ReactNode } from 'react';

interface PageSectionProps {
  readonly title: string;
  readonly lead?: ReactNode;
  /** Stands beside the heading. */
  readonly aside?: ReactNode;
  readonly children: ReactNode;
}

/** A part of a page under its own heading. */
export function PageSection({ title, lead, aside, children }: PageSectionProps): ReactNode {
  const id = useId();
  return (
    <section className="page-section" aria-labelledby={id}>
      <div className="page-section-head">
        <h2 id={id}>{title}</h2>
        {aside}
      </div>
      {lead === undefined ? null : <p className="page-section-lead">{lead}</p>}
      {children}
    </section>
  );
}
