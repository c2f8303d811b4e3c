import { Fragment } from 'react';
import type { ReactNode } from 'react';
import { addressParts } from '../../../main/contract/index.ts';
import type { ReleaseView } from '../../../main/contract/index.ts';
import { CopyButton } from '../../components/copy-button.tsx';
import { useWords } from '../../i18n/words.tsx';
import type { NumberedLink } from './links.ts';

interface AddressListProps {
  readonly title: string;
  readonly items: readonly { readonly label: string; readonly href: string; readonly number?: number }[];
}

/** Addresses as text: what they were called, where they led, and a way to take them along. Nothing is followed. */
function AddressList({ title, items }: AddressListProps): ReactNode {
  const { t } = useWords();
  if (items.length === 0) return null;
  return (
    <section className="addresses">
      <h2>{title}</h2>
      <ul>
        {items.map((item, index) => (
          <li
            key={`${index} ${item.href}`}
            id={item.number === undefined ? undefined : `link-${item.number}`}
            tabIndex={-1}
          >
            {item.number === undefined ? null : <span className="address-number">{item.number}</span>}
            <span className="address-words">
              {item.label}
              <Address href={item.href} />
            </span>
            <CopyButton
              text={() => item.href}
              label={t('copy.label')}
              longLabel={t('copy.address-of', { label: item.label })}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}

/** An address, whose lines end behind its parts rather than within a word. */
function Address({ href }: { readonly href: string }): ReactNode {
  return (
    <span className="address">
      {addressParts(href).map((part, n) => (
        <Fragment key={n}>
          {n === 0 ? null : <wbr />}
          {part}
        </Fragment>
      ))}
    </span>
  );
}

/** Attachments, shortcuts and the links of the text. */
export function Addresses(props: {
  readonly view: ReleaseView;
  readonly links: readonly NumberedLink[];
}): ReactNode {
  const { t } = useWords();
  const { attachments, shortcuts } = props.view;
  return (
    <>
      <AddressList title={t('addresses.attachments')} items={attachments} />
      <AddressList title={t('addresses.shortcuts')} items={shortcuts} />
      <AddressList title={t('addresses.links')} items={props.links} />
    </>
  );
}
