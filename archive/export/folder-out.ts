import { mkdir, open, rename, rm } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { escaped } from '../model/escaped.ts';
import { fileName } from '../model/file-name.ts';
import type { ReferenceForm } from '../model/reference.ts';
import { syncFiles, syncFolder } from '../package/container/durable.ts';
import { csvHead, csvLine } from './csv.ts';
import { describe } from './described.ts';
import type { OutRelease } from './out-release.ts';
import { pageFile } from './page.ts';
import { releasePage } from './release-page.ts';
import { textFile } from './text-file.ts';
import { refusing } from './whole-file.ts';
import { exportWords } from './words.ts';

/** Names tried before it is given up: "Handlingar", "Handlingar 2" … */
const MOST_NAMES = 1000;

/**
 * A folder of releases, each as text and as a page, with an index: there whole or not at all. It is written under
 * another name and never replaces what is there.
 *
 * ```
 * Handlingar/index.html            what is in it, to go by
 * Handlingar/index.csv             the same as a table
 * Handlingar/2017/2017-12-08 Titel ID.txt, .html
 * ```
 */
export class FolderOut {
  readonly #parent: string;
  readonly #name: string;
  readonly #unfinished: string;
  readonly #form: ReferenceForm;
  readonly #table: FileHandle;
  readonly #index: FileHandle;
  readonly #written: string[] = [];
  readonly #years = new Set<string>();

  private constructor(
    of: FolderPlace & { readonly unfinished: string },
    table: FileHandle,
    index: FileHandle,
  ) {
    this.#parent = of.parent;
    this.#name = of.name;
    this.#form = of.form;
    this.#unfinished = of.unfinished;
    this.#table = table;
    this.#index = index;
    this.#written.push(join(of.unfinished, 'index.csv'), join(of.unfinished, 'index.html'));
  }

  /** Begins a folder in `parent`. Throws ProblemError `out-write-failed`, as all calls. */
  static async begin(place: FolderPlace): Promise<FolderOut> {
    const unfinished = join(place.parent, `.${place.name.slice(0, 60)}.${place.mark}.part`);
    return await refusing(place.parent, async () => {
      await mkdir(unfinished);
      const table = await open(join(unfinished, 'index.csv'), 'wx');
      const index = await open(join(unfinished, 'index.html'), 'wx');
      await table.writeFile(csvHead(place.form.language, [exportWords[place.form.language].file]));
      await index.writeFile(indexHead(place));
      return new FolderOut({ ...place, unfinished }, table, index);
    });
  }

  /** Writes some releases, each as text and as a page. */
  async add(releases: readonly OutRelease[]): Promise<void> {
    await refusing(this.#parent, async () => {
      let [table, index] = ['', ''];
      for (const release of releases) {
        const described = describe(release, this.#form);
        const year = described.date.earliest?.slice(0, 4) ?? '0000';
        const day = release.links.date.edtf;
        // The id makes the name one of its own.
        const name = fileName(`${isPlainDate(day) ? `${day} ` : ''}${described.title}`, '')
          .slice(0, 80)
          .trim();
        const path = `${year}/${name === '' ? '' : `${name} `}${versioned(release)}`;
        await this.#folderOf(year);
        await this.#writeFile(`${path}.txt`, textFile(release, this.#form));
        await this.#writeFile(`${path}.html`, pageFile(releasePage(release, this.#form)));
        table += csvLine(described, this.#form.language, [`${path}.html`]);
        index += indexLine(path, described.title, described.date.edtf, this.#form);
      }
      await this.#table.writeFile(table);
      await this.#index.writeFile(index);
    });
  }

  /**
   * Puts everything on the disk and gives the folder its name; gives where it is.
   *
   * @param each is called after each file that is on the disk; what it throws ends the work.
   */
  async finish(each: () => Promise<void>): Promise<string> {
    return await refusing(this.#parent, async () => {
      await this.#index.writeFile('</ol></main>\n</body>\n</html>\n');
      await this.#table.close();
      await this.#index.close();
      await syncFiles(this.#written, each);
      for (const year of this.#years) syncFolder(join(this.#unfinished, year));
      syncFolder(this.#unfinished);
      const path = freePath(this.#parent, this.#name);
      await rename(this.#unfinished, path);
      syncFolder(this.#parent);
      return path;
    });
  }

  /** Lets go of it: nothing is left. */
  async abandon(): Promise<void> {
    await this.#table.close().catch(() => undefined);
    await this.#index.close().catch(() => undefined);
    await rm(this.#unfinished, { recursive: true, force: true }).catch(() => undefined);
  }

  async #folderOf(year: string): Promise<void> {
    if (this.#years.has(year)) return;
    await mkdir(join(this.#unfinished, year));
    this.#years.add(year);
  }

  async #writeFile(path: string, text: string): Promise<void> {
    const whole = join(this.#unfinished, path);
    const file = await open(whole, 'wx');
    try {
      await file.writeFile(text);
    } finally {
      await file.close();
    }
    this.#written.push(whole);
  }
}

/** Where a folder is to be made. */
interface FolderPlace {
  readonly parent: string;
  readonly name: string;
  /** Tells this attempt from others: part of the name that it is written under. */
  readonly mark: string;
  readonly form: ReferenceForm;
}

/** A name that nothing has yet. */
function freePath(parent: string, name: string): string {
  for (let n = 1; n < MOST_NAMES; n += 1) {
    const path = join(parent, n === 1 ? name : `${name} ${n}`);
    if (!existsSync(path)) return path;
  }
  return join(parent, `${name} ${Date.now()}`);
}

/** A former version stands beside the newest under a name of its own. */
function versioned({ record, state }: OutRelease): string {
  return state === 'former' ? `${record.id}@${record.version.slice(0, 12)}` : record.id;
}

function isPlainDate(edtf: string): boolean {
  return /^\d{4}(?:-\d\d){0,2}$/u.test(edtf);
}

function indexHead({ name, form }: FolderPlace): string {
  const { body, ...page } = { language: form.language, title: name, body: '', foot: [] };
  const [head = ''] = pageFile({ ...page, body: `${body}<!--list-->` }).split('<!--list-->');
  return `${head}<header><h1>${escaped(name)}</h1></header>\n<main><ol class="entries">\n`;
}

function indexLine(path: string, title: string, date: string, { language }: ReferenceForm): string {
  const address = path.split('/').map(encodeURIComponent).join('/');
  const shown = title.trim() === '' ? exportWords[language].untitled : title;
  return `<li><h2><a href="${address}.html">${escaped(shown)}</a></h2><p>${escaped(date)} · <a href="${address}.txt">txt</a></p></li>\n`;
}
