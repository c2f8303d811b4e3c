import type { ReactNode } from 'react';
import { Icon } from '../../components/icons.tsx';
import type { IconName } from '../../components/icons.tsx';

interface EmptyWorkProps {
  readonly icon: IconName;
  readonly title: string;
  readonly said: string;
  /** How one gets there by keys. */
  readonly keys: readonly { readonly key: string; readonly does: string }[];
}

/** Where there is nothing yet: what would be here, and how it comes here. */
export function EmptyWork({ icon, title, said, keys }: EmptyWorkProps): ReactNode {
  return (
    <div className="empty-work">
      <Icon name={icon} />
      <h2>{title}</h2>
      <p>{said}</p>
      {keys.length === 0 ? null : (
        <dl className="nothing-keys">
          {keys.map(({ key, does }) => (
            <div key={key}>
              <dt>
                <kbd>{key}</kbd>
              </dt>
              <dd>{does}</dd>
            </div>
          ))}
        </dl>
      )}
    </div>
  );
}
