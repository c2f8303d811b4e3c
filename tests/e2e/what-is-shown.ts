import { expect } from '@playwright/test';
import type { Page } from '@playwright/test';
import type { LaunchedApp } from '../helpers/electron.ts';

/** CSS pixels that what is pressed must have at least (WCAG 2.5.8). */
const LEAST_TARGET = 24;
const ZOOMED = { width: 1280, height: 1024 };
const PLAIN = { width: 1440, height: 900 };
/** Milliseconds between one look and the next, where what is waited for takes a frame or two. */
const OFTEN = [20, 20, 50];

/** Enlarges everything as a browser does: at 4 a window of 1280 pixels has 320 of its own. At 1 all is as before. */
export async function zoomTo({ app, window }: LaunchedApp, factor: number): Promise<void> {
  const size = factor === 1 ? PLAIN : ZOOMED;
  await app.evaluate(
    ({ BrowserWindow }, wanted) => {
      const [own] = BrowserWindow.getAllWindows();
      own?.setContentSize(wanted.width, wanted.height);
      own?.webContents.setZoomFactor(wanted.factor);
    },
    { ...size, factor },
  );
  await expect
    .poll(() => window.evaluate(() => innerWidth), { intervals: OFTEN })
    .toBe(Math.round(size.width / factor));
}

/** What the window, or a part that scrolls, has beyond its side. Tables and charts may be wider than a column. */
export async function wideParts(window: Page): Promise<readonly string[]> {
  return await window.evaluate(() => {
    const wide = (element: Element): boolean => element.scrollWidth > element.clientWidth + 1;
    const right = (part: Element): number => part.getBoundingClientRect().right;
    const widest = (element: Element): string =>
      [...element.querySelectorAll('*')]
        .toSorted((a, b) => right(b) - right(a))[0]
        ?.outerHTML.slice(0, 100) ?? '';
    const scrolls = [...document.querySelectorAll('body *')].filter(
      (element) =>
        ['auto', 'scroll'].includes(getComputedStyle(element).overflowX) &&
        element.querySelector('table') === null &&
        element.closest('svg, [data-two-dimensional]') === null,
    );
    return [document.documentElement, ...scrolls]
      .filter(wide)
      .map(
        (element) =>
          `${element.tagName} ${element.className}: ${element.scrollWidth} > ${element.clientWidth}, ${widest(element)}`,
      );
  });
}

/** What can be pressed, is seen, and is smaller than a target may be; a word in a line of text may be as high as the line. */
export async function smallTargets(window: Page): Promise<readonly string[]> {
  return await window.evaluate((least) => {
    const inText = (element: Element): boolean =>
      getComputedStyle(element).display === 'inline' && element.closest('p, li, dd, td') !== null;
    // What is drawn for a box, a switch, a thumb or a row is that; the input or the name in it is for assistive technology.
    const drawnAround = 'label, .switch, .tick, .segment, .day-thumb, [data-hit]';
    return [
      ...document.querySelectorAll('button, input, textarea, select, [role="checkbox"], [role="slider"]'),
    ]
      .filter((element) => element.closest('[hidden], [inert], .only-heard, [aria-hidden="true"]') === null)
      .map((element) => element.closest(drawnAround) ?? element)
      .filter((element) => element.checkVisibility({ visibilityProperty: true }) && !inText(element))
      .map((element) => ({ element, box: element.getBoundingClientRect() }))
      .filter(({ box }) => box.width > 1 && (box.width < least - 0.5 || box.height < least - 0.5))
      .map(
        ({ element, box }) =>
          `${element.tagName} ${element.className} “${(element.textContent ?? '').slice(0, 20)}” ${Math.round(box.width)}×${Math.round(box.height)}`,
      );
  }, LEAST_TARGET);
}

interface AccessNode {
  readonly ignored: boolean;
  readonly backendDOMNodeId?: number;
  readonly role?: { readonly value: string };
  readonly name?: { readonly value: string };
  readonly properties?: readonly { readonly name: string; readonly value: { readonly value?: unknown } }[];
}

/** Passages that are gone to from a link or a panel take the focus and are read as they stand. */
const nameless = new Set(['RootWebArea', 'generic', 'none', 'listitem', 'paragraph']);

/** Nodes of the tree that assistive technology reads that can take the focus and have no name. */
export async function unnamedNodes(window: Page): Promise<readonly string[]> {
  const session = await window.context().newCDPSession(window);
  try {
    const { nodes } = (await session.send('Accessibility.getFullAXTree')) as {
      readonly nodes: readonly AccessNode[];
    };
    const unnamed = nodes
      .filter(({ ignored, properties }) => !ignored && properties?.some(isFocusable) === true)
      .filter(({ role, name }) => !nameless.has(role?.value ?? '') && (name?.value ?? '').trim() === '');
    return await Promise.all(
      unnamed.map(async ({ role, backendDOMNodeId = 0 }) => {
        const { outerHTML } = await session.send('DOM.getOuterHTML', { backendNodeId: backendDOMNodeId });
        return `${role?.value ?? ''}: ${outerHTML.slice(0, 120)}`;
      }),
    );
  } finally {
    await session.detach();
  }
}

function isFocusable(of: { readonly name: string; readonly value: { readonly value?: unknown } }): boolean {
  return of.name === 'focusable' && of.value.value === true;
}

/** Goes on by Tab, at most `most` times and once round, and tells where nothing shows that the focus is there. */
export async function unseenFocus(
  window: Page,
  most: number,
): Promise<{ readonly stops: number; readonly unseen: readonly string[] }> {
  const seen = new Set<string>();
  const unseen: string[] = [];
  for (let step = 0; step < most; step += 1) {
    await window.keyboard.press('Tab');
    const stop = await window.evaluate(() => {
      const at = document.activeElement;
      if (at === null || at === document.body) return null;
      const ring = (style: CSSStyleDeclaration): boolean =>
        style.visibility !== 'hidden' &&
        ((style.outlineStyle !== 'none' && Number.parseFloat(style.outlineWidth) > 0) ||
          style.boxShadow !== 'none');
      const rings = (element: Element): boolean =>
        [null, '::before', '::after'].some((part) => ring(getComputedStyle(element, part)));
      // A box or a switch wears the ring of the input that lies in it.
      const around = at.closest(
        '.choice, .time-list, .switch, .tick, .segment, .search, .text-field, [data-hit], [data-focus-visible]',
      );
      const parts = [at, ...(around === null ? [] : [around, ...around.querySelectorAll('*')])];
      const all = [...document.querySelectorAll('*')];
      return {
        place: all.indexOf(at),
        shows: parts.some(rings),
        what: `${at.tagName} ${at.className} ${(at.textContent ?? '').slice(0, 30)}`,
      };
    });
    if (stop === null) continue;
    if (seen.has(String(stop.place))) break;
    seen.add(String(stop.place));
    if (!stop.shows) unseen.push(stop.what);
  }
  return { stops: seen.size, unseen };
}

/** Animations and transitions that run, by the element that they move. */
export async function movesUnasked(window: Page): Promise<readonly string[]> {
  return await window.evaluate(() =>
    document
      .getAnimations()
      .filter(({ playState }) => playState === 'running')
      .map(({ effect }) => {
        const target = effect instanceof KeyframeEffect ? effect.target : null;
        return target === null ? 'something' : `${target.tagName} ${target.className}`;
      }),
  );
}

/** How the first element of a selector, or its part before, is drawn: its ground, edge and words. Throws when there is none. */
export async function lookOf(window: Page, selector: string): Promise<readonly string[]> {
  return await window.evaluate((asked) => {
    const [element = '', before] = asked.split('::');
    const found = document.querySelector(element);
    if (found === null) throw new Error(`nothing is ${asked}`);
    const style = getComputedStyle(found, before === undefined ? null : `::${before}`);
    return [style.backgroundColor, style.backgroundImage, style.borderBottom, style.borderLeft, style.color];
  }, selector);
}

/** Signs in another colour than what they stand in, which where the system forces its colours is one that it did not choose. */
export async function faintSigns(window: Page): Promise<readonly string[]> {
  return await window.evaluate(() =>
    [...document.querySelectorAll('.icon')]
      .filter((icon) => icon.checkVisibility() && icon.parentElement !== null)
      .filter((icon) => {
        const words = icon.parentElement ?? icon;
        return getComputedStyle(icon).color !== getComputedStyle(words).color;
      })
      .map((icon) => icon.parentElement?.outerHTML.slice(0, 120) ?? ''),
  );
}

/** The text that is marked as noted in the release that lies open. */
export async function notedText(window: Page): Promise<string> {
  return await window.evaluate(() =>
    [...(CSS.highlights.get('noted') ?? [])]
      .map((range) => {
        const live = document.createRange();
        live.setStart(range.startContainer, range.startOffset);
        live.setEnd(range.endContainer, range.endOffset);
        return live.toString();
      })
      .join('|'),
  );
}
