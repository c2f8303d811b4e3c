import {
  memo,
  useCallback,
  useDeferredValue,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import type { ReactNode } from 'react';
import type { ReaderApi, ReleaseView } from '../../../main/contract/index.ts';
import { LiveText } from '../../components/live-text.tsx';
import { useWords } from '../../i18n/words.tsx';
import { useCommand } from '../../state/commands.tsx';
import { useReaderSlots } from '../../state/reader-slots.ts';
import type { OpenText } from '../../state/reader-slots.ts';
import { CurrentMark, CurrentMarkProvider } from './current-mark.ts';
import { FindBar } from './find-bar.tsx';
import { numberedLinks } from './links.ts';
import type { NumberedLink } from './links.ts';
import { findInLeaves, shownMarks } from './passages.ts';
import type { Passage } from './passages.ts';
import type { PlaceRead } from './places-read.ts';
import { plainTextOf } from './plain-text.ts';
import { ReaderBar } from './reader-bar.tsx';
import { ReadingProvider } from './reading.tsx';
import { ReleaseArticle } from './release-article.tsx';
import type { Folded } from './release-article.tsx';
import { useKeptLine } from './use-kept-line.ts';
import { useMarkWalk } from './use-marks.ts';
import type { MarkWalk } from './use-marks.ts';

const MARK_TOLD_AFTER_MS = 150;

/** Offers the ways out for a release; `text` gives what is chosen of it, or all. */
export type WaysOut = (props: { readonly view: ReleaseView; readonly text: () => string }) => ReactNode;

interface ReleaseReaderProps {
  readonly api: ReaderApi;
  readonly view: ReleaseView;
  readonly place: PlaceRead;
  readonly onBack: (() => void) | null;
  readonly out: WaysOut;
}

/** The release that lies open, with its tools. */
export function ReleaseReader(props: ReleaseReaderProps): ReactNode {
  const words = useWords();
  const slots = useReaderSlots();
  const { view, out: Out } = props;
  const scroller = useRef<HTMLElement>(null);
  usePlaceRead(scroller, props.place);
  useKeptLine(scroller);
  const [unfolded, setUnfolded] = useState<ReadonlySet<Folded>>(new Set());
  const [currentMark] = useState(() => new CurrentMark());
  const find = useFind();
  // The field is never behind the keys, though a long text takes a moment to be marked.
  const lookedFor = useDeferredValue(find.typed);
  const marks = useMemo(
    () => (lookedFor.trim() === '' ? shownMarks(view) : findInLeaves(view, lookedFor)),
    [view, lookedFor],
  );
  const walk = useMarkWalk(marks, (index) => {
    requestAnimationFrame(() => showIn(scroller.current, `[data-mark="${index}"]`));
  });
  useFirstInSight(scroller, lookedFor, marks, walk);
  const [pointedAt, pointAt] = usePointing(scroller, view);
  const links = useMemo(() => numberedLinks(view), [view]);

  const fold = useCallback((part: Folded, open: boolean): void => {
    setUnfolded((before) => new Set(open ? [...before, part] : [...before].filter((one) => one !== part)));
  }, []);
  const goToLink = useCallback((link: NumberedLink): void => {
    showIn(scroller.current, `#link-${link.number}`)?.focus({ preventScroll: true });
  }, []);
  const { current } = walk;
  useLayoutEffect(() => currentMark.set(current), [currentMark, current]);
  const reading = useMemo(
    () => ({ marks, pointedAt, links, pointAt, goToLink }),
    [marks, pointedAt, links, pointAt, goToLink],
  );
  const showProvenance = (): void => {
    fold('provenance', true);
    requestAnimationFrame(() => {
      showIn(scroller.current, '.provenance', 'start');
      scroller.current?.querySelector<HTMLElement>('.provenance button')?.focus({ preventScroll: true });
    });
  };
  const textChosen = (): string => chosenText(scroller.current) ?? plainTextOf(view);
  const told =
    walk.current === null ? '' : words.t('marks.place', { place: walk.current + 1, count: walk.count });

  return (
    <>
      <ReaderBar
        walk={walk}
        isFinding={find.isOpen}
        out={<Out view={view} text={textChosen} />}
        onBack={props.onBack}
        onProvenance={showProvenance}
        onFind={find.open}
        more={slots.tools(view)}
      />
      {find.isOpen ? (
        <FindBar
          key={find.asked}
          typed={find.typed}
          isBehind={find.typed !== lookedFor}
          walk={walk}
          onType={find.type}
          onClose={() => {
            find.close();
            scroller.current?.focus({ preventScroll: true });
          }}
        />
      ) : null}
      <LiveText text={told} after={MARK_TOLD_AFTER_MS} />
      <section
        ref={scroller}
        className="reader-scroll"
        aria-label={words.t('reader.text')}
        tabIndex={-1}
        data-pane-focus=""
      >
        <ReadingProvider value={reading}>
          <CurrentMarkProvider value={currentMark}>
            <ReleaseArticle api={props.api} view={view} links={links} unfolded={unfolded} onFold={fold} />
          </CurrentMarkProvider>
        </ReadingProvider>
        <Margin view={view} scroller={scroller} pointAt={pointAt} />
      </section>
    </>
  );
}

/** What other parts of the room put beside the text; going from mark to mark leaves it alone. */
const Margin = memo(function Margin(text: OpenText): ReactNode {
  return useReaderSlots().margin(text);
});

/** What is looked for is gone to while it is typed: the first place of it that lies in sight or further down. */
function useFirstInSight(
  scroller: { readonly current: HTMLElement | null },
  typed: string,
  marks: readonly Passage[],
  walk: MarkWalk,
): void {
  const latest = useRef(walk);
  useEffect(() => {
    latest.current = walk;
  });
  useEffect(() => {
    const pane = scroller.current;
    if (typed.trim() === '' || marks.length === 0 || pane === null) return;
    const top = pane.getBoundingClientRect().top;
    const shown = [...pane.querySelectorAll<HTMLElement>('[data-mark]')];
    const first = shown.find((mark) => mark.getBoundingClientRect().bottom > top);
    latest.current.goTo(Number(first?.dataset['mark'] ?? 0));
  }, [scroller, typed, marks]);
}

/** Begins where the release was left, and remembers where it is left. */
function usePlaceRead(scroller: { readonly current: HTMLElement | null }, place: PlaceRead): void {
  const first = useRef(place);
  useLayoutEffect(() => {
    const { get, set } = first.current;
    const element = scroller.current;
    element?.scrollTo({ top: get() });
    return () => {
      if (element !== null) set(element.scrollTop);
    };
  }, [scroller]);
}

interface Find {
  readonly isOpen: boolean;
  readonly typed: string;
  readonly asked: number;
  readonly open: () => void;
  readonly close: () => void;
  readonly type: (typed: string) => void;
}

function useFind(): Find {
  const [state, setState] = useState({ isOpen: false, typed: '', asked: 0 });
  const open = (): void => setState((before) => ({ ...before, isOpen: true, asked: before.asked + 1 }));
  useCommand('find-in-text', open);
  return {
    ...state,
    open,
    close: () => setState((before) => ({ ...before, isOpen: false, typed: '' })),
    type: (typed) => setState((before) => ({ ...before, typed })),
  };
}

/** A passage to go to and to make stand out; another release has none. */
function usePointing(
  scroller: { readonly current: HTMLElement | null },
  view: ReleaseView,
): readonly [Passage | null, (passage: Passage) => void] {
  const [pointing, setPointing] = useState<{ readonly at: Passage; readonly in: string } | null>(null);
  const passage = pointing !== null && pointing.in === view.version ? pointing.at : null;
  useEffect(() => {
    if (passage !== null) showIn(scroller.current, '[data-pointed-at]')?.focus({ preventScroll: true });
  }, [scroller, passage]);
  const { version } = view;
  const pointAt = useCallback((at: Passage) => setPointing({ at: { ...at }, in: version }), [version]);
  return [passage, pointAt];
}

function showIn(
  scroller: HTMLElement | null,
  selector: string,
  block: 'center' | 'start' = 'center',
): HTMLElement | null {
  const found = scroller?.querySelector<HTMLElement>(selector) ?? null;
  found?.scrollIntoView({ block, inline: 'nearest' });
  return found;
}

/** What the person has chosen of the text; null when nothing of it. */
function chosenText(scroller: HTMLElement | null): string | null {
  const selection = document.getSelection();
  if (selection === null || selection.isCollapsed || scroller === null) return null;
  if (!scroller.contains(selection.anchorNode)) return null;
  const text = selection.toString().trim();
  return text === '' ? null : text;
}
