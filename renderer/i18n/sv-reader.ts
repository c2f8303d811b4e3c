/** Tabs, related releases and the other things around the text of a release, in Swedish. */
export const svReader = {
  'tabs.label': 'Öppna handlingar',
  'tabs.count': { one: '{count} flik öppen', other: '{count} flikar öppna' },
  'tabs.menu': 'Alla flikar',
  'tabs.menu-count': { one: '{count} flik', other: '{count} flikar' },
  'tabs.close': 'Stäng fliken',
  'tabs.close-others': 'Stäng de andra',
  'tabs.reopen': 'Öppna stängd flik igen',
  'tabs.unnamed': 'Handling',

  'related.title': 'Handlingar som hör ihop med den här',
  'related.matter': 'Samma ärende: {designations}',
  'related.designation': 'Samma beteckning: {designations}',
  'related.minister': {
    one: 'Samma minister och ämne inom {count} dag: {persons}; {subjects}',
    other: 'Samma minister och ämne inom {count} dagar: {persons}; {subjects}',
  },
  'related.minister-same-day': 'Samma minister och ämne samma dag: {persons}; {subjects}',
  'related.words': 'Liknande text: {words}',
  'related.subject-and-words': 'Samma ämne ({subjects}) och liknande text: {words}',
} as const;
