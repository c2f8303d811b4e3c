import type { ReactNode } from 'react';
import { Button } from 'react-aria-components';
import type { DateBasis, Evidence, OfficeHolder, ReleaseView } from '../../../main/contract/index.ts';
import { problemInWords } from '../../i18n/problem-words.ts';
import { useWords } from '../../i18n/words.tsx';
import type { WordKey, Words } from '../../i18n/words.tsx';
import { groupHolders, heldInWords } from './office-words.tsx';
import { isShown } from './passages.ts';
import { useReading } from './reading.tsx';

const bases = {
  meta: 'why.date-meta',
  url: 'why.date-url',
  text: 'why.date-text',
  banner: 'why.date-banner',
  role: 'why.date-role',
} as const satisfies Readonly<Record<DateBasis, WordKey>>;

const kinds = {
  tag: 'evidence.tag',
  text: 'evidence.text',
  banner: 'evidence.banner',
} as const satisfies Readonly<Record<Evidence['kind'], WordKey>>;

const relations = {
  sender: 'relation.sender',
  quoted: 'relation.quoted',
  titled: 'relation.titled',
  named: 'relation.named',
} as const satisfies Readonly<Record<OfficeHolder['relation'], WordKey>>;

/** How each conclusion is known: the words it rests on, where they stand, and the register's sources. */
export function EvidencePanel({ view }: { readonly view: ReleaseView }): ReactNode {
  const words = useWords();
  const { t } = words;
  const basis = view.date.basis;
  return (
    <div className="why">
      <WhyItem title={t('why.date')} said={basis === null ? t('why.date-none') : t(bases[basis])}>
        <EvidenceList evidence={view.date.evidence} view={view} />
      </WhyItem>
      {groupHolders(view.officeHolders).flatMap((group) =>
        group.holders.map((holder) => (
          <WhyItem
            key={`${holder.held.roleId} ${holder.relation}`}
            title={group.name}
            said={whyHolder(holder, words)}
          >
            <EvidenceList evidence={holder.evidence} view={view} />
            <RegisterSources holder={holder} words={words} />
          </WhyItem>
        )),
      )}
      {view.banners.length === 0 ? null : (
        <WhyItem title={t('why.banners')} said={t('why.banners-said')}>
          <ul className="banner-lines">
            {view.banners.map((line, index) => (
              <li key={index}>{line}</li>
            ))}
          </ul>
        </WhyItem>
      )}
      {view.conflicts.length === 0 ? null : (
        <WhyItem title={t('why.conflicts')} said={t('why.conflicts-said')}>
          <ul className="conflicts">
            {view.conflicts.map((conflict, index) => (
              <li key={index}>{problemInWords(conflict, words.language)}</li>
            ))}
          </ul>
        </WhyItem>
      )}
    </div>
  );
}

function WhyItem(props: {
  readonly title: string;
  readonly said: string;
  readonly children: ReactNode;
}): ReactNode {
  return (
    <div className="why-item">
      <h4>{props.title}</h4>
      <p>{props.said}</p>
      {props.children}
    </div>
  );
}

/** Quotes, each with where it stands; those in the text can be gone to. */
export function EvidenceList(props: {
  readonly evidence: readonly Evidence[];
  readonly view: ReleaseView;
}): ReactNode {
  const { t } = useWords();
  const { pointAt } = useReading();
  if (props.evidence.length === 0) return null;
  return (
    <ul className="evidence">
      {props.evidence.map((one, index) => (
        <li key={`${one.start} ${index}`}>
          <q>{one.quote}</q>
          <span className="evidence-place">{t(kinds[one.kind])}</span>
          {isShown(props.view, one) ? (
            <Button className="link-button" onPress={() => pointAt({ start: one.start, end: one.end })}>
              {t('evidence.show')}
            </Button>
          ) : null}
        </li>
      ))}
    </ul>
  );
}

function RegisterSources(props: { readonly holder: OfficeHolder; readonly words: Words }): ReactNode {
  const { held } = props.holder;
  const { t } = props.words;
  return (
    <>
      {held.sources.length === 0 ? null : (
        <p className="why-sources">{t('why.register', { sources: held.sources.join('; ') })}</p>
      )}
      {held.note === null ? null : <p className="why-sources">{held.note}</p>}
    </>
  );
}

function whyHolder(holder: OfficeHolder, words: Words): string {
  const { t } = words;
  const office = heldInWords(holder.held, words);
  const relation = t(relations[holder.relation]);
  if (!holder.certain) return t('why.holder-uncertain', { relation, office });
  return holder.strength === 'strong'
    ? t('why.holder-strong', { relation, office })
    : t('why.holder-weak', { relation, office });
}
