import type { ReactNode } from 'react';
import { RoomDialog } from '../../components/room-dialog.tsx';
import { useWords } from '../../i18n/words.tsx';
import './about.css';

interface AccessDialogProps {
  readonly version: string;
  readonly isOpen: boolean;
  readonly onOpenChange: (open: boolean) => void;
}

/** The accessibility statement, under the headings that Swedish law asks for. */
export function AccessDialog(props: AccessDialogProps): ReactNode {
  const { t } = useWords();
  return (
    <RoomDialog
      shape="page"
      isText
      title={t('access.title')}
      isOpen={props.isOpen}
      onOpenChange={props.onOpenChange}
    >
      <div className="about-page about-prose">
        <p className="about-lead">{t('access.lead')}</p>
        <h3>{t('access.how')}</h3>
        <p>{t('access.how-said')}</p>
        <h3>{t('access.can')}</h3>
        <ul>
          <li>{t('access.can-keys')}</li>
          <li>{t('access.can-look')}</li>
          <li>{t('access.can-still')}</li>
          <li>{t('access.can-heard')}</li>
          <li>{t('access.can-single')}</li>
        </ul>
        <h3>{t('access.report')}</h3>
        <p>{t('access.report-said')}</p>
        <h3>{t('access.supervision')}</h3>
        <p>{t('access.supervision-said')}</p>
        <h3>{t('access.technical')}</h3>
        <p>{t('access.technical-said')}</p>
        <h3>{t('access.not')}</h3>
        <h4>{t('access.not-law')}</h4>
        <ul>
          <li>{t('access.not-tried')}</li>
          <li>{t('access.not-systems')}</li>
          <li>{t('access.not-language')}</li>
          <li>{t('access.not-tables')}</li>
          <li>{t('access.not-platform')}</li>
        </ul>
        <h4>{t('access.not-covered')}</h4>
        <p>{t('access.not-covered-said')}</p>
        <h3>{t('access.tested')}</h3>
        <p>{t('access.tested-said')}</p>
        <p>{t('access.date', { version: props.version })}</p>
      </div>
    </RoomDialog>
  );
}
