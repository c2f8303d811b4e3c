import { shortName } from '../cite/citation.ts';
import { dayWords } from '../model/date-words.ts';
import type { Day } from '../model/day.ts';
import { escaped } from '../model/escaped.ts';
import { readable } from '../model/reading-text.ts';
import type { ReferenceForm } from '../model/reference.ts';
import { addressMarkup } from './markup.ts';
import type { OutRelease } from './out-release.ts';
import type { OutPage } from './page.ts';
import { kickerOf, partsMarkup } from './release-page.ts';
import { exportWords } from './words.ts';

/** As many releases as are printed of a list: some seventy sheets. */
export const MOST_PRINTED = 1000;

/** What a printed list is of. */
export interface ListPageInput {
  /** What it is called, or what was searched; empty for no words. */
  readonly title: string;
  readonly isSearch: boolean;
  /** Beside the title: the filters that hold. */
  readonly narrowed: readonly string[];
  /** The first of them, `MOST_PRINTED` at most. */
  readonly releases: readonly OutRelease[];
  readonly total: number;
  readonly archive: string;
  readonly day: Day;
}

/** A list of releases as a page: what it is a list of, and for each its title, date, sender and where it is found. */
export function listPage(input: ListPageInput, form: ReferenceForm): OutPage {
  const words = exportWords[form.language];
  const { releases, total, archive, day } = input;
  const number = new Intl.NumberFormat(form.language === 'sv' ? 'sv-SE' : 'en-GB');
  const named = input.isSearch ? words.search(input.title) : input.title;
  const title = input.title.trim() === '' ? words.allReleases : named;
  const counted = `${words.releases(number.format(total), total)} · ${archive} · ${dayWords(day, form.language)}`;
  const bounded =
    releases.length < total
      ? `<p class="note">${escaped(words.bounded(number.format(releases.length), number.format(total)))}</p>`
      : '';
  const narrowed = input.narrowed.map((line) => `<p class="kicker">${escaped(line)}</p>`).join('\n');
  const body = `<header><h1>${escaped(title)}</h1>${narrowed}<p class="kicker">${escaped(counted)}</p>${bounded}</header>
<main><ol class="entries">
${releases.map((release) => entry(release, form)).join('\n')}
</ol></main>`;
  return { language: form.language, title, body, foot: [`${title} · ${counted}`] };
}

function entry(release: OutRelease, form: ReferenceForm): string {
  const words = exportWords[form.language];
  const { said } = release.record;
  const title = readable(said.title).trim();
  const state = release.state === 'live' ? [] : [words.states[release.state]];
  const { address } = said.source;
  return `<li><h2>${escaped(title === '' ? words.untitled : title)}</h2>
<p class="parts">${partsMarkup([...kickerOf(release, form), ...state, shortName(release.record)])}</p>
${address === null ? '' : `<p>${addressMarkup(address)}</p>`}</li>`;
}
