import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { createLinker } from '../../archive/authority/linker.ts';
import type { Linker } from '../../archive/authority/linker.ts';
import { openRegister } from '../../archive/authority/register.ts';
import type { Register } from '../../archive/authority/register.ts';
import { swedishRegister } from '../../archive/authority/se/index.ts';
import type { Links, MinisterLink } from '../../archive/model/links.ts';
import { layoutReading } from '../../archive/model/reading-text.ts';
import type { ReadingLayout } from '../../archive/model/reading-text.ts';
import type { Said } from '../../archive/model/said.ts';
import { readSources } from '../../archive/sources/index.ts';
import { realData } from '../fixtures/real-data.ts';
import { linkWithoutTags } from '../unit/archive/authority/hidden-tags.ts';
import { table } from './table.ts';
import type { Row } from './table.ts';

/**
 * Linking over the real pages: how fast, how many links of each strength, what disagrees, and of the serving
 * ministers that pages still carry as tags and name in their text, how many are found from the text alone.
 *
 * `tsx tests/bench/linking.ts --sample strong 200 --seed 7` prints links drawn at random instead, to be read
 * and judged: address, date, person, role, and the evidence in its surroundings, parted by tabs.
 */
async function main(source: string): Promise<void> {
  const { values, positionals } = parseArgs({
    options: { sample: { type: 'string' }, seed: { type: 'string', default: '1' } },
    allowPositionals: true,
  });
  const register = openRegister(swedishRegister);
  const tally = new Tally(register);
  for await (const item of readSources([source])) {
    if (item.type === 'page') tally.add(item.page.said);
  }
  if (values.sample === undefined) tally.print();
  else printSample(tally.samples, values.sample, Number(positionals[0] ?? 200), Number(values.seed));
}

/** One link as a reader judges it. */
interface Sample {
  readonly strength: string;
  readonly line: string;
}

class Tally {
  readonly samples: Sample[] = [];
  readonly #register: Register;
  readonly #linker: Linker;
  readonly #counts = new Map<string, number>();
  readonly #conflicts = new Map<string, number>();
  #linking = 0;
  #pages = 0;
  #named = 0;
  #found = 0;

  constructor(register: Register) {
    this.#register = register;
    this.#linker = createLinker(register);
  }

  add(said: Said): void {
    const layout = layoutReading(said);
    const started = performance.now();
    const links = this.#linker.link({ id: 'page', version: 'v', said, layout });
    this.#linking += performance.now() - started;
    this.#pages += 1;
    for (const link of links.ministers) {
      const kind = `${link.strength} ${link.relation}${link.certain ? '' : ', uncertain'}`;
      this.#counts.set(kind, (this.#counts.get(kind) ?? 0) + 1);
      this.samples.push({ strength: link.strength, line: this.#describe(said, { links, link, layout }) });
    }
    for (const { code } of links.conflicts) this.#conflicts.set(code, (this.#conflicts.get(code) ?? 0) + 1);
    const { named, found } = linkWithoutTags(this.#register, this.#linker, said);
    this.#named += named.length;
    this.#found += found.length;
  }

  print(): void {
    const share = (this.#found / this.#named) * 100;
    const speed = Math.round((this.#pages / this.#linking) * 1000);
    console.log(table([{ pages: this.#pages, 'linking (pages/s)': speed, 'goal (pages/s)': '≥ 1500' }]));
    console.log(
      `\n${table([{ 'tagged and named': this.#named, 'found from the text alone': this.#found, '%': share, 'goal (%)': '≥ 95' }])}`,
    );
    console.log(`\n${table(rowsOf('minister links', this.#counts))}`);
    console.log(`\n${table(rowsOf('conflicts', this.#conflicts))}`);
  }

  #describe(said: Said, { links, link, layout }: Described): string {
    const role = this.#register.role(link.role);
    const office = role === undefined ? '' : (this.#register.office(role.office)?.title ?? '');
    const person = this.#register.person(link.person)?.name ?? link.person;
    const evidence = link.evidence.map((piece) =>
      piece.start === -1
        ? `{${piece.quote}}`
        : `${layout.text.slice(Math.max(0, piece.start - 120), piece.start)}[[${piece.quote}]]${layout.text.slice(piece.end, piece.end + 120)}`,
    );
    const days = `${role?.from ?? ''}..${role?.to ?? ''}`;
    const what = [said.source.address ?? said.source.file, links.date.edtf, person, `${office} ${days}`];
    const how = `${link.strength} ${link.relation}${link.certain ? '' : ' uncertain'}`;
    return [...what, how, evidence.slice(0, 3).join(' … ')].join('\t').replace(/\n+/gu, ' ⏎ ');
  }
}

interface Described {
  readonly links: Links;
  readonly link: MinisterLink;
  readonly layout: ReadingLayout;
}

function rowsOf(what: string, counts: ReadonlyMap<string, number>): readonly Row[] {
  const sorted = [...counts].toSorted((a, b) => b[1] - a[1]);
  return sorted.map(([name, pages]) => ({ [what]: name, count: pages }));
}

function printSample(samples: readonly Sample[], strength: string, count: number, seed: number): void {
  const lines = samples.filter((sample) => sample.strength === strength).map(({ line }) => line);
  const random = seeded(seed);
  const drawn = lines.map((line) => ({ line, key: random() })).toSorted((a, b) => a.key - b.key);
  for (const { line } of drawn.slice(0, count)) console.log(line);
}

/** Mulberry32 (Tommy Ettinger, public domain): a small generator whose numbers a seed repeats. */
function seeded(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

if (realData === null) {
  console.log('The folder of real pages is not beside the checkout: nothing to measure.');
} else {
  await main(join(realData, 'g0v.tar.gz'));
}
