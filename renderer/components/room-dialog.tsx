import type { ReactNode } from 'react';
import { Button, Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { useWords } from '../i18n/words.tsx';
import { Icon } from './icons.tsx';

interface RoomDialogProps {
  readonly title: string;
  /** A page in the middle of the window, or a sheet at its left edge. */
  readonly shape: 'page' | 'sheet';
  readonly isOpen: boolean;
  readonly onOpenChange: (open: boolean) => void;
  /** Stands at the foot, always in sight. */
  readonly foot?: ReactNode;
  /** Whether nothing in it can be pressed: then what scrolls takes the focus, so that keys can scroll it. */
  readonly isText?: boolean;
  readonly children: ReactNode;
}

/** Something that lies over the window until it is closed (Esc, the cross, a click beside it). */
export function RoomDialog(props: RoomDialogProps): ReactNode {
  const { t } = useWords();
  return (
    <ModalOverlay
      className={`veil veil-${props.shape}`}
      isDismissable
      isOpen={props.isOpen}
      onOpenChange={props.onOpenChange}
    >
      <Modal className={`modal modal-${props.shape}`}>
        <Dialog className="dialog">
          {({ close }) => (
            <>
              <div className="dialog-head">
                <Heading slot="title" level={2} className="dialog-title">
                  {props.title}
                </Heading>
                <Button className="quiet-button" onPress={close}>
                  <Icon name="close" />
                  <span>{t('common.close')}</span>
                </Button>
              </div>
              {props.isText === true ? (
                // What is only read has nothing to go to by keyboard but itself.
                // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
                <section className="dialog-body" aria-label={props.title} tabIndex={0}>
                  {props.children}
                </section>
              ) : (
                <div className="dialog-body">{props.children}</div>
              )}
              {props.foot === undefined ? null : <div className="dialog-foot">{props.foot}</div>}
            </>
          )}
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
