import type { Block } from '../../../archive/model/block.ts';
import type { Links } from '../../../archive/model/links.ts';
import { layoutReading } from '../../../archive/model/reading-text.ts';
import type { RegisterData } from '../../../archive/model/register.ts';
import type { ReleaseRecord, Said } from '../../../archive/model/said.ts';
import { releaseId, sha256, versionOf } from '../../../archive/package/identity.ts';
import { verifyPackage } from '../../../archive/package/verify.ts';
import { PackageWriter } from '../../bench/search/package-writer.ts';
import type { WrittenRelease } from '../../bench/search/package-writer.ts';
import { addresses, texts } from './vectors.ts';

/** Releases that all vectors are spread over, so that none of them is too long to be looked at. */
export const RELEASES = 24;

/** What a release holds, to be looked for on the screen. */
export interface Loaded {
  /** A word that no other release has. */
  readonly word: string;
  /** The texts of its body. */
  readonly texts: readonly string[];
}

/** Takes one after the other, and begins again after the last. */
class Turn {
  readonly #all: readonly string[];
  #at = 0;

  constructor(all: readonly string[]) {
    this.#all = all;
  }

  next(): string {
    this.#at += 1;
    return this.#all[(this.#at - 1) % this.#all.length] ?? '';
  }

  take(count: number): readonly string[] {
    return Array.from({ length: count }, () => this.next());
  }
}

/**
 * Writes a package in which every text that someone else may have written is an attack: titles, bodies, links, tables,
 * contacts, attachments, names and titles of the register. It is a whole and lawful package all the same.
 */
export async function writeHostilePackage(dir: string): Promise<readonly Loaded[]> {
  const [text, address] = [new Turn(texts), new Turn(addresses)];
  const register = hostileRegister(text);
  const loaded = Array.from({ length: RELEASES }, (_, n) => hostileRelease(n, { text, address }));
  const writer = new PackageWriter(dir, register);
  for (const { release } of loaded.toSorted((a, b) => (a.release.record.id < b.release.record.id ? -1 : 1)))
    writer.add(release);
  writer.close(text.next());
  const { problems } = await verifyPackage(dir);
  if (problems.length > 0) throw new Error(`the package is not lawful: ${JSON.stringify(problems[0])}`);
  return loaded.map(({ word, body }) => ({ word, texts: body }));
}

interface Turns {
  readonly text: Turn;
  readonly address: Turn;
}

interface HostileRelease {
  readonly word: string;
  readonly body: readonly string[];
  readonly release: WrittenRelease;
}

/** So many vectors stand in the paragraphs of each release: all of them once, over all releases. */
const PARAGRAPHS = Math.ceil(texts.length / RELEASES);

function hostileRelease(n: number, { text, address }: Turns): HostileRelease {
  const word = `probe${String.fromCharCode(97 + n)}x`;
  const body = text.take(PARAGRAPHS);
  const link = (): { readonly text: string; readonly href: string } => ({
    text: text.next(),
    href: address.next(),
  });
  const file = (): { readonly label: string; readonly href: string } => ({
    label: text.next(),
    href: address.next(),
  });
  const blocks: readonly Block[] = [
    { type: 'heading', level: 2, inlines: [{ text: text.next() }] },
    ...body.map((one): Block => ({ type: 'paragraph', inlines: [{ text: one }, link()] })),
    { type: 'quote', inlines: [{ text: text.next() }, link()] },
    {
      type: 'list',
      ordered: false,
      items: [0, 1].map((depth) => ({ depth, inlines: [{ text: text.next() }, link()] })),
    },
    {
      type: 'table',
      headerRows: 1,
      rows: [0, 1, 2].map(() => [[{ text: text.next() }, link()], [{ text: text.next() }]]),
    },
  ];
  const said: Said = {
    title: `probe ${word} ${text.next()}`,
    lead: [{ type: 'paragraph', inlines: [{ text: `probe ${text.next()}` }, link()] }],
    body: blocks,
    senders: [text.next()],
    tags: [{ role: 'category', code: text.next(), label: text.next() }],
    dates: [{ role: 'published', where: 'text', text: text.next() }],
    banners: [text.next(), text.next()],
    contacts: [[text.next(), text.next()]],
    attachments: [file(), file()],
    shortcuts: [file(), file()],
    designations: [text.next()],
    kind: text.next(),
    language: 'sv',
    source: {
      address: null,
      file: `${text.next()}.txt`,
      fetched: text.next(),
      sha256: sha256(word),
      bytes: 1,
      mediaType: 'text/plain',
      parser: text.next(),
    },
  };
  return { word, body, release: written(said, n) };
}

function written(said: Said, n: number): WrittenRelease {
  const layout = layoutReading(said);
  const [id, version] = [releaseId(said.source), versionOf(said)];
  const record: ReleaseRecord = { id, version, aliases: [], current: true, said, reading: layout.text };
  const part = layout.parts[0] ?? { start: 0, end: 0 };
  const quote = layout.text.slice(part.start, part.end);
  const evidence = [{ kind: 'text' as const, block: 0, start: part.start, end: part.end, quote }];
  const value = (of: string) => ({ id: `${of}-${n}`, certain: n % 2 === 0, evidence });
  const links: Links = {
    id,
    version,
    date: {
      edtf: '2017-12-08',
      earliest: '2017-12-08',
      latest: '2017-12-08',
      basis: 'text',
      evidence,
    },
    kind: value('kind'),
    language: 'sv',
    governments: [value('government')],
    mandatePeriods: [value('period')],
    departments: [value('department')],
    ministers: [
      {
        person: `person-${n}`,
        role: `role-${n}`,
        relation: 'titled',
        strength: 'strong',
        certain: true,
        evidence,
      },
    ],
    subjects: [value('subject')],
    designations: [{ kind: 'other', value: said.designations[0] ?? '', evidence }],
    conflicts: [],
  };
  return { record, links };
}

/** A register in which nothing is harmless but the ids. */
function hostileRegister(text: Turn): RegisterData {
  const all = Array.from({ length: RELEASES }, (_, n) => n);
  const sources = ['source'];
  const name = (): string => `probe ${text.next()}`;
  const [from, to] = ['2010-01-01', '2020-12-31'];
  return {
    format: 1,
    id: 'probe',
    title: name(),
    version: text.next(),
    language: 'sv',
    hosts: ['regeringen.nordmark.example'],
    sources: [{ id: 'source', title: name(), address: 'javascript:top.__ran=1', note: text.next() }],
    governments: all.map((n) => ({ id: `government-${n}`, name: name(), from, to, sources })),
    mandatePeriods: all.map((n) => ({ id: `period-${n}`, name: name(), from, to, sources })),
    departments: all.map((n) => ({
      id: `department-${n}`,
      name: name(),
      aliases: [text.next()],
      from,
      to,
      successors: [],
      sources,
    })),
    offices: all.map((n) => ({ id: `office-${n}`, title: name(), aliases: [text.next()] })),
    persons: all.map((n) => ({
      id: `person-${n}`,
      name: name(),
      aliases: [text.next()],
      afterwards: { sv: text.next(), en: text.next() },
      sources,
    })),
    roles: all.map((n) => ({
      id: `role-${n}`,
      person: `person-${n}`,
      office: `office-${n}`,
      department: `department-${n}`,
      party: text.next(),
      from,
      to,
      sources,
    })),
    kinds: all.map((n) => ({ id: `kind-${n}`, label: { sv: name(), en: name() }, aliases: [] })),
    subjects: all.map((n) => ({ id: `subject-${n}`, label: { sv: name(), en: name() }, sources })),
  };
}
