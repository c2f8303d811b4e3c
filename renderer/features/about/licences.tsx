import { useEffect, useState } from 'react';
import type { ReactNode } from 'react';
import { Input, Label, SearchField } from 'react-aria-components';
import type { Problem, ReaderApi, ReaderResult, Reply, ShippedPart } from '../../../main/contract/index.ts';
import { Fold } from '../../components/fold.tsx';
import { ProblemNote } from '../../components/problem-note.tsx';
import { problemInWords } from '../../i18n/problem-words.ts';
import { useWords } from '../../i18n/words.tsx';

type Asked<T> =
  | { readonly state: 'asked' }
  | { readonly state: 'there'; readonly value: T }
  | { readonly state: 'refused'; readonly problem: Problem };

/** Whose work the program is built with, and the terms of each, word for word, when one is opened. */
export function Licences({ api }: { readonly api: ReaderApi }): ReactNode {
  const { t } = useWords();
  const [shipped, setShipped] = useState<Asked<ReaderResult<'shipped'>>>({ state: 'asked' });
  useEffect(() => keepAnswer(api.shipped({}), setShipped), [api]);
  return (
    <Answered asked={shipped}>
      {({ packages, runtime }) => (
        <>
          <PartList api={api} title={t('about.packages')} parts={packages} />
          {runtime.length === 0 ? (
            <p className="about-prose">{t('about.no-runtime')}</p>
          ) : (
            <PartList api={api} title={t('about.runtime')} parts={runtime} />
          )}
        </>
      )}
    </Answered>
  );
}

interface PartListProps {
  readonly api: ReaderApi;
  readonly title: string;
  readonly parts: readonly ShippedPart[];
}

/** So many need no field to find one. */
const AT_A_GLANCE = 40;

function PartList({ api, title, parts }: PartListProps): ReactNode {
  const { t, number } = useWords();
  const [isOpen, setIsOpen] = useState(false);
  const [sought, setSought] = useState('');
  const found = parts.filter(({ name }) => name.toLowerCase().includes(sought.trim().toLowerCase()));
  return (
    <Fold
      className="licences"
      level={4}
      title={title}
      aside={number(parts.length)}
      isOpen={isOpen}
      onOpenChange={setIsOpen}
    >
      {parts.length <= AT_A_GLANCE ? null : (
        <SearchField className="text-field" value={sought} onChange={setSought}>
          <Label>{t('about.find')}</Label>
          <Input />
          <output className="licences-found">{t('about.found', { count: found.length })}</output>
        </SearchField>
      )}
      <ul className="licences-list">
        {found.map((part) => (
          <li key={part.id}>
            <PartLine api={api} part={part} />
          </li>
        ))}
      </ul>
    </Fold>
  );
}

function PartLine({ api, part }: { readonly api: ReaderApi; readonly part: ShippedPart }): ReactNode {
  const [isOpen, setIsOpen] = useState(false);
  const name = part.version === null ? part.name : `${part.name} ${part.version}`;
  return (
    <Fold
      className="licence"
      level={4}
      title={name}
      aside={part.licence ?? undefined}
      isOpen={isOpen}
      onOpenChange={setIsOpen}
    >
      <LicenceText api={api} id={part.id} />
    </Fold>
  );
}

function LicenceText({ api, id }: { readonly api: ReaderApi; readonly id: string }): ReactNode {
  const [licence, setLicence] = useState<Asked<ReaderResult<'licence'>>>({ state: 'asked' });
  useEffect(() => keepAnswer(api.licence({ id }), setLicence), [api, id]);
  return <Answered asked={licence}>{({ text }) => <pre className="licence-text">{text}</pre>}</Answered>;
}

interface AnsweredProps<T> {
  readonly asked: Asked<T>;
  readonly children: (value: T) => ReactNode;
}

function Answered<T>({ asked, children }: AnsweredProps<T>): ReactNode {
  const { t, language } = useWords();
  switch (asked.state) {
    case 'asked':
      return <output className="about-waiting">{t('about.fetching')}</output>;
    case 'refused':
      return <ProblemNote tone="warn">{problemInWords(asked.problem, language)}</ProblemNote>;
    case 'there':
      return children(asked.value);
  }
}

/** Keeps what comes of a call; the result stops it from being kept. */
function keepAnswer<T>(call: Promise<Reply<T>>, keep: (asked: Asked<T>) => void): () => void {
  let isWanted = true;
  const take = async (): Promise<void> => {
    const reply = await call;
    if (!isWanted) return;
    keep(reply.ok ? { state: 'there', value: reply.value } : { state: 'refused', problem: reply.problem });
  };
  void take();
  return () => {
    isWanted = false;
  };
}
