import type { ReactNode } from 'react';
import { useWords } from '../i18n/words.tsx';
import { useWorkMark, useWorkStore } from '../state/work-context.tsx';
import { Icon } from './icons.tsx';

/** What the reader has of her own about a release in a list: quietly, and nothing where there is nothing. */
export function WorkMarks({ id }: { readonly id: string }): ReactNode {
  const { t, list } = useWords();
  const mark = useWorkMark(id);
  const store = useWorkStore();
  if (mark === null) return null;
  const { collections, notes, corrections } = mark;
  const named = store.state().overview?.collections.filter((one) => collections.includes(one.id)) ?? [];
  return (
    <span className="work-marks">
      {collections.length === 0 ? null : (
        <span className="work-mark" title={list(named.map(({ name }) => name))}>
          <Icon name="collect" />
          <span className="only-heard">{t('mark.collected', { count: collections.length })}</span>
        </span>
      )}
      {notes === 0 ? null : (
        <span className="work-mark" title={t('mark.noted', { count: notes })}>
          <Icon name="note" />
          <span className="only-heard">{t('mark.noted', { count: notes })}</span>
        </span>
      )}
      {corrections === 0 ? null : (
        <span className="work-mark" title={t('mark.corrected', { count: corrections })}>
          <Icon name="flag" />
          <span className="only-heard">{t('mark.corrected', { count: corrections })}</span>
        </span>
      )}
    </span>
  );
}
