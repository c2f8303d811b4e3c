import { plainReference, writeReference } from '../cite/cite.ts';
import { dateWords, dayWords } from '../model/date-words.ts';
import { isLongTitle } from '../model/block-look.ts';
import { isDay } from '../model/day.ts';
import { escaped } from '../model/escaped.ts';
import { readable } from '../model/reading-text.ts';
import type { ReferenceForm } from '../model/reference.ts';
import { releaseLink } from '../model/release-link.ts';
import { describe } from './described.ts';
import { addressMarkup, saidMarkup } from './markup.ts';
import type { SaidMarkup } from './markup.ts';
import { citationFor } from './out-release.ts';
import type { OutRelease } from './out-release.ts';
import type { OutPage } from './page.ts';
import { exportWords } from './words.ts';
import type { ExportWords } from './words.ts';

/** One release as a page: its text, and under it the reference and what its origin can be proved by. */
export function releasePage(release: OutRelease, form: ReferenceForm): OutPage {
  const words = exportWords[form.language];
  const { said } = release.record;
  const markup = saidMarkup(said);
  const title = markup.title === '' ? words.untitled : markup.title;
  const hasText = markup.lead !== '' || markup.body !== '';
  const language = release.links.language ?? said.language ?? form.language;
  const body = [
    `<header><p class="kicker">${partsMarkup(kickerOf(release, form))}</p>${noteOf(release, words, form)}</header>`,
    `<main lang="${escaped(language)}">`,
    `<h1${isLongTitle(said.title) ? ' class="long"' : ''}>${escaped(title)}</h1>`,
    markup.lead === '' ? '' : `<div class="lead">${markup.lead}</div>`,
    hasText ? markup.body : `<p lang="${form.language}">${escaped(words.noText)}</p>`,
    '</main>',
    contactsOf(markup, words),
    addressesOf(release, markup, words),
    originOf(release, form, words),
  ];
  return {
    language: form.language,
    title,
    body: body.filter((part) => part !== '').join('\n'),
    foot: footOf(release, form, words),
  };
}

/** Kind, senders and date, each once: a sender line often names the kind already. */
export function kickerOf(release: OutRelease, form: ReferenceForm): readonly string[] {
  const { kind, senders, departments } = describe(release, form);
  const from = senders.length > 0 ? senders : departments.map(({ label }) => label);
  const saysKind = from.some((sender) => /^\p{L}+ (?:från|from) /u.test(sender));
  const parts = [...(saysKind || kind === null ? [] : [kind.label]), ...from];
  return [...new Set([...parts, dateWords(release.links.date, form.language)])];
}

/** What stands in a row: a line ends between two of them, and within one only where it is longer than a line. */
export function partsMarkup(parts: readonly string[]): string {
  return parts.map((part) => `<span>${escaped(part)}</span>`).join(' · ');
}

function noteOf({ state, withdrawal }: OutRelease, words: ExportWords, { language }: ReferenceForm): string {
  if (withdrawal !== null)
    return `<p class="note">${escaped(`${words.withdrawn(dayWords(withdrawal.day, language))} ${withdrawal.reason}`)}</p>`;
  return state === 'former' ? `<p class="note">${escaped(words.former)}</p>` : '';
}

function contactsOf({ contacts }: SaidMarkup, words: ExportWords): string {
  if (contacts.length === 0) return '';
  const each = contacts.map((lines) => `<address>${lines}</address>`).join('\n');
  return `<section class="aside contacts"><h2>${escaped(words.contacts)}</h2><div>${each}</div></section>`;
}

function addressesOf({ record }: OutRelease, { addresses }: SaidMarkup, words: ExportWords): string {
  const files = [...record.said.attachments, ...record.said.shortcuts];
  if (files.length === 0 && addresses.length === 0) return '';
  const item = (number: string, label: string, address: string): string =>
    `<li>${number}<span>${escaped(label)} <span class="address">${addressMarkup(address)}</span></span></li>`;
  const items = [
    ...files.map(({ label, href }) => item('', readable(label), href)),
    ...addresses.map(({ number, label, address }) => item(`<b>${number}</b>`, label, address)),
  ];
  return `<section class="aside"><h2>${escaped(words.attachments)}</h2><ul class="addresses">${items.join('\n')}</ul></section>`;
}

function originOf(release: OutRelease, form: ReferenceForm, words: ExportWords): string {
  const { record, archive } = release;
  const { source } = record.said;
  const reference = writeReference(citationFor(release, form.author), form.style, form.language)
    .map(({ text, italic }) => (italic === true ? `<i>${escaped(text)}</i>` : addressMarkup(text)))
    .join('');
  const facts: readonly (readonly [string, string])[] = [
    [words.address, source.address ?? words.unknown],
    [words.fetched, fetchedWords(source.fetched, form, words)],
    [words.sha256, source.sha256],
    [words.held, [archive.title, archive.organisation].filter((part) => part !== null).join(', ')],
    [words.package, archive.identity],
    [words.version, `${record.id}@${record.version}`],
    [words.link, releaseLink(record.id, null)],
  ];
  const list = facts.map(
    ([name, value]) => `<div><dt>${escaped(name)}</dt><dd>${addressMarkup(value)}</dd></div>`,
  );
  return `<footer class="aside origin"><h2>${escaped(words.provenance)}</h2><p class="reference">${reference}</p><dl>${list.join('\n')}</dl></footer>`;
}

function fetchedWords(fetched: string | null, { language }: ReferenceForm, words: ExportWords): string {
  const day = fetched?.slice(0, 10) ?? '';
  return isDay(day) ? dayWords(day, language) : (fetched ?? words.unknown);
}

/**
 * The reference as it fits in a line: of many authors the first, so that the title is there, and where it is held, since
 * the address has a line of its own.
 */
function shortReference(release: OutRelease, form: ReferenceForm, words: ExportWords): string {
  const citation = citationFor(release, form.author);
  const [first, ...others] = citation.authors;
  const authors: typeof citation.authors =
    first === undefined || others.length < 2
      ? citation.authors
      : [{ type: 'body', name: `${first.name} ${words.andOthers}` }];
  return plainReference(writeReference({ ...citation, authors, address: null }, form.style, form.language));
}

function footOf(release: OutRelease, form: ReferenceForm, words: ExportWords): readonly string[] {
  const { source } = release.record.said;
  return [
    shortReference(release, form, words),
    ...(source.address === null ? [] : [source.address]),
    `SHA-256 ${source.sha256}`,
  ];
}
