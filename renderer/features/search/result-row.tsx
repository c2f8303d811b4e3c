import { Fragment } from 'react';
import type { KeyboardEvent, MouseEvent, ReactNode } from 'react';
import type { Hit, HitMinister } from '../../../main/contract/index.ts';
import { MarkedText } from '../../components/marked-text.tsx';
import { PageLink } from '../../components/page-link.tsx';
import { keepMiddleStill, wantsTab } from '../../components/tab-press.ts';
import { WorkMarks } from '../../components/work-marks.tsx';
import { useWords } from '../../i18n/words.tsx';
import type { Words } from '../../i18n/words.tsx';
import { ministersTold } from './hit-ministers.ts';

interface ResultRowProps {
  /** Undefined until it is fetched. */
  readonly hit: Hit | undefined;
  readonly place: number;
  readonly isOpen: boolean;
  readonly isActive: boolean;
  readonly onPress: (event: MouseEvent, place: number) => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
  readonly onFocusChange: (focused: boolean) => void;
}

const MOST_MINISTERS = 2;
const MOST_DEPARTMENTS = 2;

/**
 * One release of the result: when, by whom, what, who was minister, and the passage that matches. Its button is
 * there before the release is fetched and stays when it comes, so that the focus is never lost.
 */
export function ResultRow(props: ResultRowProps): ReactNode {
  const words = useWords();
  const { hit, place } = props;
  const about = `hit-about-${place}`;
  return (
    <>
      <p className="hit-meta dotted" id={about}>
        {hit === undefined ? null : <About hit={hit} words={words} isActive={props.isActive} />}
      </p>
      <h3 className="hit-title">
        <button
          type="button"
          className={hit === undefined ? 'hit-open hit-pending' : 'hit-open'}
          tabIndex={props.isActive ? 0 : -1}
          data-pane-focus={props.isActive ? '' : undefined}
          aria-current={props.isOpen ? 'true' : undefined}
          aria-describedby={about}
          onClick={(event) => props.onPress(event, place)}
          onMouseDown={keepMiddleStill}
          onAuxClick={(event) => {
            if (wantsTab(event)) props.onPress(event, place);
          }}
          onKeyDown={props.onKeyDown}
          onFocus={() => props.onFocusChange(true)}
          onBlur={() => props.onFocusChange(false)}
        >
          <Title hit={hit} words={words} />
        </button>
      </h3>
      {hit === undefined ? null : (
        <Ministers ministers={hit.ministers} words={words} isActive={props.isActive} />
      )}
      {hit === undefined || hit.snippet === '' ? null : (
        <p className="hit-text">
          <MarkedText text={hit.snippet} marks={hit.marks.snippet} />
        </p>
      )}
    </>
  );
}

function Title({ hit, words }: { readonly hit: Hit | undefined; readonly words: Words }): ReactNode {
  if (hit === undefined) return words.t('results.fetching');
  return <MarkedText text={hit.title === '' ? words.t('hit.untitled') : hit.title} marks={hit.marks.title} />;
}

interface AboutProps {
  readonly hit: Hit;
  readonly words: Words;
  readonly isActive: boolean;
}

/** When, of which kind and by which departments; by the sender line, which often says both, where none is known. */
function About({ hit, words, isActive }: AboutProps): ReactNode {
  const departments = hit.departments.slice(0, MOST_DEPARTMENTS);
  const said = departments.length > 0 ? hit.kind : (hit.sender ?? hit.kind);
  return (
    <>
      <span className="hit-date">{words.date(hit.date)}</span>
      {said === null ? null : <span className="hit-from">{said}</span>}
      {departments.length === 0 ? null : (
        <span className="hit-from">
          {departments.map(({ id, label }, n) => (
            <Fragment key={id}>
              {n === 0 ? null : ', '}
              <PageLink page={{ type: 'department', id }} className="hit-name" isTabStop={isActive}>
                {label}
              </PageLink>
            </Fragment>
          ))}
        </span>
      )}
      {hit.possible ? <span className="badge badge-possible">{words.t('hit.possible')}</span> : null}
      {hit.withdrawn ? <span className="badge badge-withdrawn">{words.t('hit.withdrawn')}</span> : null}
      <WorkMarks id={hit.id} />
    </>
  );
}

interface MinistersProps {
  readonly ministers: readonly HitMinister[];
  readonly words: Words;
  readonly isActive: boolean;
}

function Ministers(props: MinistersProps): ReactNode {
  const { words } = props;
  const shown = ministersTold(props.ministers);
  if (shown.length === 0) return null;
  const more = shown.length - MOST_MINISTERS;
  return (
    <p className="hit-who dotted">
      {shown.slice(0, MOST_MINISTERS).map((minister) => (
        <span key={minister.personId} className="hit-minister">
          {words.rich(minister.isNamedOnly ? 'hit.named' : 'hit.minister', {
            person: (
              <PageLink
                page={{ type: 'person', id: minister.personId }}
                className="hit-name"
                isTabStop={props.isActive}
              >
                {minister.person}
              </PageLink>
            ),
            role: minister.roles.join(words.t(minister.certain ? 'office.both' : 'office.or')),
          })}
        </span>
      ))}
      {more > 0 ? (
        <span className="hit-minister">{words.t('hit.more-ministers', { count: more })}</span>
      ) : null}
    </p>
  );
}
