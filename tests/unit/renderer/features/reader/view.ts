import type { ReleaseView, Run, ViewBlock } from '../../../../../main/contract/index.ts';

/** Lays texts out one after another as the reader gets them, two units apart. */
export class Layout {
  #at = 0;

  runs(...texts: readonly (string | readonly [text: string, href: string])[]): readonly Run[] {
    const runs = texts.map((one): Run => {
      const [text, href] = typeof one === 'string' ? [one, undefined] : one;
      const run = { text, start: this.#at, ...(href === undefined ? {} : { href }) };
      this.#at += text.length;
      return run;
    });
    this.#at += 2;
    return runs;
  }
}

/** A release view with little in it; `over` says what the test is about. */
export function viewOf(over: Partial<ReleaseView> = {}): ReleaseView {
  const day = {
    edtf: '2017-12-08',
    earliest: '2017-12-08',
    latest: '2017-12-08',
    basis: 'meta',
    evidence: [],
  } as const;
  return {
    id: '0123456789abcdef',
    version: 'f'.repeat(64),
    state: 'live',
    withdrawal: null,
    versions: [],
    package: {
      identity: 'b'.repeat(64),
      title: 'Exempelarkivet',
      organisation: 'Nordmarks regeringskansli',
      rights: null,
      series: 'nordmark',
      sequence: 1,
      date: null,
      trust: null,
      isTrusted: false,
      signer: null,
    },
    title: [],
    kind: 'Pressmeddelande',
    language: 'sv',
    date: day,
    updated: null,
    senders: [],
    lead: [],
    body: [],
    contacts: [],
    attachments: [],
    shortcuts: [],
    governments: [],
    mandatePeriods: [],
    departments: [],
    subjects: [],
    designations: [],
    officeHolders: [],
    banners: [],
    conflicts: [],
    marks: [],
    readingLength: 0,
    source: {
      address: 'https://regeringen.nordmark.example/a',
      file: 'a.txt',
      fetched: '2024-11-30',
      sha256: 'a'.repeat(64),
      parser: 'text-dump/1',
      originalKept: true,
    },
    ...over,
  };
}

/** A paragraph of laid runs. */
export function paragraph(runs: readonly Run[]): ViewBlock {
  return { type: 'paragraph', runs };
}
