import { useEffect, useLayoutEffect, useRef } from 'react';
import type { ReactNode } from 'react';
import { Button } from 'react-aria-components';
import { useWords } from '../i18n/words.tsx';
import { usePagePlace } from '../state/page-place.tsx';
import type { Visit } from '../state/page-place.tsx';
import { Icon } from './icons.tsx';
import './page-frame.css';

interface PageFrameProps {
  /** What the page is about: its heading, and the window's title. */
  readonly title: string;
  /** What kind of thing it is about, over the heading. */
  readonly kind?: string;
  /** Stands under the heading. */
  readonly lead?: ReactNode;
  readonly children: ReactNode;
}

// A panel of tabs takes the focus only until it knows that something in it can.
const FOCUSABLE = 'a[href], button, input, select, textarea, [tabindex]:not([role="tabpanel"])';

/**
 * A page that is shown instead of the search: a landmark of its own with a heading, which has the focus on arrival, and a
 * way back. Who comes back to it finds it as it was left.
 */
export function PageFrame({ title, kind, lead, children }: PageFrameProps): ReactNode {
  const { t } = useWords();
  const { visit, goBack } = usePagePlace();
  const main = useRef<HTMLElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const name = t('app.name');
  useEffect(() => {
    document.title = `${title} – ${name}`;
  }, [title, name]);
  useLayoutEffect(() => {
    let stop = (): void => undefined;
    // Tabs are there only after a second pass, before the first picture: without them, places would be counted wrong.
    const frame = requestAnimationFrame(() => {
      if (main.current === null) return;
      arrive(main.current, heading.current, visit);
      stop = follow(main.current, visit);
    });
    return () => {
      cancelAnimationFrame(frame);
      stop();
    };
  }, [visit]);
  return (
    <main ref={main} className="page" aria-label={title} data-pane="page" tabIndex={-1}>
      <div className="page-body">
        <header className="page-head">
          <Button className="quiet-button page-back" onPress={goBack}>
            <Icon name="arrow-left" />
            <span>{t('page.back')}</span>
          </Button>
          {kind === undefined ? null : <p className="page-kind">{kind}</p>}
          <h1 ref={heading} tabIndex={-1} data-pane-focus>
            {title}
          </h1>
          {lead === undefined ? null : <div className="page-lead">{lead}</div>}
        </header>
        {children}
      </div>
    </main>
  );
}

/** A page begins at its heading; one that was left before, where it was left. */
function arrive(main: HTMLElement, heading: HTMLElement | null, visit: Visit): void {
  const { scroll, focus } = visit;
  main.scrollTop = scroll ?? 0;
  const before = focus === null ? undefined : focusable(main)[focus];
  (before ?? heading)?.focus({ preventScroll: true });
  visit.scroll = main.scrollTop;
}

/** Notes where one is on the page; the result stops it. */
function follow(main: HTMLElement, visit: Visit): () => void {
  const scrolled = (): void => {
    visit.scroll = main.scrollTop;
  };
  const focused = ({ target }: FocusEvent): void => {
    const place = focusable(main).findIndex((one) => one === target);
    visit.focus = place === -1 ? null : place;
  };
  main.addEventListener('scroll', scrolled, { passive: true });
  main.addEventListener('focusin', focused);
  return () => {
    scrolled();
    main.removeEventListener('scroll', scrolled);
    main.removeEventListener('focusin', focused);
  };
}

function focusable(main: HTMLElement): readonly HTMLElement[] {
  return [...main.querySelectorAll<HTMLElement>(FOCUSABLE)];
}
