import { useEffect, useState } from 'react';
import type { ReactNode } from 'react';
import { Button, ComboBox, Input, Label, ListBox, ListBoxItem, Popover } from 'react-aria-components';
import { LONGEST_NAME } from '../../../main/contract/index.ts';
import type { Completion, RegisterList } from '../../../main/contract/index.ts';
import { Icon } from '../../components/icons.tsx';
import { useWords } from '../../i18n/words.tsx';
import { useWorkStore } from '../../state/work-context.tsx';
import type { Named } from './correction-form.ts';

interface NamedFieldProps {
  readonly label: string;
  /** Which values are offered: those of the archive's releases, of governments all that the registers have. */
  readonly facet: Completion['facet'] | 'government';
  readonly value: Named;
  readonly onChange: (value: Named) => void;
}

/** A value that can be chosen. */
type Offered = Pick<Completion, 'id' | 'label' | 'detail'>;

/** A name: one that the archive has, offered while it is typed, or any other. */
export function NamedField({ label, facet, value, onChange }: NamedFieldProps): ReactNode {
  const offered = useOffered(facet, value);
  return (
    <ComboBox
      className="text-field named-field"
      allowsCustomValue
      menuTrigger={facet === 'government' ? 'focus' : 'input'}
      inputValue={value.label}
      items={offered}
      selectedKey={value.id}
      onInputChange={(text) => onChange(text === value.label ? value : { id: null, label: text })}
      onSelectionChange={(key) => {
        const taken = offered.find(({ id }) => id === key);
        if (taken !== undefined) onChange({ id: taken.id, label: taken.label });
      }}
    >
      <Label>{label}</Label>
      <div className="named-input">
        <Input maxLength={LONGEST_NAME} />
        {offered.length === 0 ? null : (
          <Button className="icon-button">
            <Icon name="chevron-down" />
          </Button>
        )}
      </div>
      <Popover className="popover named-popover" offset={2}>
        <ListBox<Offered> className="select-list">
          {(one) => (
            <ListBoxItem id={one.id} textValue={one.label} className="select-item named-item">
              <span>{one.label}</span>
              {one.detail === null ? null : <small>{one.detail}</small>}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </ComboBox>
  );
}

/** Names that what is typed may be the beginning of. */
function useOffered(facet: NamedFieldProps['facet'], value: Named): readonly Offered[] {
  const completions = useCompletions(facet, value.label.trim());
  const governments = useGovernments(facet === 'government');
  return facet === 'government' ? governmentsLike(governments, value) : completions;
}

function useCompletions(facet: NamedFieldProps['facet'], query: string): readonly Offered[] {
  const { api } = useWorkStore();
  const [offered, setOffered] = useState<readonly Offered[]>([]);
  const isAsked = facet !== 'government' && query !== '';
  useEffect(() => {
    if (!isAsked) return;
    let over = false;
    void (async () => {
      const reply = await api.complete({ query, caret: query.length });
      if (!over && reply.ok) setOffered(reply.value.filter((one) => one.facet === facet));
    })();
    return () => {
      over = true;
    };
  }, [api, facet, query, isAsked]);
  return isAsked ? offered : [];
}

/** The governments of every register that is open, the newest first. */
function useGovernments(areAsked: boolean): readonly Offered[] {
  const { api } = useWorkStore();
  const { range } = useWords();
  const [registers, setRegisters] = useState<readonly RegisterList[]>([]);
  useEffect(() => {
    if (!areAsked) return;
    let over = false;
    void (async () => {
      const reply = await api.register({});
      if (!over && reply.ok) setRegisters(reply.value);
    })();
    return () => {
      over = true;
    };
  }, [api, areAsked]);
  return registers.flatMap(({ governments }) =>
    governments.map(({ id, name, from, to }) => ({ id, label: name, detail: range(from, to) })),
  );
}

/** Those that have what is typed in their names; all where one of them is chosen already, so that another can be. */
function governmentsLike(governments: readonly Offered[], { id, label }: Named): readonly Offered[] {
  const typed = label.trim().toLowerCase();
  return id === null ? governments.filter((one) => one.label.toLowerCase().includes(typed)) : governments;
}
