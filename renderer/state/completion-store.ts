import type { Completion, ReaderApi } from '../../main/contract/index.ts';
import type { Press } from './press.ts';

/** Names that what is being typed may be the beginning of. */
export interface CompletionView {
  /** The query as it stood when names were last asked for; null when none are wanted. */
  readonly asked: string | null;
  /** The query that the names below are for: an earlier one until the answer is there. */
  readonly query: string;
  readonly completions: readonly Completion[];
}

type Complete = ReaderApi['complete'];

const FEWEST_LETTERS = 2;
/** The list lies over the results: a few of the best, so that something of them is left to see. */
const MOST = 6;
const none: CompletionView = { asked: null, query: '', completions: [] };

/** Asks for names while a person types. The newest answer wins; names shown stay until then, and under a press. */
export class CompletionStore {
  readonly #complete: Complete;
  readonly #press: Press;
  readonly #listeners = new Set<() => void>();
  #view: CompletionView = none;
  #latest = 0;

  constructor(complete: Complete, press: Press) {
    this.#complete = complete;
    this.#press = press;
  }

  readonly view = (): CompletionView => this.#view;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Asks what may stand at the caret (a UTF-16 offset); for less than two letters of a word nothing is asked. */
  readonly ask = (query: string, caret: number): void => {
    if (lettersAt(query, caret) < FEWEST_LETTERS) {
      this.close();
      return;
    }
    this.#latest += 1;
    this.#show({ ...this.#view, asked: query });
    void this.#run(query, caret, this.#latest);
  };

  /** Takes the names away; an answer that is still to come is dropped. */
  readonly close = (): void => {
    this.#latest += 1;
    if (this.#view !== none) this.#show(none);
  };

  async #run(query: string, caret: number, number: number): Promise<void> {
    const reply = await this.#complete({ query, caret });
    this.#press.whenOver(() => {
      if (number !== this.#latest) return;
      this.#show(reply.ok ? { asked: query, query, completions: reply.value.slice(0, MOST) } : none);
    });
  }

  #show(view: CompletionView): void {
    this.#view = view;
    for (const listener of this.#listeners) listener();
  }
}

/** Letters and digits of the word at the caret. */
function lettersAt(query: string, caret: number): number {
  const before = /\S*$/u.exec(query.slice(0, caret))?.[0] ?? '';
  const after = before === '' ? '' : (/^\S*/u.exec(query.slice(caret))?.[0] ?? '');
  return (before + after).match(/[\p{L}\p{N}]/gu)?.length ?? 0;
}

/** A query with a stretch taken out that became a filter, and where the caret goes. */
export function withoutStretch(
  query: string,
  { from, to }: Pick<Completion, 'from' | 'to'>,
): { readonly query: string; readonly caret: number } {
  const before = query.slice(0, from).trimEnd();
  const after = query.slice(to).trimStart();
  const start = before === '' ? '' : `${before} `;
  return { query: start + after, caret: start.length };
}
