import type { ReactNode } from 'react';
import { Button } from 'react-aria-components';
import type { OpenArchive } from '../../../main/contract/index.ts';
import { CopyButton } from '../../components/copy-button.tsx';
import { TrustMark } from '../../components/trust-mark.tsx';
import { archiveName } from '../../i18n/archive-name.ts';
import { useWords } from '../../i18n/words.tsx';
import type { WordKey } from '../../i18n/words.tsx';
import type { SessionActions } from '../../state/use-session.ts';

interface ReadingNowProps {
  readonly open: OpenArchive | null;
  readonly isBusy: boolean;
  readonly actions: SessionActions;
}

const explained = {
  'not-verified': 'verified.not-said',
  verified: 'verified.yes-said',
  damaged: 'verified.damaged-said',
} as const satisfies Readonly<Record<OpenArchive['verified'], WordKey>>;

/** What is read although it is not installed: what came with the app, or a folder in place. */
export function ReadingNow({ open, isBusy, actions }: ReadingNowProps): ReactNode {
  const words = useWords();
  const { t } = words;
  const held = open?.packages.at(-1);
  if (open === null || held === undefined || open.source === 'library') return null;
  const { path } = open;
  return (
    <section className="library-section" aria-labelledby="reading-now">
      <div className="section-head">
        <h2 id="reading-now">{archiveName(open, words)}</h2>
        <TrustMark mark={open.verified} />
      </div>
      <p className="section-lead">
        {open.source === 'bundled' ? t('now.bundled') : t('now.folder')} {t(explained[open.verified])}
      </p>
      <dl className="facts">
        <Fact name={t('library.organisation')} value={held.organisation} />
        <Fact name={t('library.releases')} value={words.number(open.releases)} />
        <Fact name={t('library.span')} value={words.range(open.earliest, open.latest)} />
        <Fact
          name={t('library.series')}
          value={t('library.series-value', { series: held.series, sequence: held.sequence })}
        />
        <Fact name={t('library.date')} value={held.date === null ? null : words.day(held.date)} />
        <Fact name={t('library.rights')} value={held.rights} />
        <Fact name={t('library.path')} value={path} />
        <div className="fact">
          <dt>{t('library.identity')}</dt>
          <dd>
            <span className="code">{held.identity}</span>
            <CopyButton
              text={() => held.identity}
              label={t('copy.label')}
              longLabel={t('copy.what', { what: t('library.identity') })}
            />
          </dd>
        </div>
      </dl>
      <div className="buttons">
        <Button className="button" isDisabled={isBusy} onPress={() => actions.verify(null)}>
          {t('library.verify')}
        </Button>
        {open.source === 'bundled' || path === null ? null : (
          <>
            <Button className="button" isDisabled={isBusy} onPress={() => actions.importPaths([path])}>
              {t('now.import')}
            </Button>
            <Button className="button" isDisabled={isBusy} onPress={actions.openLibrary}>
              {t('now.back')}
            </Button>
          </>
        )}
      </div>
    </section>
  );
}

/** A name with its value; nothing where there is none. */
export function Fact(props: { readonly name: string; readonly value: ReactNode }): ReactNode {
  if (props.value === null) return null;
  return (
    <div className="fact">
      <dt>{props.name}</dt>
      <dd>{props.value}</dd>
    </div>
  );
}
