import { useState } from 'react';
import type { ReactNode } from 'react';
import { Button } from 'react-aria-components';
import { Icon } from '../components/icons.tsx';
import { RoomDialog } from '../components/room-dialog.tsx';
import { useWords } from '../i18n/words.tsx';
import { countFilters } from '../state/search-state.ts';
import type { Search } from '../state/use-search.ts';

/** The filters on a sheet, where there is no room for them beside the results. */
export function FilterSheet(props: { readonly search: Search; readonly children: ReactNode }): ReactNode {
  const { t } = useWords();
  const [isOpen, setIsOpen] = useState(false);
  const { state, view } = props.search;
  const count = countFilters(state.filters);
  const total = view.state === 'shown' ? view.summary.total : null;
  return (
    <>
      <Button className="quiet-button open-filters" onPress={() => setIsOpen(true)}>
        <Icon name="filter" />
        <span>{count === 0 ? t('filters.title') : t('filters.count', { count })}</span>
      </Button>
      <RoomDialog
        shape="sheet"
        title={t('filters.title')}
        isOpen={isOpen}
        onOpenChange={setIsOpen}
        foot={
          <Button className="button button-main" onPress={() => setIsOpen(false)}>
            {total === null ? t('filters.show') : t('filters.show-count', { count: total })}
          </Button>
        }
      >
        {props.children}
      </RoomDialog>
    </>
  );
}
