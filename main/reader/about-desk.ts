import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { ProblemError, problem } from '../contract/index.ts';
import type { ReaderApi, ShippedPart } from '../contract/index.ts';
import { reply } from './reply.ts';

/** Where the licences of what is shipped lie. */
export interface ShippedPlaces {
  /** Lists of packages that the build wrote, one for each part of the program. */
  readonly lists: readonly string[];
  /** Folders that the runtime's own licences may lie in. */
  readonly runtime: readonly string[];
}

/** A part, and its licence word for word. */
type Licensed = ShippedPart & { readonly text: string };

const listSchema = z.object({
  packages: z.array(
    z.object({ name: z.string(), version: z.string(), licence: z.string(), text: z.string() }),
  ),
});

const ELECTRON_NAMES = ['LICENSE.electron.txt', 'LICENSE'];
const CHROMIUM_NAME = 'LICENSES.chromium.html';
/** A part of Chromium as its credits have it: name, and the text of the licence. */
const CREDIT = /<span class="title">([^<]*)<\/span>[^]*?<pre>([^<]*)<\/pre>/g;
const ENTITIES: Readonly<Record<string, string>> = {
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
  '&#34;': '"',
  '&amp;': '&',
};

/** Tells what the program is made of. Nothing is kept: the runtime's licences are nine megabytes. */
export class AboutDesk {
  readonly #places: () => ShippedPlaces;

  constructor(places: () => ShippedPlaces) {
    this.#places = places;
  }

  calls(): Pick<ReaderApi, 'shipped' | 'licence'> {
    return {
      shipped: () =>
        reply(async () => ({
          packages: (await this.#packages()).map(part),
          runtime: (await this.#runtime()).map(part),
        })),
      licence: ({ id }) => reply(async () => ({ text: await this.#licence(id) })),
    };
  }

  async #licence(id: string): Promise<string> {
    const of = id.startsWith('package:') ? await this.#packages() : await this.#runtime();
    const found = of.find((candidate) => candidate.id === id);
    if (found === undefined) throw new ProblemError(problem('licence-not-found', { id }));
    return found.text;
  }

  /** The packages of all parts of the program, each version once, by name. */
  async #packages(): Promise<readonly Licensed[]> {
    const lists = await Promise.all(
      this.#places().lists.map(async (file) => listSchema.parse(JSON.parse(await readFile(file, 'utf8')))),
    );
    const byId = new Map(
      lists
        .flatMap(({ packages }) => packages)
        .map((one): [string, Licensed] => {
          const id = `package:${one.name}@${one.version}`;
          return [id, { ...one, id }];
        }),
    );
    return [...byId.values()].toSorted((a, b) => (a.id < b.id ? -1 : 1));
  }

  /** The runtime itself, then its parts in the order of its own list. */
  async #runtime(): Promise<readonly Licensed[]> {
    const [electron, chromium] = [this.#find(ELECTRON_NAMES), this.#find([CHROMIUM_NAME])];
    const parts = chromium === null ? [] : creditsIn(await readFile(chromium, 'utf8'));
    const all = electron === null ? parts : [['Electron', await readFile(electron, 'utf8')], ...parts];
    return all.map(([name = '', text = ''], index) => ({
      id: `runtime:${index}`,
      name,
      version: null,
      licence: null,
      text: text.trim(),
    }));
  }

  #find(names: readonly string[]): string | null {
    const candidates = this.#places().runtime.flatMap((folder) => names.map((name) => join(folder, name)));
    return candidates.find((file) => existsSync(file)) ?? null;
  }
}

function part({ id, name, version, licence }: Licensed): ShippedPart {
  return { id, name, version, licence };
}

/** Names and licences in Chromium's credits, a page that its own build writes. */
function creditsIn(page: string): readonly (readonly string[])[] {
  return [...page.matchAll(CREDIT)].map(([, name = '', text = '']) => [asText(name), asText(text)]);
}

function asText(html: string): string {
  return html.replace(/&(?:lt|gt|quot|#39|#34|amp);/g, (entity) => ENTITIES[entity] ?? entity);
}
