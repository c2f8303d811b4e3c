import type { PlainKey } from '../../i18n/words.tsx';

interface KeyRow {
  /** As they stand on the keyboard; a key whose name differs by language is a key of words. */
  readonly keys: readonly (string | { readonly named: PlainKey })[];
  readonly does: PlainKey;
}

interface QueryRow {
  /** An example, which can be searched for as it stands. */
  readonly form: PlainKey;
  readonly means: PlainKey;
}

/** Every key, in the order one meets them. */
export const keyRows: readonly KeyRow[] = [
  { keys: ['/', 'Ctrl K'], does: 'key.search' },
  { keys: ['↓', '↑', 'Enter'], does: 'key.complete' },
  { keys: ['↓', 'Enter'], does: 'key.to-results' },
  { keys: ['↑', '↓', 'PgUp', 'PgDn', 'Home', 'End'], does: 'key.move' },
  { keys: ['Enter'], does: 'key.open' },
  { keys: [{ named: 'key.space' }], does: 'key.peek' },
  { keys: ['Esc'], does: 'key.back' },
  { keys: ['F3', 'Shift F3'], does: 'key.hits' },
  { keys: ['Ctrl F'], does: 'key.find' },
  { keys: ['Ctrl Enter'], does: 'key.open-tab' },
  { keys: ['Ctrl Tab', 'Ctrl Shift Tab'], does: 'key.tabs' },
  { keys: ['Ctrl W'], does: 'key.close-tab' },
  { keys: ['Ctrl Shift T'], does: 'key.reopen-tab' },
  { keys: ['Ctrl Shift C'], does: 'key.copy-reference' },
  { keys: ['Ctrl P'], does: 'key.print' },
  { keys: ['Ctrl Shift S'], does: 'key.save-pdf' },
  { keys: ['F6', 'Shift F6'], does: 'key.panes' },
  { keys: ['← →', 'Shift →', 'Enter', '+', '−'], does: 'key.time' },
  { keys: ['Alt ←', 'Alt →'], does: 'key.history' },
  { keys: ['Ctrl +', 'Ctrl −', 'Ctrl 0'], does: 'key.text-size' },
  { keys: ['Delete'], does: 'key.remove-filter' },
  { keys: ['Ctrl 1', 'Ctrl 2', 'Ctrl 3', 'Ctrl 4'], does: 'key.parts' },
  { keys: ['Ctrl D'], does: 'key.collect' },
  { keys: ['Ctrl N'], does: 'key.note' },
  { keys: ['Ctrl M'], does: 'key.passage' },
  { keys: ['Ctrl S'], does: 'key.save-search' },
  { keys: ['Ctrl Z'], does: 'key.undo' },
  { keys: ['Ctrl L'], does: 'key.library' },
  { keys: ['Ctrl O'], does: 'key.import' },
  { keys: ['?', 'F1'], does: 'key.help' },
];

/** Every form that a query can have. */
export const queryRows: readonly QueryRow[] = [
  { form: 'query.words', means: 'query.words-said' },
  { form: 'query.and', means: 'query.and-said' },
  { form: 'query.either', means: 'query.either-said' },
  { form: 'query.not', means: 'query.not-said' },
  { form: 'query.group', means: 'query.group-said' },
  { form: 'query.phrase', means: 'query.phrase-said' },
  { form: 'query.near', means: 'query.near-said' },
  { form: 'query.exact', means: 'query.exact-said' },
  { form: 'query.beginning', means: 'query.beginning-said' },
  { form: 'query.ending', means: 'query.ending-said' },
  { form: 'query.within', means: 'query.within-said' },
  { form: 'query.spelling', means: 'query.spelling-said' },
  { form: 'query.field', means: 'query.field-said' },
  { form: 'query.value', means: 'query.value-said' },
  { form: 'query.date', means: 'query.date-said' },
  { form: 'query.number', means: 'query.number-said' },
];
