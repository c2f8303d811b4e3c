import { memo, useCallback, useState } from 'react';
import type { ReactNode } from 'react';
import { facetNames } from '../../../main/contract/index.ts';
import type { Day, FacetName, FacetValue, Filters, SearchAnswer } from '../../../main/contract/index.ts';
import { SwitchField } from '../../components/switch-field.tsx';
import { useWords } from '../../i18n/words.tsx';
import type { LabelMemory, SwitchName } from '../../state/active-filters.ts';
import { FacetGroup } from './facet-group.tsx';
import { PeriodFields } from './period-fields.tsx';
import './facets.css';

const order: readonly FacetName[] = [
  'minister',
  'department',
  'government',
  'mandatePeriod',
  'year',
  'kind',
  'subject',
  'role',
  'language',
];
const openAtFirst: ReadonlySet<FacetName> = new Set(['minister', 'department', 'government']);
const none: readonly FacetValue[] = [];

interface FacetsPaneProps {
  readonly filters: Filters;
  /** Null until something has been answered. */
  readonly facets: SearchAnswer['facets'] | null;
  readonly labels: LabelMemory;
  readonly onChoose: (facet: FacetName, ids: readonly string[]) => void;
  readonly onPeriod: (from: Day | null, to: Day | null) => void;
  readonly onSwitch: (name: SwitchName, on: boolean) => void;
}

/** Everything a result can be narrowed by. */
export const FacetsPane = memo(function FacetsPane(props: FacetsPaneProps): ReactNode {
  const { t } = useWords();
  const { filters, facets } = props;
  const [open, setOpen] = useState<ReadonlySet<FacetName>>(
    () => new Set(facetNames.filter((name) => openAtFirst.has(name) || filters[name].length > 0)),
  );
  const toggle = useCallback(
    (name: FacetName, isOpen: boolean): void =>
      setOpen((before) => {
        const next = new Set(before);
        if (isOpen) next.add(name);
        else next.delete(name);
        return next;
      }),
    [],
  );
  const there = useFacetsThere(facets, filters);
  const { onSwitch } = props;
  const setPossible = useCallback((on: boolean) => onSwitch('certain', !on), [onSwitch]);
  const setNamed = useCallback((on: boolean) => onSwitch('strong', !on), [onSwitch]);
  const setWithdrawn = useCallback((on: boolean) => onSwitch('withdrawn', on), [onSwitch]);
  return (
    <div className="facets">
      <section className="facet-period">
        <h3 className="facet-heading">{t('period.title')}</h3>
        <PeriodFields from={filters.from} to={filters.to} onChange={props.onPeriod} />
        <SwitchField
          label={t('switch.possible')}
          hint={t('switch.possible-hint')}
          isOn={!filters.certain}
          onChange={setPossible}
        />
      </section>
      {order.map((facet) => {
        const values = facets?.[facet] ?? none;
        if (!there.has(facet)) return null;
        return (
          <FacetGroup
            key={facet}
            facet={facet}
            values={values}
            chosen={filters[facet]}
            labels={props.labels}
            isOpen={open.has(facet)}
            onOpenChange={toggle}
            onChoose={props.onChoose}
          >
            {facet === 'minister' ? (
              <SwitchField
                label={t('switch.named')}
                hint={t('switch.named-hint')}
                isOn={!filters.strong}
                onChange={setNamed}
              />
            ) : null}
          </FacetGroup>
        );
      })}
      <section className="facet-last">
        <SwitchField label={t('switch.withdrawn')} isOn={filters.withdrawn} onChange={setWithdrawn} />
      </section>
    </div>
  );
});

/**
 * The facets that some hit has had a value of, and those that something is chosen of. They stay when hits come that have
 * none, so that those below keep their places. One language alone is no choice.
 */
function useFacetsThere(facets: SearchAnswer['facets'] | null, filters: Filters): ReadonlySet<FacetName> {
  const [there, setThere] = useState<ReadonlySet<FacetName>>(new Set());
  const isThere = (name: FacetName): boolean =>
    filters[name].length > 0 || (facets?.[name].length ?? 0) >= (name === 'language' ? 2 : 1);
  const more = facetNames.filter((name) => !there.has(name) && isThere(name));
  if (more.length === 0) return there;
  const next = new Set([...there, ...more]);
  setThere(next);
  return next;
}
