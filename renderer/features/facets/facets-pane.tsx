import { useState } from 'react';
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
export function FacetsPane(props: FacetsPaneProps): ReactNode {
  const { t } = useWords();
  const { filters, facets } = props;
  const [open, setOpen] = useState<ReadonlySet<FacetName>>(
    () => new Set(facetNames.filter((name) => openAtFirst.has(name) || filters[name].length > 0)),
  );
  const toggle = (name: FacetName, isOpen: boolean): void => {
    const next = new Set(open);
    if (isOpen) next.add(name);
    else next.delete(name);
    setOpen(next);
  };
  return (
    <div className="facets">
      <section className="facet-period">
        <h3 className="facet-heading">{t('period.title')}</h3>
        <PeriodFields from={filters.from} to={filters.to} onChange={props.onPeriod} />
        <SwitchField
          label={t('switch.possible')}
          hint={t('switch.possible-hint')}
          isOn={!filters.certain}
          onChange={(on) => props.onSwitch('certain', !on)}
        />
      </section>
      {order.map((facet) => {
        const values = facets?.[facet] ?? none;
        if (facet === 'language' && values.length < 2 && filters.language.length === 0) return null;
        return (
          <FacetGroup
            key={facet}
            facet={facet}
            values={values}
            chosen={filters[facet]}
            labels={props.labels}
            isOpen={open.has(facet)}
            onOpenChange={(isOpen) => toggle(facet, isOpen)}
            onChoose={(ids) => props.onChoose(facet, ids)}
          >
            {facet === 'minister' ? (
              <SwitchField
                label={t('switch.named')}
                hint={t('switch.named-hint')}
                isOn={!filters.strong}
                onChange={(on) => props.onSwitch('strong', !on)}
              />
            ) : null}
          </FacetGroup>
        );
      })}
      <section className="facet-last">
        <SwitchField
          label={t('switch.withdrawn')}
          isOn={filters.withdrawn}
          onChange={(on) => props.onSwitch('withdrawn', on)}
        />
      </section>
    </div>
  );
}
