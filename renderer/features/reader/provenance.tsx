import type { ReactNode } from 'react';
import type { ReleaseView } from '../../../main/contract/index.ts';
import { CopyButton } from '../../components/copy-button.tsx';
import { Fingerprint } from '../../components/fingerprint.tsx';
import { Fold } from '../../components/fold.tsx';
import { TrustMark } from '../../components/trust-mark.tsx';
import { trustSaid } from '../../components/trust-said.ts';
import { useWords } from '../../i18n/words.tsx';
import { markOf } from '../../state/package-mark.ts';
import type { PackageMark } from '../../state/package-mark.ts';

interface ProvenanceProps {
  readonly view: ReleaseView;
  readonly isOpen: boolean;
  readonly onOpenChange: (open: boolean) => void;
}

/** Where the release comes from and how that can be checked. */
export function Provenance(props: ProvenanceProps): ReactNode {
  const { t, instant } = useWords();
  const { view } = props;
  const mark = markOf(view.package);
  const { source } = view;
  const unknown = t('provenance.unknown');
  return (
    <Fold
      level={2}
      className="provenance"
      title={t('provenance.title')}
      isOpen={props.isOpen}
      onOpenChange={props.onOpenChange}
    >
      <dl className="facts">
        <Fact name={t('provenance.address')} value={source.address ?? unknown} copied={source.address} />
        <Fact
          name={t('provenance.fetched')}
          value={source.fetched === null ? unknown : instant(source.fetched)}
        />
        <Fact name={t('provenance.file')} value={source.file} />
        <Fact name={t('provenance.sha256')} value={source.sha256} copied={source.sha256} isCode />
        <Fact
          name={t('provenance.original')}
          value={source.originalKept ? t('provenance.original-kept') : t('provenance.original-not-kept')}
        />
        <Fact name={t('provenance.parser')} value={source.parser} isCode />
        {view.updated === null ? null : <Fact name={t('provenance.updated')} value={view.updated} />}
        <Fact name={t('provenance.id')} value={view.id} copied={`${view.id}@${view.version}`} isCode />
        <Fact name={t('provenance.version')} value={view.version} isCode />
        <Fact
          name={t('provenance.package')}
          value={t('provenance.package-value', { ...view.package })}
          {...(mark === null ? {} : { mark })}
        />
        <Signer of={view.package} />
        <Fact
          name={t('provenance.identity')}
          value={view.package.identity}
          copied={view.package.identity}
          isCode
        />
      </dl>
    </Fold>
  );
}

/** Who signed the package that holds it, and the key to compare; nothing of a package that was not imported. */
function Signer({ of }: { readonly of: ReleaseView['package'] }): ReactNode {
  const words = useWords();
  if (of.trust === null) return null;
  return (
    <div className="fact">
      <dt>{words.t('provenance.signer')}</dt>
      <dd>
        <span>{trustSaid(of, words)}</span>
        {of.trust.state === 'signed' ? (
          <Fingerprint fingerprint={of.trust.fingerprint} keyId={of.trust.keyId} />
        ) : null}
      </dd>
    </div>
  );
}

interface FactProps {
  readonly name: string;
  readonly value: string;
  readonly copied?: string | null;
  readonly isCode?: boolean;
  readonly mark?: PackageMark;
}

function Fact({ name, value, copied, isCode, mark }: FactProps): ReactNode {
  const { t } = useWords();
  return (
    <div className="fact">
      <dt>{name}</dt>
      <dd>
        <span className={isCode === true ? 'code' : undefined}>{value}</span>
        {mark === undefined ? null : <TrustMark mark={mark} />}
        {copied === undefined || copied === null ? null : (
          <CopyButton
            text={() => copied}
            label={t('copy.label')}
            longLabel={t('copy.what', { what: name })}
          />
        )}
      </dd>
    </div>
  );
}
