import { useEffect, useRef, useState } from 'react';
import type { PointerEvent } from 'react';
import type { DayRange, TimeBin } from '../../../main/contract/index.ts';
import { daysOf } from './chart.ts';

/** An end of the chosen stretch that can be drawn along. */
export type Edge = 'from' | 'to';

interface BrushInput {
  readonly bins: readonly TimeBin[];
  /** The days chosen now. */
  readonly period: DayRange;
  /** A stretch was drawn, or one of its ends. */
  readonly onDrawn: (days: DayRange) => void;
  /** A bar was pressed without being drawn along. */
  readonly onPressed: (bin: number) => void;
}

export interface Brush {
  /** The stretch that is being drawn; null when none is. */
  readonly drawn: DayRange | null;
  /** The bar under the pointer. */
  readonly hovered: number | null;
  readonly handlers: {
    readonly onPointerDown: (event: PointerEvent<HTMLElement>) => void;
    readonly onPointerMove: (event: PointerEvent<HTMLElement>) => void;
    readonly onPointerUp: (event: PointerEvent<HTMLElement>) => void;
    readonly onPointerCancel: () => void;
    readonly onPointerLeave: () => void;
  };
}

/** What the pointer holds: a bar that a stretch is drawn from, or one of the stretch's ends. */
type Grip =
  | { readonly type: 'bar'; readonly bin: number; readonly x: number }
  | { readonly type: 'edge'; readonly edge: Edge };

/** CSS pixels that a pointer may slip while it presses. */
const SLIP = 4;

/** Draws a stretch of bars with mouse, pen or finger. Escape lets go of it. */
export function useBrush({ bins, period, onDrawn, onPressed }: BrushInput): Brush {
  const grip = useRef<Grip | null>(null);
  const [drawn, setDrawn] = useState<DayRange | null>(null);
  const [hovered, setHovered] = useState<number | null>(null);
  const letGo = (): void => {
    grip.current = null;
    setDrawn(null);
  };
  useEscape(drawn !== null || hovered !== null, () => {
    letGo();
    setHovered(null);
  });
  const onPointerDown = (event: PointerEvent<HTMLElement>): void => {
    if (event.button !== 0) return;
    const edge = edgeOf(event.target);
    const bin = binUnder(event, bins.length);
    grip.current = edge === null ? { type: 'bar', bin, x: event.clientX } : { type: 'edge', edge };
    event.currentTarget.setPointerCapture(event.pointerId);
    if (edge === null && event.shiftKey) setDrawn(reached(period, bins[bin]));
  };
  const onPointerMove = (event: PointerEvent<HTMLElement>): void => {
    const bin = binUnder(event, bins.length);
    setHovered(bin);
    const held = grip.current;
    if (held === null) return;
    if (held.type === 'edge') setDrawn(movedEdge(period, held.edge, bins[bin]));
    else if (drawn !== null || Math.abs(event.clientX - held.x) >= SLIP)
      setDrawn(daysOf(bins, held.bin, bin));
  };
  const onPointerUp = (): void => {
    const held = grip.current;
    letGo();
    if (drawn !== null) onDrawn(drawn);
    else if (held?.type === 'bar') onPressed(held.bin);
  };
  const onPointerLeave = (): void => setHovered(null);
  return {
    drawn,
    hovered,
    handlers: { onPointerDown, onPointerMove, onPointerUp, onPointerCancel: letGo, onPointerLeave },
  };
}

/** Takes Escape for itself while there is something that it takes away. */
function useEscape(isOn: boolean, onEscape: () => void): void {
  const latest = useRef(onEscape);
  useEffect(() => {
    latest.current = onEscape;
  });
  useEffect(() => {
    if (!isOn) return;
    const press = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape') return;
      event.preventDefault();
      event.stopPropagation();
      latest.current();
    };
    document.addEventListener('keydown', press, { capture: true });
    return () => document.removeEventListener('keydown', press, { capture: true });
  }, [isOn]);
}

function edgeOf(target: EventTarget): Edge | null {
  const edge = target instanceof Element ? target.closest('[data-edge]')?.getAttribute('data-edge') : null;
  return edge === 'from' || edge === 'to' ? edge : null;
}

/** The bar under a pointer, the nearest one where it is beside all. */
function binUnder({ currentTarget, clientX }: PointerEvent<HTMLElement>, bins: number): number {
  const { left, width } = currentTarget.getBoundingClientRect();
  const place = Math.floor(((clientX - left) / Math.max(1, width)) * bins);
  return Math.max(0, Math.min(bins - 1, place));
}

/** A period with one end at a bar, never beyond its other end. */
function movedEdge(period: DayRange, edge: Edge, bin: TimeBin | undefined): DayRange {
  if (bin === undefined) return period;
  const { from, to } = period;
  if (edge === 'from') return { from: to !== null && bin.from > to ? to : bin.from, to };
  return { from, to: from !== null && bin.to < from ? from : bin.to };
}

/** A period that reaches to a bar too; the bar's days where there is no period. */
function reached({ from, to }: DayRange, bin: TimeBin | undefined): DayRange | null {
  if (bin === undefined) return null;
  if (from === null && to === null) return bin;
  return {
    from: from !== null && bin.from < from ? bin.from : from,
    to: to !== null && bin.to > to ? bin.to : to,
  };
}
