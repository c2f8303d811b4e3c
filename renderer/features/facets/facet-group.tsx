import { useMemo, useState } from 'react';
import type { ReactNode } from 'react';
import { Button, Input, Label, SearchField } from 'react-aria-components';
import type { FacetName, FacetValue } from '../../../main/contract/index.ts';
import { Fold } from '../../components/fold.tsx';
import { Icon } from '../../components/icons.tsx';
import { facetTitles } from '../../i18n/filter-words.ts';
import { useWords } from '../../i18n/words.tsx';
import type { LabelMemory } from '../../state/active-filters.ts';
import { MANY, facetRows, fewRows, matchingRows } from './facet-values.ts';
import type { FacetRow } from './facet-values.ts';

interface FacetGroupProps {
  readonly facet: FacetName;
  readonly values: readonly FacetValue[];
  readonly chosen: readonly string[];
  readonly labels: LabelMemory;
  readonly isOpen: boolean;
  readonly onOpenChange: (open: boolean) => void;
  readonly onChoose: (ids: readonly string[]) => void;
  /** Stands below the values. */
  readonly children?: ReactNode;
}

/** One facet: its values with counts, several choosable. */
export function FacetGroup(props: FacetGroupProps): ReactNode {
  const words = useWords();
  const { facet, values, chosen, labels } = props;
  const rows = useMemo(
    () => facetRows({ facet, values, chosen, labels }, words),
    [facet, values, chosen, labels, words],
  );
  const title = words.t(facetTitles[facet]);
  if (rows.length === 0) return null;
  const aside = props.isOpen
    ? undefined
    : chosen.length > 0
      ? words.t('facet.chosen', { count: chosen.length })
      : words.number(rows.length);
  return (
    <Fold
      level={3}
      className="facet"
      title={title}
      aside={aside}
      isOpen={props.isOpen}
      onOpenChange={props.onOpenChange}
    >
      <FacetChoices title={title} rows={rows} chosen={chosen} onChoose={props.onChoose} />
      {props.children}
    </Fold>
  );
}

interface FacetChoicesProps {
  readonly title: string;
  readonly rows: readonly FacetRow[];
  readonly chosen: readonly string[];
  readonly onChoose: (ids: readonly string[]) => void;
}

function FacetChoices({ title, rows, chosen, onChoose }: FacetChoicesProps): ReactNode {
  const { t } = useWords();
  const [showsAll, setShowsAll] = useState(false);
  const [typed, setTyped] = useState('');
  const isMany = rows.length > MANY;
  const shown = !isMany ? rows : showsAll ? matchingRows(rows, typed) : fewRows(rows, chosen);
  return (
    <>
      {isMany && showsAll ? (
        <SearchField className="facet-find" value={typed} onChange={setTyped}>
          <Label className="only-heard">{t('facet.find', { facet: title })}</Label>
          <Input className="facet-find-input" placeholder={t('facet.find-placeholder')} />
        </SearchField>
      ) : null}
      <fieldset className={showsAll && isMany ? 'facet-values facet-values-all' : 'facet-values'}>
        <legend className="only-heard">{title}</legend>
        {shown.map((row) => (
          <FacetChoice
            key={row.id}
            row={row}
            isChosen={chosen.includes(row.id)}
            onChange={(on) => onChoose(on ? [...chosen, row.id] : chosen.filter((id) => id !== row.id))}
          />
        ))}
      </fieldset>
      {showsAll && isMany && shown.length === 0 ? <p className="facet-none">{t('facet.none')}</p> : null}
      {isMany ? (
        <Button
          className="link-button facet-more"
          onPress={() => {
            setShowsAll(!showsAll);
            setTyped('');
          }}
        >
          {showsAll ? t('facet.show-few') : t('facet.show-all', { count: rows.length })}
        </Button>
      ) : null}
    </>
  );
}

interface FacetChoiceProps {
  readonly row: FacetRow;
  readonly isChosen: boolean;
  readonly onChange: (on: boolean) => void;
}

/** A checkbox of the page's own: there are many, and they come and go at every letter that is typed. */
function FacetChoice({ row, isChosen, onChange }: FacetChoiceProps): ReactNode {
  const { t, number } = useWords();
  return (
    <label className={row.count === 0 ? 'choice choice-zero' : 'choice'}>
      <input
        type="checkbox"
        className="choice-input"
        checked={isChosen}
        onChange={(event) => onChange(event.target.checked)}
      />
      <span className="choice-box" aria-hidden="true">
        <Icon name="check" />
      </span>
      <span className="choice-words">
        {row.label}
        {row.detail === '' ? null : <small>{row.detail}</small>}
      </span>
      <span
        className="choice-count"
        title={row.uncertain > 0 ? t('facet.uncertain', { count: row.uncertain }) : undefined}
      >
        {number(row.count)}
      </span>
    </label>
  );
}
