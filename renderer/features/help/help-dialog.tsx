import { memo } from 'react';
import type { ReactNode } from 'react';
import { Button } from 'react-aria-components';
import { RoomDialog } from '../../components/room-dialog.tsx';
import { useWords } from '../../i18n/words.tsx';
import { keyRows, queryRows } from './help-rows.ts';
import './help.css';

interface HelpDialogProps {
  readonly isOpen: boolean;
  readonly onOpenChange: (open: boolean) => void;
  /** Searches for an example; null where nothing can be searched. */
  readonly onTry: ((query: string) => void) | null;
  readonly onWelcome: () => void;
  readonly onAbout: () => void;
  readonly onAccess: () => void;
}

/** The keys, the forms a query can have, and the ways to what else is told of the program. */
export const HelpDialog = memo(function HelpDialog(props: HelpDialogProps): ReactNode {
  const { t } = useWords();
  return (
    <RoomDialog shape="page" title={t('help.title')} isOpen={props.isOpen} onOpenChange={props.onOpenChange}>
      <div className="help">
        <section>
          <h3>{t('help.queries')}</h3>
          <p>{t('help.queries-said')}</p>
          <table className="help-table">
            <thead className="only-heard">
              <tr>
                <th scope="col">{t('help.form')}</th>
                <th scope="col">{t('help.meaning')}</th>
              </tr>
            </thead>
            <tbody>
              {queryRows.map((row) => (
                <tr key={row.means}>
                  <th scope="row">
                    <Example query={t(row.form)} onTry={props.onTry} />
                  </th>
                  <td>{t(row.means)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
        <section>
          <h3>{t('help.keys')}</h3>
          <table className="help-table">
            <thead className="only-heard">
              <tr>
                <th scope="col">{t('help.key')}</th>
                <th scope="col">{t('help.meaning')}</th>
              </tr>
            </thead>
            <tbody>
              {keyRows.map((row) => (
                <tr key={row.does}>
                  <th scope="row">
                    {row.keys.map((key) => {
                      const name = typeof key === 'string' ? key : t(key.named);
                      return <kbd key={name}>{name}</kbd>;
                    })}
                  </th>
                  <td>{t(row.does)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
        <section className="help-more">
          <h3>{t('help.more')}</h3>
          <Button className="link-button" onPress={props.onWelcome}>
            {t('help.welcome')}
          </Button>
          <Button className="link-button" onPress={props.onAccess}>
            {t('access.title')}
          </Button>
          <Button className="link-button" onPress={props.onAbout}>
            {t('about.program')}
          </Button>
        </section>
      </div>
    </RoomDialog>
  );
});

function Example({ query, onTry }: { readonly query: string } & Pick<HelpDialogProps, 'onTry'>): ReactNode {
  const { t } = useWords();
  if (onTry === null) return <code>{query}</code>;
  return (
    <Button className="example" aria-label={t('help.try', { query })} onPress={() => onTry(query)}>
      <code>{query}</code>
    </Button>
  );
}
