import type { Message } from './message.ts';
import type { svTimeline } from './sv-timeline.ts';

/** The words of the timeline, in English. */
export const enTimeline: Readonly<Record<keyof typeof svTimeline, Message>> = {
  'timeline.title': 'Timeline',
  'timeline.whole': 'The whole time',
  'timeline.clear': 'Clear',
  'timeline.clear-said': 'Clear the period',
  'timeline.as-table': 'Show as table',
  'timeline.as-bars': 'Show as bars',
  'timeline.unit': 'A bar for each',
  'timeline.year': 'Year',
  'timeline.month': 'Month',
  'timeline.day': 'Day',
  'timeline.earlier': { one: 'Earlier ({count} release)', other: 'Earlier ({count} releases)' },
  'timeline.later': { one: 'Later ({count} release)', other: 'Later ({count} releases)' },
  'timeline.bars': 'Releases over time',
  'timeline.keys':
    'Left and right arrow go from bar to bar. Shift and arrow extend the period. Enter picks it, Esc clears it. Plus and minus show finer and coarser.',
  'timeline.bin': '{time}: {releases}',
  'timeline.extended': '{days}. Enter picks the period.',
  'timeline.per-year': 'A bar for each year.',
  'timeline.per-month': 'A bar for each month.',
  'timeline.per-day': 'A bar for each day.',
  'timeline.inexact': 'less exactly dated',
  'timeline.undated': 'undated',
  'timeline.before': 'before these bars',
  'timeline.after': 'after these bars',
  'timeline.all': 'All',
  'timeline.releases': 'Releases',
  'timeline.table': 'Releases over time, as a table',
  'timeline.none': 'No release in the archive has a date that tells which year it is from.',
};
