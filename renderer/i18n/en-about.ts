import type { Message } from './message.ts';
import type { svAbout } from './sv-about.ts';

/** The words of welcome, help beyond its tables, about and the accessibility statement, in English. */
export const enAbout: Readonly<Record<keyof typeof svAbout, Message>> = {
  'welcome.title': 'Welcome to the reading room',
  'welcome.step': 'Step {step} of {of}',
  'welcome.search': 'Search as you think',
  'welcome.search-said':
    'Type one word or several, in Swedish. Every inflection is searched, and words inside compounds. Above the results stands what was searched.',
  'welcome.try-word': 'skola',
  'welcome.filter': 'See who was in office then',
  'welcome.filter-said':
    'The filters know who held which office on the day something was published, and which government sat. Choose several; the counts follow.',
  'welcome.import': 'Bring in an archive of your own',
  'welcome.import-said':
    'What you see is an example from a country that does not exist. A real archive package is imported into the library: drop the file on the window, or choose it there. Nothing is installed before you have seen what it is.',
  'welcome.try': 'Try: {what}',
  'welcome.to-library': 'Show the library',
  'welcome.next': 'Next',
  'welcome.before': 'Back',
  'welcome.done': 'Done',
  'welcome.skip': 'Skip',
  'welcome.told': 'There is a short introduction in the window. F6 goes there, Esc closes it.',

  'help.more': 'More help',
  'help.welcome': 'A short introduction',

  'about.program': 'About Läsesal',
  'about.version': 'Version {version}',
  'about.what':
    'A reading room for a government’s press releases. Search, read, and show who held which office on the day something was published, and how that is known.',
  'about.offline': 'Nothing leaves this computer',
  'about.offline-said':
    'Läsesal has no way to a network. The window fetches the program’s own pages only, names of servers are never looked up, and no part of the program can open a connection. Links in a release are shown as text and never open by themselves.',
  'about.offline-checked':
    'At every start the program checks that these guards are in force. If they are not, it does not open.',
  'about.own': 'What you make yourself, such as settings and notes, lies on this computer and nowhere else.',
  'about.licence': 'Läsesal may be used, changed and passed on freely under the MIT licence.',
  'about.licences': 'Licences of everything that comes with it',
  'about.licences-said':
    'Läsesal is built with the work of others. Here is which, and the terms word for word.',
  'about.packages': 'Built into the program',
  'about.runtime': 'What the program runs in: Electron, Chromium and their parts',
  'about.no-runtime': 'The licences of what the program runs in do not come with this copy.',
  'about.find': 'Find in the list',
  'about.found': { one: '{count} part', other: '{count} parts' },
  'about.fetching': 'Fetching …',

  'access.title': 'Accessibility statement',
  'access.lead':
    'Everyone should be able to use Läsesal. This statement tells how the program meets the Swedish act on the accessibility of digital public services and the standard it rests on, EN 301 549 version 3.2.1, which includes WCAG 2.1 level AA. The program has been tested against WCAG 2.2 level AA.',
  'access.how': 'How accessible is the program?',
  'access.how-said':
    'The program is partially compliant. The shortcomings that are known stand below. That something is not listed does not mean that people have tried it with every kind of assistive technology.',
  'access.can': 'What you can do',
  'access.can-keys':
    'Do everything by keyboard. Press F1 for all keys; F6 goes between the parts of the window.',
  'access.can-look':
    'Choose the size of the text, the length of lines and the look: light, dark, sepia or high contrast, or use the computer’s own colours. With large text the window becomes one column and nothing disappears at the side.',
  'access.can-still': 'Be spared movement: nothing moves when the computer is set to less motion.',
  'access.can-heard':
    'Hear the number of hits, progress and errors, and which words are marked. What is shown as a chart is there as a table too.',
  'access.can-single':
    'Turn off keys that work without Ctrl or Alt, under Settings, if you control the computer by voice.',
  'access.report': 'Reporting shortcomings',
  'access.report-said':
    'If you find something that is not listed here, or cannot use a part of the program, tell whoever gave you the program. A public body has to answer you and give you the content in a way that works for you.',
  'access.supervision': 'Supervision',
  'access.supervision-said':
    'The Swedish Agency for Digital Government (Digg) supervises the act. If you are not content with the answer, you can report it there.',
  'access.technical': 'Technical information',
  'access.technical-said':
    'Läsesal is a program for the computer, partially compliant with the act owing to the shortcomings below.',
  'access.not': 'What is not accessible',
  'access.not-law': 'Shortcomings against the requirements',
  'access.not-tried':
    'The program has not been tried with screen readers by people who use them. Names, roles and states have been checked in the tree that screen readers read (EN 301 549 11.5.2).',
  'access.not-systems': 'It has been tested on Linux. On Windows and macOS it has not.',
  'access.not-language':
    'Passages and words in another language than the release itself are not marked and are read aloud with the wrong pronunciation (WCAG 3.1.2).',
  'access.not-tables':
    'Tables in releases are shown as the source had them. Where the source marked no headers, there are none here either (WCAG 1.3.1).',
  'access.not-platform':
    'The size of the text is set in the program and does not follow what is chosen for the whole computer (EN 301 549 11.7).',
  'access.not-covered': 'Content that is not covered',
  'access.not-covered-said':
    'The texts of the releases were written by those who published them and are shown word for word. Attachments are not part of the archive; their addresses are shown as text.',
  'access.tested': 'How the program has been tested',
  'access.tested-said':
    'Those who make the program have tested it themselves. Every change is tested automatically in the finished program: axe-core on the screens in both languages, contrast in every look, that choices and hits are seen in the computer’s own colours, whole tasks by keyboard alone, enlargement to 400 per cent, the size of everything that can be pressed, and the names in the accessibility tree.',
  'access.date': 'This statement is about version {version}. It was made in November 2026.',
};
