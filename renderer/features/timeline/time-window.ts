import { daysInMonth, timeUnits } from '../../../main/contract/index.ts';
import type { Day, TimeBin, TimeUnit } from '../../../main/contract/index.ts';

const MONTHS = 12;
/** The most days that a month has. */
const DAYS = 31;
/** CSS pixels that a bar and the gap beside it take at least. */
const LEAST_BAR = 4.5;

/** What is looked at: how finely, and around which day; null leaves it to the room there is. */
export interface TimeView {
  readonly unit: TimeUnit | null;
  readonly around: Day | null;
}

interface Room {
  /** First and last day of the archive. */
  readonly scale: TimeBin;
  /** The part of it that nearly all releases are from. */
  readonly main: TimeBin;
  /** CSS pixels that the bars have from side to side. */
  readonly width: number;
}

/** The unit that is shown: the one asked for, else months where those of the main part have room, else years. */
export function unitShown({ unit }: TimeView, { main, width }: Room): TimeUnit {
  return unit ?? (yearsOf(main).length * MONTHS <= capacity(width) ? 'month' : 'year');
}

/**
 * The days that are shown, in whole years or months, never beyond the scale. Of years and months it is the main part where
 * that has room and the day asked for is in it; otherwise as many as have room, and no more than in the main part, around
 * that day (the last one when none is asked for).
 */
export function windowFor(view: TimeView, room: Room): TimeBin {
  const { scale, main, width } = room;
  const around = clamp(view.around ?? main.to, scale);
  switch (unitShown(view, room)) {
    case 'year':
      return yearsAround(around, room, capacity(width));
    case 'month':
      return yearsAround(around, room, Math.floor(capacity(width) / MONTHS));
    case 'day':
      return monthsAround(around, scale, Math.floor(capacity(width) / DAYS));
  }
}

/** The unit one step finer or coarser; null when there is none. */
export function unitBeside(unit: TimeUnit, step: 1 | -1): TimeUnit | null {
  return timeUnits[timeUnits.indexOf(unit) + step] ?? null;
}

function capacity(width: number): number {
  return Math.floor(width / LEAST_BAR);
}

interface Years {
  readonly first: number;
  readonly length: number;
}

function yearsOf({ from, to }: TimeBin): Years {
  return { first: yearOf(from), length: yearOf(to) - yearOf(from) + 1 };
}

function yearsAround(around: Day, { scale, main }: Room, most: number): TimeBin {
  const { first, length } = yearsOf(scale);
  const inMain = yearsOf(main);
  const place = yearOf(around) - inMain.first;
  if (inMain.length <= most && place >= 0 && place < inMain.length)
    return wholeYears(inMain.first, inMain.first + inMain.length - 1);
  const [start, end] = stretch({ at: yearOf(around) - first, length, most: Math.min(most, inMain.length) });
  return wholeYears(first + start, first + end);
}

function wholeYears(first: number, last: number): TimeBin {
  return { from: `${padded(first)}-01-01`, to: `${padded(last)}-12-31` };
}

function monthsAround(around: Day, scale: TimeBin, most: number): TimeBin {
  const first = monthOf(scale.from);
  const length = monthOf(scale.to) - first + 1;
  const [start, end] = stretch({ at: monthOf(around) - first, length, most });
  const [from, to] = [monthText(first + start), monthText(first + end)];
  const last = daysInMonth(Number(to.slice(0, 4)), Number(to.slice(5)));
  return { from: `${from}-01`, to: `${to}-${last}` };
}

/** The first and last of as many places as there may be, with `at` in the middle where that can be. */
function stretch({
  at,
  length,
  most,
}: {
  readonly at: number;
  readonly length: number;
  readonly most: number;
}): readonly [number, number] {
  const count = Math.max(1, Math.min(length, most));
  const start = Math.max(0, Math.min(length - count, at - Math.floor((count - 1) / 2)));
  return [start, start + count - 1];
}

function clamp(day: Day, { from, to }: TimeBin): Day {
  return day < from ? from : day > to ? to : day;
}

function yearOf(day: Day): number {
  return Number(day.slice(0, 4));
}

/** Months from the year 0 on. */
function monthOf(day: Day): number {
  return yearOf(day) * MONTHS + Number(day.slice(5, 7)) - 1;
}

function monthText(month: number): string {
  return `${padded(Math.floor(month / MONTHS))}-${String((month % MONTHS) + 1).padStart(2, '0')}`;
}

function padded(year: number): string {
  return String(year).padStart(4, '0');
}
