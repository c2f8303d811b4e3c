import type { ReactNode } from 'react';
import { Button } from 'react-aria-components';
import type { ReaderApi, Status } from '../../../main/contract/index.ts';
import { RoomDialog } from '../../components/room-dialog.tsx';
import { useWords } from '../../i18n/words.tsx';
import { Licences } from './licences.tsx';
import './about.css';

interface AboutDialogProps {
  readonly api: ReaderApi;
  readonly status: Status;
  readonly isOpen: boolean;
  readonly onOpenChange: (open: boolean) => void;
  /** Shows the accessibility statement instead. */
  readonly onAccess: () => void;
}

/** What this program is, how it is kept from any network, and whose work it is built with. */
export function AboutDialog(props: AboutDialogProps): ReactNode {
  const { t } = useWords();
  const { status } = props;
  return (
    <RoomDialog
      shape="page"
      title={t('about.program')}
      isOpen={props.isOpen}
      onOpenChange={props.onOpenChange}
    >
      <div className="about-page">
        <div className="about-head">
          <img src="./icon.svg" alt="" width="88" height="88" />
          <div>
            <p className="about-name">{t('app.name')}</p>
            <p className="about-version">
              <span>{t('about.version', { version: status.appVersion })}</span>
              <span>{status.runtime}</span>
            </p>
          </div>
        </div>
        <div className="about-prose">
          <p className="about-lead">{t('about.what')}</p>
          <h3>{t('about.offline')}</h3>
          <p>{t('about.offline-said')}</p>
          <p>{t('about.offline-checked')}</p>
          <p>{t('about.own')}</p>
          <h3>{t('about.licences')}</h3>
          <p>{t('about.licence')}</p>
          <p>{t('about.licences-said')}</p>
        </div>
        <Licences api={props.api} />
        <p className="about-prose">
          <Button className="link-button" onPress={props.onAccess}>
            {t('access.title')}
          </Button>
        </p>
      </div>
    </RoomDialog>
  );
}
