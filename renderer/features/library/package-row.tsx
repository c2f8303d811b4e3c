import { useEffect, useRef, useState } from 'react';
import type { ReactNode, RefObject } from 'react';
import { Button, Disclosure, DisclosurePanel, Heading } from 'react-aria-components';
import type { LibraryPackage, LibraryView, ReaderApi } from '../../../main/contract/index.ts';
import { CopyButton } from '../../components/copy-button.tsx';
import { Fingerprint } from '../../components/fingerprint.tsx';
import { Icon } from '../../components/icons.tsx';
import { TrustMark } from '../../components/trust-mark.tsx';
import { WorkProgress } from '../../components/work-progress.tsx';
import { useWords } from '../../i18n/words.tsx';
import { markOf } from '../../state/package-mark.ts';
import type { Job } from '../../state/session-state.ts';
import type { SessionActions } from '../../state/use-session.ts';
import { DamagedNote } from './damaged-note.tsx';
import { Fact } from './reading-now.tsx';
import { RemovePackage, Removed } from './remove-package.tsx';
import { trustSaid } from '../../components/trust-said.ts';
import { jobLabel } from './work-line.tsx';

interface PackageRowProps {
  readonly of: LibraryPackage;
  /** The package it continues, where that is installed. */
  readonly previous: LibraryPackage | null;
  readonly library: LibraryView;
  readonly jobs: readonly Job[];
  readonly api: ReaderApi;
  readonly actions: SessionActions;
}

/** An installed package: what one needs to see in a line, and all that is known of it when opened. */
export function PackageRow(props: PackageRowProps): ReactNode {
  const words = useWords();
  const { t } = words;
  const { of, jobs, actions } = props;
  const [isOpen, setIsOpen] = useState(false);
  const [removes, setRemoves] = useState(false);
  const isRemoved = props.library.removing === of.identity;
  const trigger = useFocusWhenBack(isRemoved);
  // What was asked is answered: a package that is put back is shown as it was before.
  if (isRemoved && removes) setRemoves(false);
  if (isRemoved) {
    return (
      <li className="package">
        <Removed of={of} actions={actions} />
      </li>
    );
  }
  const mark = markOf(of);
  const job = jobs.find((one) => one.about === of.identity) ?? null;
  return (
    <li className="package">
      <Disclosure
        isExpanded={isOpen}
        onExpandedChange={(opens) => {
          setIsOpen(opens);
          setRemoves(false);
        }}
      >
        <Heading level={3} className="package-heading">
          <Button ref={trigger} slot="trigger" className="package-trigger">
            <Icon name={isOpen ? 'chevron-down' : 'chevron-right'} />
            <span className="package-number">{t('library.number', { sequence: of.sequence })}</span>
            <span className="package-date">
              {of.date === null ? t('library.undated') : words.day(of.date)}
            </span>
            <span className="package-releases">{t('results.count', { count: of.releases })}</span>
            {mark === null ? null : <TrustMark mark={mark} />}
            <CheckedWhen of={of} />
          </Button>
        </Heading>
        <DisclosurePanel className="package-panel">
          {isOpen ? (
            <PackageDetails {...props} isBusy={jobs.length > 0} removes={removes} onRemoves={setRemoves} />
          ) : null}
        </DisclosurePanel>
      </Disclosure>
      {removes ? null : (
        <DamagedNote
          of={of}
          isReadOnly={props.library.isReadOnly}
          isBusy={jobs.length > 0}
          onImport={() => actions.chooseImport('file')}
          onRemove={() => {
            setIsOpen(true);
            setRemoves(true);
          }}
        />
      )}
      {job === null ? null : (
        <WorkProgress
          label={jobLabel(job, words)}
          share={job.progress}
          onCancel={() => actions.cancelJob(job.id)}
        />
      )}
    </li>
  );
}

/** Puts the focus on a package that was taken away and is put back: what it was on is gone. */
function useFocusWhenBack(isRemoved: boolean): RefObject<HTMLButtonElement | null> {
  const trigger = useRef<HTMLButtonElement>(null);
  const wasRemoved = useRef(isRemoved);
  useEffect(() => {
    if (wasRemoved.current && !isRemoved) trigger.current?.focus();
    wasRemoved.current = isRemoved;
  }, [isRemoved]);
  return trigger;
}

/** When its files were last compared, and how that went. */
function CheckedWhen({ of: { check } }: { readonly of: LibraryPackage }): ReactNode {
  const { t, instant } = useWords();
  if (check === null) return <span className="package-check">{t('verified.not')}</span>;
  return check.damaged === 0 ? (
    <span className="package-check">{t('library.checked', { when: instant(check.at) })}</span>
  ) : (
    <span className="package-check package-damaged">
      {t('library.damaged-files', { count: check.damaged })}
    </span>
  );
}

interface PackageDetailsProps extends PackageRowProps {
  readonly isBusy: boolean;
  /** Whether it is asked what taking it away would mean. */
  readonly removes: boolean;
  readonly onRemoves: (removes: boolean) => void;
}

function PackageDetails(props: PackageDetailsProps): ReactNode {
  const words = useWords();
  const { t } = words;
  const { of, previous, isBusy, actions, removes, onRemoves } = props;
  return (
    <>
      <p className="package-said">{trustSaid(of, words)}</p>
      <dl className="facts">
        <Fact name={t('library.package-title')} value={of.title} />
        <Fact
          name={t('library.rests-on')}
          value={
            of.previous === null
              ? t('library.stands-alone')
              : previous === null
                ? of.previous.slice(0, 12)
                : t('library.number', { sequence: previous.sequence })
          }
        />
        <Fact name={t('library.imported')} value={words.instant(of.importedAt)} />
        <Fact
          name={t('library.last-check')}
          value={of.check === null ? t('library.never-checked') : words.instant(of.check.at)}
        />
        <div className="fact">
          <dt>{t('library.identity')}</dt>
          <dd>
            <span className="code">{of.identity}</span>
            <CopyButton
              text={() => of.identity}
              label={t('copy.label')}
              longLabel={t('copy.what', { what: t('library.identity') })}
            />
          </dd>
        </div>
      </dl>
      {of.trust.state === 'signed' ? (
        <Fingerprint fingerprint={of.trust.fingerprint} keyId={of.trust.keyId} />
      ) : null}
      {removes ? (
        <RemovePackage
          of={of}
          api={props.api}
          onRemove={() => actions.removePackage(of.identity)}
          onKeep={() => onRemoves(false)}
        />
      ) : (
        <div className="buttons">
          <Button className="button" isDisabled={isBusy} onPress={() => actions.verify(of.identity)}>
            {t('library.verify')}
          </Button>
          {of.check === null || props.library.isReadOnly ? null : (
            <Button className="button" onPress={() => actions.saveCertificate(of.identity)}>
              {t('library.certificate')}
            </Button>
          )}
          {props.library.isReadOnly ? null : (
            <Button className="button" isDisabled={isBusy} onPress={() => onRemoves(true)}>
              {t('library.remove')}
            </Button>
          )}
        </div>
      )}
    </>
  );
}
