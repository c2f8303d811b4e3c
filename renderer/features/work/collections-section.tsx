import type { ReactNode } from 'react';
import { Button } from 'react-aria-components';
import type { CollectionSummary } from '../../../main/contract/index.ts';
import { Icon } from '../../components/icons.tsx';
import { useWords } from '../../i18n/words.tsx';
import { useWork, useWorkStore } from '../../state/work-context.tsx';
import { EmptyWork } from './empty-work.tsx';
import { NameField } from './name-field.tsx';
import type { WorkActions } from './work-actions.ts';
import { WorkHead } from './work-head.tsx';

/** All collections, by name. */
export function CollectionsSection({ actions }: { readonly actions: WorkActions }): ReactNode {
  const { t } = useWords();
  const store = useWorkStore();
  const { overview } = useWork();
  const collections = overview?.collections ?? [];
  const make = async (name: string): Promise<boolean> => {
    const made = await store.change({ do: 'make-collection', name, description: '', releases: [] }, (words) =>
      words.t('collections.made', { name }),
    );
    return made !== null;
  };
  return (
    <>
      <WorkHead title={t('collections.title')} about={t('collections.about')} />
      <NameField
        label={t('collections.new')}
        name=""
        done={t('collections.make')}
        onName={make}
        onCancel={null}
        isAskedFor={false}
      />
      {overview !== null && collections.length === 0 ? (
        <EmptyWork
          icon="collect"
          title={t('collections.empty')}
          said={t('collections.empty-said')}
          keys={[{ key: 'Ctrl D', does: t('key.collect') }]}
        />
      ) : (
        <ul className="work-rows" aria-label={t('collections.title')}>
          {collections.map((one) => (
            <CollectionRow key={one.id} collection={one} actions={actions} />
          ))}
        </ul>
      )}
    </>
  );
}

function CollectionRow(props: {
  readonly collection: CollectionSummary;
  readonly actions: WorkActions;
}): ReactNode {
  const { t, instant } = useWords();
  const store = useWorkStore();
  const { id, name, description, releases, changed } = props.collection;
  return (
    <li className="work-row">
      <div className="work-row-words">
        <Button
          className="release-line-title release-line-open"
          onPress={() => props.actions.go({ type: 'work', section: 'collections', id })}
        >
          {name}
        </Button>
        {description === '' ? null : <p className="work-row-about">{description}</p>}
        <p className="release-line-meta dotted">
          <span>{t('results.count', { count: releases })}</span>
          <span>{t('mine.changed', { day: instant(changed) })}</span>
        </p>
      </div>
      <Button
        className="quiet-button"
        aria-label={t('mine.remove-named', { name })}
        onPress={() =>
          void store.change({ do: 'remove-collection', id }, (words) =>
            words.t('mine.removed-named', { name }),
          )
        }
      >
        <Icon name="trash" />
        <span>{t('mine.remove')}</span>
      </Button>
    </li>
  );
}
