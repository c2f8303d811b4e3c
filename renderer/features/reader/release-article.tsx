import { memo } from 'react';
import type { ReactNode } from 'react';
import { isLongTitle } from '../../../main/contract/index.ts';
import type { ReaderApi, ReleaseView } from '../../../main/contract/index.ts';
import { PageLink } from '../../components/page-link.tsx';
import { TrustMark } from '../../components/trust-mark.tsx';
import { useWords } from '../../i18n/words.tsx';
import { markOf } from '../../state/package-mark.ts';
import { useReaderSlots } from '../../state/reader-slots.ts';
import { Addresses } from './addresses.tsx';
import { Blocks } from './blocks.tsx';
import type { NumberedLink } from './links.ts';
import { OfficeBox } from './office-box.tsx';
import { plainRuns } from './plain-text.ts';
import { Provenance } from './provenance.tsx';
import { Related } from './related.tsx';
import { RunText } from './run-text.tsx';
import { StateNote } from './state-note.tsx';
import { Versions } from './versions.tsx';

/** The parts that open on demand. */
export type Folded = 'why' | 'provenance';

interface ReleaseArticleProps {
  readonly api: ReaderApi;
  readonly view: ReleaseView;
  readonly links: readonly NumberedLink[];
  readonly unfolded: ReadonlySet<Folded>;
  readonly onFold: (part: Folded, open: boolean) => void;
}

/** One release, as text should be read. */
export const ReleaseArticle = memo(function ReleaseArticle(props: ReleaseArticleProps): ReactNode {
  const words = useWords();
  const { t } = words;
  const slots = useReaderSlots();
  const { view } = props;
  const isEmpty = view.lead.length === 0 && view.body.length === 0;
  return (
    <article className="release" lang={view.language ?? undefined}>
      <header lang={words.language}>
        <StateNote view={view} />
        <p className="kicker dotted">
          {kickerOf(view).map((part) => (
            <span key={part}>{part}</span>
          ))}
          <span>
            <time dateTime={view.date.earliest === view.date.latest ? (view.date.earliest ?? '') : undefined}>
              {words.date(view.date)}
            </time>
          </span>
          <Caution view={view} />
        </p>
      </header>
      <h1 className="release-title" data-long={isLongTitle(plainRuns(view.title)) ? '' : undefined}>
        {view.title.length === 0 ? t('hit.untitled') : <RunText runs={view.title} />}
      </h1>
      <div lang={words.language}>
        <OfficeBox
          view={view}
          isExplained={props.unfolded.has('why')}
          onExplain={(open) => props.onFold('why', open)}
        />
        {slots.known(view)}
      </div>
      {view.lead.length === 0 ? null : (
        <div className="lead">
          <Blocks blocks={view.lead} />
        </div>
      )}
      <div className="body">
        <Blocks blocks={view.body} />
      </div>
      {isEmpty ? (
        <p className="no-text" lang={words.language}>
          {t('reader.no-text')}
        </p>
      ) : null}
      <footer lang={words.language}>
        <Contacts view={view} title={t('contacts.title')} />
        <Addresses view={view} links={props.links} />
        <About view={view} />
        <Versions api={props.api} view={view} />
        <Provenance
          view={view}
          isOpen={props.unfolded.has('provenance')}
          onOpenChange={(open) => props.onFold('provenance', open)}
        />
        {/* Subjects are told in the language of the window. */}
        <Related key={words.language} api={props.api} id={view.id} />
      </footer>
    </article>
  );
});

function Contacts(props: { readonly view: ReleaseView; readonly title: string }): ReactNode {
  if (props.view.contacts.length === 0) return null;
  return (
    <section className="contacts">
      <h2>{props.title}</h2>
      {props.view.contacts.map((lines, index) => (
        <address key={index}>
          {lines.map((runs, line) => (
            <span key={line} className="contact-line">
              <RunText runs={runs} />
            </span>
          ))}
        </address>
      ))}
    </section>
  );
}

/** Departments, subjects and designations. */
function About({ view }: { readonly view: ReleaseView }): ReactNode {
  const { t } = useWords();
  const rows: readonly { readonly name: string; readonly values: readonly ReactNode[] }[] = [
    {
      name: t('facet.department'),
      values: view.departments.map(({ id, label }) => (
        <PageLink key={id} page={{ type: 'department', id }}>
          {label}
        </PageLink>
      )),
    },
    { name: t('facet.subject'), values: view.subjects.map((one) => one.label) },
    { name: t('about.designations'), values: view.designations.map((one) => one.value) },
  ].filter((row) => row.values.length > 0);
  if (rows.length === 0) return null;
  return (
    <section className="about">
      <h2>{t('about.title')}</h2>
      <dl className="facts">
        {rows.map((row) => (
          <div key={row.name} className="fact">
            <dt>{row.name}</dt>
            <dd className="values dotted">
              {row.values.map((value, index) => (
                <span key={index}>{value}</span>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

/** "Pressmeddelande från …", "Press release from …". */
const SAYS_KIND = /^\p{L}[\p{L} -]{0,30} (?:från|from) /u;

/** Kind and sender, each once: a sender line ("Pressmeddelande från …") often names the kind already. */
function kickerOf(view: ReleaseView): readonly string[] {
  const senders = view.senders.length > 0 ? view.senders : view.departments.map((one) => one.label);
  const kind = view.kind ?? '';
  const saysKind = senders.some((sender) => SAYS_KIND.test(sender));
  return [...new Set([...(saysKind || kind === '' ? [] : [kind]), ...senders])];
}

/** What a reader should know of where this text comes from, where nobody trusted vouches for it. */
function Caution({ view }: { readonly view: ReleaseView }): ReactNode {
  const mark = markOf(view.package);
  return mark === null || mark === 'trusted' ? null : <TrustMark mark={mark} />;
}
