import { memo } from 'react';
import type { ReactNode } from 'react';
import { Button, Label, Tag, TagGroup, TagList } from 'react-aria-components';
import type { Filters } from '../../../main/contract/index.ts';
import { Icon } from '../../components/icons.tsx';
import { filterInWords } from '../../i18n/filter-words.ts';
import { useWords } from '../../i18n/words.tsx';
import { activeFilters } from '../../state/active-filters.ts';
import type { ActiveFilter, LabelMemory } from '../../state/active-filters.ts';

interface ChipsProps {
  readonly filters: Filters;
  readonly labels: LabelMemory;
  readonly onRemove: (filter: ActiveFilter) => void;
  readonly onClear: () => void;
}

/** The filters in force, each removable, and all at once. */
export const Chips = memo(function Chips(props: ChipsProps): ReactNode {
  const words = useWords();
  const { t } = words;
  const active = activeFilters(props.filters);
  if (active.length === 0) return null;
  return (
    <div className="chips">
      <TagGroup
        className="chips-group"
        onRemove={(keys) => {
          for (const filter of active) if (keys.has(filter.key)) props.onRemove(filter);
        }}
      >
        <Label className="only-heard">{t('chips.label')}</Label>
        <TagList className="chips-list">
          {active.map((filter) => {
            const said = filterInWords(filter, props.labels, words);
            return (
              <Tag key={filter.key} id={filter.key} textValue={said} className="chip">
                <span className="chip-words">{said}</span>
                <Button
                  slot="remove"
                  className="chip-remove"
                  aria-label={t('chips.remove', { filter: said })}
                >
                  <Icon name="close" />
                </Button>
              </Tag>
            );
          })}
        </TagList>
      </TagGroup>
      <Button className="link-button" onPress={props.onClear}>
        {t('chips.clear')}
      </Button>
    </div>
  );
});
