import { useState } from 'react';
import type { ReactNode } from 'react';
import { Button } from 'react-aria-components';
import { workSections } from '../../../main/contract/index.ts';
import type { WorkPreview } from '../../../main/contract/index.ts';
import { Icon } from '../../components/icons.tsx';
import { RoomDialog } from '../../components/room-dialog.tsx';
import { SwitchField } from '../../components/switch-field.tsx';
import { useWords } from '../../i18n/words.tsx';
import { useWorkStore } from '../../state/work-context.tsx';
import { sectionTitles } from './section-titles.ts';

/** Takes all of the reader's own work along as a file, and takes such a file in. */
export function Exchange(): ReactNode {
  const { t } = useWords();
  const store = useWorkStore();
  const [preview, setPreview] = useState<WorkPreview | null>(null);
  const [saves, setSaves] = useState(false);
  const save = async (withHistory: boolean): Promise<void> => {
    setSaves(false);
    const reply = await store.api.saveWork({ withHistory });
    if (!reply.ok) store.refuse(reply.problem);
    else if (reply.value !== null) {
      const { file, items } = reply.value;
      store.say((words) => words.t('exchange.saved', { count: items, file }));
    }
  };
  const choose = async (): Promise<void> => {
    const reply = await store.api.chooseWork({});
    if (reply.ok) setPreview(reply.value);
    else store.refuse(reply.problem);
  };
  const accept = async (of: WorkPreview): Promise<void> => {
    setPreview(null);
    store.tell(await store.api.acceptWork({ preview: of.id }), (words) => words.t('exchange.taken'));
  };
  return (
    <div className="exchange">
      <Button className="quiet-button" onPress={() => setSaves(true)}>
        <Icon name="tray" />
        <span>{t('exchange.save')}</span>
      </Button>
      <Button className="quiet-button" onPress={() => void choose()}>
        <Icon name="folder" />
        <span>{t('exchange.take')}</span>
      </Button>
      {saves ? (
        <Save onSave={(withHistory) => void save(withHistory)} onClose={() => setSaves(false)} />
      ) : null}
      {preview === null ? null : (
        <Preview of={preview} onAccept={() => void accept(preview)} onClose={() => setPreview(null)} />
      )}
    </div>
  );
}

/** What comes into the file, before it is asked where the file should lie. */
function Save(props: {
  readonly onSave: (withHistory: boolean) => void;
  readonly onClose: () => void;
}): ReactNode {
  const { t } = useWords();
  const [withHistory, setWithHistory] = useState(false);
  return (
    <RoomDialog
      shape="page"
      title={t('exchange.save-title')}
      isOpen
      onOpenChange={(isOpen) => (isOpen ? undefined : props.onClose())}
      foot={
        <div className="buttons text-dialog-foot">
          <Button className="button button-main" onPress={() => props.onSave(withHistory)}>
            {t('exchange.choose-place')}
          </Button>
          <Button className="button button-large" onPress={props.onClose}>
            {t('work.cancel')}
          </Button>
        </div>
      }
    >
      <div className="text-dialog">
        <p>{t('exchange.save-said')}</p>
        <SwitchField
          label={t('exchange.with-history')}
          hint={t('exchange.with-history-hint')}
          isOn={withHistory}
          onChange={setWithHistory}
        />
      </div>
    </RoomDialog>
  );
}

/** What taking a file in would do, before it is done. */
function Preview(props: {
  readonly of: WorkPreview;
  readonly onAccept: () => void;
  readonly onClose: () => void;
}): ReactNode {
  const { t, instant } = useWords();
  const { of } = props;
  const sections = workSections.filter((section) => Object.values(of.tally[section]).some((n) => n > 0));
  const isNothing = sections.every((section) => {
    const { added, changed, conflicting } = of.tally[section];
    return added + changed + conflicting === 0;
  });
  return (
    <RoomDialog
      shape="page"
      title={t('exchange.title')}
      isOpen
      onOpenChange={(isOpen) => (isOpen ? undefined : props.onClose())}
      foot={
        <div className="buttons text-dialog-foot">
          {isNothing ? null : (
            <Button className="button button-main" onPress={props.onAccept}>
              {t('exchange.accept')}
            </Button>
          )}
          <Button className="button button-large" onPress={props.onClose}>
            {t(isNothing ? 'common.close' : 'work.cancel')}
          </Button>
        </div>
      }
    >
      <div className="text-dialog exchange-preview">
        <p className="exchange-file">{of.file}</p>
        <p>{t('exchange.written', { day: instant(of.written), program: of.program })}</p>
        {isNothing ? <p>{t('exchange.nothing')}</p> : null}
        <table className="exchange-tally">
          <thead>
            <tr>
              <th scope="col">{t('exchange.section')}</th>
              <th scope="col">{t('exchange.added')}</th>
              <th scope="col">{t('exchange.changed')}</th>
              <th scope="col">{t('exchange.same')}</th>
              <th scope="col">{t('exchange.conflicting')}</th>
            </tr>
          </thead>
          <tbody>
            {sections.map((section) => (
              <tr key={section}>
                <th scope="row">{t(sectionTitles[section])}</th>
                <td>{of.tally[section].added}</td>
                <td>{of.tally[section].changed}</td>
                <td>{of.tally[section].same}</td>
                <td>{of.tally[section].conflicting}</td>
              </tr>
            ))}
          </tbody>
        </table>
        {of.conflicts.length === 0 ? null : (
          <>
            <p>{t('exchange.conflicts')}</p>
            <ul className="exchange-conflicts">
              {of.conflicts.map(({ section, name }, index) => (
                <li key={index}>{t('exchange.conflict', { section: t(sectionTitles[section]), name })}</li>
              ))}
            </ul>
          </>
        )}
      </div>
    </RoomDialog>
  );
}
