import { memo, useCallback, useMemo, useState } from 'react';
import type { ReactNode } from 'react';
import { Button, Input, Label, SearchField } from 'react-aria-components';
import type { FacetName, FacetValue, Page } from '../../../main/contract/index.ts';
import { Fold } from '../../components/fold.tsx';
import { Icon } from '../../components/icons.tsx';
import { PageLink } from '../../components/page-link.tsx';
import { facetTitles } from '../../i18n/filter-words.ts';
import { useWords } from '../../i18n/words.tsx';
import type { LabelMemory } from '../../state/active-filters.ts';
import { MANY, facetRow, fewValues, listedValues, matchingRows } from './facet-values.ts';
import type { FacetRow } from './facet-values.ts';

interface FacetGroupProps {
  readonly facet: FacetName;
  readonly values: readonly FacetValue[];
  readonly chosen: readonly string[];
  readonly labels: LabelMemory;
  readonly isOpen: boolean;
  readonly onOpenChange: (facet: FacetName, open: boolean) => void;
  readonly onChoose: (facet: FacetName, ids: readonly string[]) => void;
  /** Stands below the values. */
  readonly children?: ReactNode;
}

/** One facet: its values with counts, several choosable. It keeps its place where no hit has a value. */
export const FacetGroup = memo(function FacetGroup(props: FacetGroupProps): ReactNode {
  const words = useWords();
  const { facet, values, chosen, labels, onOpenChange, onChoose } = props;
  const listed = useMemo(
    () => listedValues({ facet, values, chosen, labels }),
    [facet, values, chosen, labels],
  );
  const open = useCallback((isOpen: boolean) => onOpenChange(facet, isOpen), [facet, onOpenChange]);
  const choose = useCallback((ids: readonly string[]) => onChoose(facet, ids), [facet, onChoose]);
  const title = words.t(facetTitles[facet]);
  const aside = props.isOpen
    ? undefined
    : chosen.length > 0
      ? words.t('facet.chosen', { count: chosen.length })
      : words.number(listed.length);
  return (
    <Fold level={3} className="facet" title={title} aside={aside} isOpen={props.isOpen} onOpenChange={open}>
      {props.isOpen && listed.length === 0 ? (
        <p className="facet-none">{words.t('facet.no-values')}</p>
      ) : null}
      {props.isOpen && listed.length > 0 ? (
        <FacetChoices facet={facet} title={title} listed={listed} chosen={chosen} onChoose={choose} />
      ) : null}
      {props.children}
    </Fold>
  );
});

interface FacetChoicesProps extends Pick<FacetGroupProps, 'facet' | 'chosen'> {
  readonly title: string;
  readonly listed: readonly FacetValue[];
  readonly onChoose: (ids: readonly string[]) => void;
}

function FacetChoices({ facet, title, listed, chosen, onChoose }: FacetChoicesProps): ReactNode {
  const words = useWords();
  const { t } = words;
  const [showsAll, setShowsAll] = useState(false);
  const [typed, setTyped] = useState('');
  const isMany = listed.length > MANY;
  const isFiltered = isMany && showsAll;
  const rows = (isFiltered ? listed : fewValues(listed, chosen)).map((value) =>
    facetRow(facet, value, words),
  );
  const shown = isFiltered ? matchingRows(rows, typed) : rows;
  return (
    <>
      {isFiltered ? (
        <SearchField className="facet-find" value={typed} onChange={setTyped}>
          <Label className="only-heard">{t('facet.find', { facet: title })}</Label>
          <Input className="facet-find-input" placeholder={t('facet.find-placeholder')} />
        </SearchField>
      ) : null}
      <fieldset className={isFiltered ? 'facet-values facet-values-all' : 'facet-values'}>
        <legend className="only-heard">{title}</legend>
        {shown.map((row) => (
          <FacetChoice
            key={row.id}
            row={row}
            about={pageAbout(facet, row.id)}
            isChosen={chosen.includes(row.id)}
            onChange={(on) => onChoose(on ? [...chosen, row.id] : chosen.filter((id) => id !== row.id))}
          />
        ))}
      </fieldset>
      {isFiltered && shown.length === 0 ? <p className="facet-none">{t('facet.none')}</p> : null}
      {isMany ? (
        <Button
          className="link-button facet-more"
          onPress={() => {
            setShowsAll(!showsAll);
            setTyped('');
          }}
        >
          {showsAll ? t('facet.show-few') : t('facet.show-all', { count: listed.length })}
        </Button>
      ) : null}
    </>
  );
}

interface FacetChoiceProps {
  readonly row: FacetRow;
  /** The page about the value; null where there is none. */
  readonly about: Page | null;
  readonly isChosen: boolean;
  readonly onChange: (on: boolean) => void;
}

/** A checkbox of the page's own: there are many, and they come and go at every letter that is typed. */
function FacetChoice({ row, about, isChosen, onChange }: FacetChoiceProps): ReactNode {
  const { t, number } = useWords();
  return (
    <div className="choice-row">
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
        <span className="choice-words">{row.label}</span>
        {row.detail === '' ? null : <small className="choice-detail">{row.detail}</small>}
        <span
          className="choice-count"
          title={row.uncertain > 0 ? t('facet.uncertain', { count: row.uncertain }) : undefined}
        >
          {number(row.count)}
        </span>
      </label>
      {about === null ? null : (
        <PageLink page={about} className="choice-about" label={t('facet.about', { name: row.label })}>
          <Icon name="info" />
        </PageLink>
      )}
    </div>
  );
}

/** The page about a value of a facet. */
function pageAbout(facet: FacetName, id: string): Page | null {
  switch (facet) {
    case 'minister':
      return { type: 'person', id };
    case 'department':
    case 'government':
      return { type: facet, id };
    default:
      return null;
  }
}
