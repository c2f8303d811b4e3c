import type { Message } from './message.ts';
import type { svReader } from './sv-reader.ts';

/** Tabs, related releases and the other things around the text of a release, in English. */
export const enReader: Readonly<Record<keyof typeof svReader, Message>> = {
  'tabs.label': 'Open releases',
  'tabs.count': { one: '{count} tab open', other: '{count} tabs open' },
  'tabs.menu': 'All tabs',
  'tabs.menu-count': { one: '{count} tab', other: '{count} tabs' },
  'tabs.close': 'Close the tab',
  'tabs.close-others': 'Close the others',
  'tabs.reopen': 'Reopen closed tab',
  'tabs.unnamed': 'Release',

  'related.title': 'Releases that go with this one',
  'related.matter': 'The same matter: {designations}',
  'related.designation': 'The same designation: {designations}',
  'related.minister': {
    one: 'The same minister and subject within {count} day: {persons}; {subjects}',
    other: 'The same minister and subject within {count} days: {persons}; {subjects}',
  },
  'related.minister-same-day': 'The same minister and subject on the same day: {persons}; {subjects}',
  'related.words': 'Similar text: {words}',
  'related.subject-and-words': 'The same subject ({subjects}) and similar text: {words}',
};
