import { useEffect, useState } from 'react';
import type { ReactNode } from 'react';
import { Button, ComboBox, Input, Label, ListBox, ListBoxItem, Popover } from 'react-aria-components';
import { LONGEST_NAME } from '../../../main/contract/index.ts';
import type { Completion } from '../../../main/contract/index.ts';
import { Icon } from '../../components/icons.tsx';
import { useWorkStore } from '../../state/work-context.tsx';
import type { Named } from './correction-form.ts';

interface NamedFieldProps {
  readonly label: string;
  /** Which values of the archive are offered; null where none can be. */
  readonly facet: Completion['facet'] | null;
  readonly value: Named;
  readonly onChange: (value: Named) => void;
}

/** A name: one that the archive has, offered while it is typed, or any other. */
export function NamedField({ label, facet, value, onChange }: NamedFieldProps): ReactNode {
  const offered = useOffered(facet, value.label);
  return (
    <ComboBox
      className="text-field named-field"
      allowsCustomValue
      menuTrigger="input"
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
        <ListBox<Completion> className="select-list">
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
function useOffered(facet: Completion['facet'] | null, typed: string): readonly Completion[] {
  const { api } = useWorkStore();
  const [offered, setOffered] = useState<readonly Completion[]>([]);
  const query = typed.trim();
  useEffect(() => {
    if (facet === null || query === '') return;
    let over = false;
    void (async () => {
      const reply = await api.complete({ query, caret: query.length });
      if (!over && reply.ok) setOffered(reply.value.filter((one) => one.facet === facet));
    })();
    return () => {
      over = true;
    };
  }, [api, facet, query]);
  return facet === null || query === '' ? [] : offered;
}
