import type {
  ReaderApi,
  ReaderArgs,
  ReaderResult,
  Visit,
  WorkChange,
  WorkChanged,
  workCalls,
} from '../../contract/index.ts';
import type { Personal } from '../personal.ts';
import { reply } from '../reply.ts';
import { draftOf } from './changes.ts';
import type { Desk, Draft } from './draft.ts';
import { visitHere, visitsOf } from './history.ts';
import { Present } from './present.ts';
import { SearchNews } from './search-news.ts';
import type { WorkArchive } from './work-archive.ts';
import { WorkExchange } from './work-exchange.ts';
import type { ExchangeOptions } from './work-exchange.ts';
import { WorkItems } from './work-items.ts';
import { correctionViews, marksOf, noteViews, overviewOf, releaseWorkOf, summaryOf } from './work-views.ts';
import type { Shelf } from './work-views.ts';

export interface WorkDeskOptions extends ExchangeOptions {
  /** Folder of the reader's own. */
  readonly folder: () => string;
  /** The archive that is open now; null when there is none. */
  readonly open: () => WorkArchive | null;
  readonly personal: () => Pick<Personal, 'settings' | 'lastFolder' | 'saveLastFolder'>;
  /** Something changed: of what is kept, or of what is known about it. */
  readonly onChange: (revision: number) => void;
}

interface Opened {
  readonly shelf: Shelf;
  readonly desk: Desk;
  readonly exchange: WorkExchange;
}

type Changed = Pick<WorkChanged, 'undo'> & Partial<Pick<Draft, 'id' | 'skipped'>>;

/** What a reader keeps of her own, as a person deals with it. No Electron here. */
export class WorkDesk {
  readonly #options: WorkDeskOptions;
  #opened: Opened | null = null;
  /** Changes are worked out and written one after the other: each sees what the one before it wrote. */
  #last: Promise<unknown> = Promise.resolve();

  /** Nothing is asked of the options, and no file opened, before the first call. */
  constructor(options: WorkDeskOptions) {
    this.#options = options;
  }

  /** The calls of the contract. */
  calls(): Pick<ReaderApi, keyof typeof workCalls> {
    return {
      work: () => reply(() => overviewOf(this.#shelf, this.#options.personal().settings.language)),
      collection: (args) => reply(async () => await this.#collection(args)),
      releaseWork: (args) => reply(async () => await releaseWorkOf(args, this.#shelf)),
      workMarks: ({ ids }) => reply(async () => await marksOf(ids, this.#shelf)),
      notes: (args) => reply(async () => await this.#notes(args)),
      corrections: (args) => reply(async () => await this.#corrections(args)),
      history: (args) => reply(() => this.#history(args)),
      searchNews: (args) => reply(async () => await this.#searchNews(args)),
      changeWork: ({ change }) => this.#inTurn(async () => await this.#change(change)),
      undoWork: ({ undo }) => this.#inTurn(() => this.#changed({ undo: this.#items.undo(undo) })),
      saveWork: ({ withHistory }) => reply(async () => await this.#exchange.save(withHistory)),
      saveCorrections: ({ ids }) => reply(async () => await this.#saveCorrections(ids)),
      chooseWork: () => reply(async () => await this.#exchange.choose()),
      acceptWork: ({ preview }) =>
        this.#inTurn(() => this.#changed({ undo: this.#exchange.accept(preview) })),
    };
  }

  /** To be told when another archive was opened, or the same one with other packages. */
  archiveChanged(): void {
    if (this.#opened === null) return;
    this.#shelf.news.refresh();
    this.#tell();
  }

  close(): void {
    this.#opened?.shelf.news.close();
    this.#opened?.shelf.items.close();
  }

  get #shelf(): Shelf {
    return this.#open().shelf;
  }

  get #items(): WorkItems {
    return this.#open().shelf.items;
  }

  get #exchange(): WorkExchange {
    return this.#open().exchange;
  }

  #open(): Opened {
    if (this.#opened !== null) return this.#opened;
    const { folder, open } = this.#options;
    const items = WorkItems.open(folder());
    const present = new Present(open);
    const news = new SearchNews({ items, open, onChange: () => this.#tell() });
    this.#opened = {
      shelf: { items, present, news, open },
      desk: { items, present, now: () => new Date().toISOString() },
      exchange: new WorkExchange(items, this.#options),
    };
    return this.#opened;
  }

  #tell(): void {
    this.#options.onChange(this.#items.revision);
  }

  async #inTurn<T>(work: () => T | Promise<T>): ReturnType<typeof reply<T>> {
    const turn = this.#last.then(async () => await reply(work));
    this.#last = turn.catch(() => undefined);
    return await turn;
  }

  async #change(change: WorkChange): Promise<WorkChanged> {
    if (change.do === 'forget-history') {
      this.#items.forgetHistory(change.ids ?? [...this.#items.all('visit').keys()]);
      return this.#changed({ undo: null });
    }
    const { changes, id, skipped } = await draftOf(change, this.#open().desk);
    if (changes.length === 0) return { revision: this.#items.revision, id, undo: null, skipped };
    const undo = this.#items.write(changes);
    const isVisit = change.do === 'visit-search' || change.do === 'visit-release';
    return this.#changed({ undo: isVisit ? null : undo, id, skipped });
  }

  #changed({ undo, id = null, skipped = 0 }: Changed): WorkChanged {
    this.#shelf.news.refresh();
    this.#tell();
    return { revision: this.#items.revision, id, undo, skipped };
  }

  async #saveCorrections(ids: readonly string[] | null): ReturnType<WorkExchange['saveCorrections']> {
    const saved = await this.#exchange.saveCorrections(ids);
    if (saved !== null) this.#tell();
    return saved;
  }

  async #collection({ id, offset, limit }: ReaderArgs<'collection'>): Promise<ReaderResult<'collection'>> {
    const collection = summaryOf(this.#items, id);
    const entries = this.#items.entriesOf(id).slice(offset, offset + limit);
    const now = await this.#shelf.present.now(entries.map(({ release }) => release));
    const views = entries.map((entry, n) => ({ ...entry, now: now[n] ?? { state: 'missing' as const } }));
    return { collection, offset, entries: views };
  }

  async #notes({ match, offset, limit }: ReaderArgs<'notes'>): Promise<ReaderResult<'notes'>> {
    const found = newestFirst(this.#items.all('note').values()).filter((note) =>
      hasWords(match, [note.text, note.anchor?.quote.exact ?? '', note.release.title]),
    );
    const items = await noteViews(found.slice(offset, offset + limit), this.#shelf);
    return { total: found.length, offset, items };
  }

  async #corrections({ offset, limit }: ReaderArgs<'corrections'>): Promise<ReaderResult<'corrections'>> {
    const all = newestFirst(this.#items.all('correction').values());
    const items = await correctionViews(all.slice(offset, offset + limit), this.#shelf);
    return { total: all.length, offset, items };
  }

  #history({ match, offset, limit }: ReaderArgs<'history'>): ReaderResult<'history'> {
    const found = visitsOf(this.#items).filter(({ what }) => hasWords(match, wordsOf(what)));
    const key = this.#options.open()?.key ?? '';
    return {
      total: found.length,
      offset,
      items: found.slice(offset, offset + limit).map((visit) => visitHere(visit, key)),
    };
  }

  async #searchNews({ id, offset, limit }: ReaderArgs<'searchNews'>): Promise<ReaderResult<'searchNews'>> {
    const all = this.#shelf.news.listOf(this.#items.known('search', id));
    const page = all.slice(offset, offset + limit);
    const briefs = (await this.#options.open()?.briefs(page.map((one) => one.id))) ?? [];
    const byId = new Map(briefs.map((brief) => [brief.asked, brief.versions[0]]));
    const items = page.flatMap(({ id: found, what }) => {
      const leading = byId.get(found);
      if (leading === undefined) return [];
      const { version, title, date } = leading;
      return [{ id: found, version, what, title, date }];
    });
    return { total: all.length, offset, items };
  }
}

function newestFirst<T extends { readonly changed: string }>(of: Iterable<T>): readonly T[] {
  return [...of].toSorted((a, b) => (a.changed < b.changed ? 1 : a.changed > b.changed ? -1 : 0));
}

/** Whether some words stand in one of several texts, as they are written but for capitals. */
function hasWords(words: string, texts: readonly string[]): boolean {
  const wanted = words.trim().toLowerCase();
  return texts.some((text) => text.toLowerCase().includes(wanted));
}

function wordsOf(what: Visit['what']): readonly string[] {
  return [what.type === 'search' ? what.search.query : what.release.title];
}
