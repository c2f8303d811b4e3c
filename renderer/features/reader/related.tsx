import { useEffect, useState } from 'react';
import type { ReactNode } from 'react';
import type { ReaderApi, RelatedGround, RelatedRelease } from '../../../main/contract/index.ts';
import { useWords } from '../../i18n/words.tsx';
import type { Words } from '../../i18n/words.tsx';
import { tabTitle } from '../../state/tabs.ts';
import { ReleaseLink } from './release-link.tsx';

/** How long a release lies open before what goes with it is looked for: not while one leafs through results. */
const AFTER_MS = 250;

interface RelatedProps {
  readonly api: ReaderApi;
  readonly id: string;
}

/** Releases that go with the one that is read, each with the ground for it; nothing where there are none. */
export function Related({ api, id }: RelatedProps): ReactNode {
  const words = useWords();
  const { t } = words;
  const related = useRelated(api, id);
  if (related.length === 0) return null;
  return (
    <section className="related">
      <h2>{t('related.title')}</h2>
      <ul>
        {related.map((one) => {
          const title = one.title === '' ? t('hit.untitled') : one.title;
          const grounds = `related-${one.id}`;
          return (
            <li key={one.id}>
              <p className="related-meta">
                {[words.date(one.date), one.kind].filter((part) => part !== null).join(' · ')}
              </p>
              <ReleaseLink
                className="related-title"
                to={{ releaseId: one.id, version: null, title: tabTitle(title) }}
                describedBy={grounds}
              >
                {title}
              </ReleaseLink>
              <ul className="grounds" id={grounds}>
                {groundsInWords(one.grounds, words).map((ground) => (
                  <li key={ground}>{ground}</li>
                ))}
              </ul>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

/** What cannot be had is left out: the text is there. */
function useRelated(api: ReaderApi, id: string): readonly RelatedRelease[] {
  const [related, setRelated] = useState<readonly RelatedRelease[]>([]);
  useEffect(() => {
    let over = false;
    const timer = setTimeout(() => {
      void (async () => {
        const reply = await api.related({ id });
        if (!over && reply.ok) setRelated(reply.value);
      })();
    }, AFTER_MS);
    return () => {
      over = true;
      clearTimeout(timer);
    };
  }, [api, id]);
  return related;
}

/** The grounds as sentences; a subject that one has told is not told again. */
function groundsInWords(grounds: readonly RelatedGround[], words: Words): readonly string[] {
  const tellsSubject = grounds.some(({ type }) => type === 'minister');
  return grounds.flatMap((ground) => groundInWords(ground, tellsSubject, words));
}

function groundInWords(ground: RelatedGround, tellsSubject: boolean, { t }: Words): readonly string[] {
  switch (ground.type) {
    case 'designation': {
      const matters = ground.designations.filter(({ kind }) => kind !== 'other');
      const others = ground.designations.filter(({ kind }) => kind === 'other');
      return [
        ...(matters.length === 0 ? [] : [t('related.matter', { designations: valuesOf(matters) })]),
        ...(others.length === 0 ? [] : [t('related.designation', { designations: valuesOf(others) })]),
      ];
    }
    case 'minister': {
      const told = { persons: labelsOf(ground.persons), subjects: labelsOf(ground.subjects) };
      return [
        ground.days === 0
          ? t('related.minister-same-day', told)
          : t('related.minister', { ...told, count: ground.days }),
      ];
    }
    case 'words': {
      const shared = ground.words.join(', ');
      return [
        ground.subjects.length === 0 || tellsSubject
          ? t('related.words', { words: shared })
          : t('related.subject-and-words', { subjects: labelsOf(ground.subjects), words: shared }),
      ];
    }
  }
}

function valuesOf(designations: readonly { readonly value: string }[]): string {
  return designations.map(({ value }) => value).join(', ');
}

/** Names may hold an "and" of their own: commas part them. */
function labelsOf(values: readonly { readonly label: string }[]): string {
  return values.map(({ label }) => label).join(', ');
}
