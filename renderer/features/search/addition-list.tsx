import type { ReactNode } from 'react';
import { Button, ToggleButton } from 'react-aria-components';
import type { Addition, AdditionKind, Clause } from '../../../main/contract/index.ts';
import { useWords } from '../../i18n/words.tsx';
import type { Words } from '../../i18n/words.tsx';
import type { SwitchedOff } from '../../state/switched-off.ts';
import { foldAdditions, groupAdditions, wordsOfClause } from './additions.ts';
import type { FoldedAdditions } from './additions.ts';

interface AdditionListProps {
  readonly clause: Clause;
  readonly off: ReadonlySet<string>;
  /** Whether all forms are shown. */
  readonly isOpen: boolean;
  readonly onOpenChange: (open: boolean) => void;
  readonly onSwitch: (of: SwitchedOff, on: boolean) => void;
}

/** Letters that find room on one line of the results, what stands before and after the forms left out. */
const LINE = 36;
const LEAST = 20;

const kindNames = {
  inflection: 'kind.inflection',
  compound: 'kind.compound',
  spelling: 'kind.spelling',
  truncation: 'kind.truncation',
  folded: 'kind.folded',
  part: 'kind.part',
  associated: 'kind.associated',
} as const satisfies Readonly<Record<AdditionKind, string>>;

/** The forms that are searched for beside a word, each of which can be left out and taken in again. */
export function AdditionList(props: AdditionListProps): ReactNode {
  const words = useWords();
  const { t } = words;
  const { clause, off, isOpen } = props;
  const of = wordsOfClause(clause);
  const all = groupAdditions(clause.also);
  const folded = foldAdditions(all, Math.max(LEAST, LINE - clause.text.length), off);
  return (
    <>
      {(isOpen ? all : folded.groups).map(({ kind, forms }) => {
        const name = t(kindNames[kind]);
        // On a line by themselves, the word's own inflections need no name.
        const isNamed = isOpen || kind !== 'inflection';
        return (
          <div key={kind} className="additions">
            {isNamed ? (
              <span className="addition-kind" aria-hidden="true">
                {name}
              </span>
            ) : null}
            <ul className="additions" aria-label={t('addition.group', { kind: name, words: of })}>
              {forms.map((addition) => (
                <li key={addition.form}>
                  <AdditionToggle
                    addition={addition}
                    said={t('addition.said', { count: addition.releases })}
                    isOn={!off.has(addition.form)}
                    words={words}
                    onChange={(on) => props.onSwitch({ form: addition.form, words: of }, on)}
                  />
                </li>
              ))}
            </ul>
          </div>
        );
      })}
      <More {...props} folded={folded} words={words} of={of} />
    </>
  );
}

interface AdditionToggleProps {
  readonly addition: Addition;
  /** What the number counts, for those who hear it. */
  readonly said: string;
  readonly isOn: boolean;
  readonly words: Words;
  readonly onChange: (on: boolean) => void;
}

function AdditionToggle({ addition, said, isOn, words, onChange }: AdditionToggleProps): ReactNode {
  return (
    <ToggleButton className="addition" isSelected={isOn} onChange={onChange}>
      <span className="addition-form">{addition.form}</span>{' '}
      <span className="addition-count">{words.number(addition.releases)}</span>
      <span className="only-heard">{said}</span>
    </ToggleButton>
  );
}

interface MoreProps extends Pick<AdditionListProps, 'clause' | 'isOpen' | 'onOpenChange'> {
  readonly folded: FoldedAdditions;
  readonly words: Words;
  readonly of: string;
}

/** How many more forms there are and of which kinds, and the way to see them. */
function More({ clause, isOpen, onOpenChange, folded, words, of }: MoreProps): ReactNode {
  const { t } = words;
  const { alsoMore } = clause;
  const unlisted =
    alsoMore === 0 ? null : (
      <span className="addition-unlisted">{t('addition.unlisted', { count: alsoMore })}</span>
    );
  if (folded.hidden === 0) return unlisted;
  const kinds = words.list(folded.hiddenKinds.map((kind) => t(kindNames[kind])));
  return (
    <>
      {isOpen ? unlisted : null}
      <Button className="link-button" aria-expanded={isOpen} onPress={() => onOpenChange(!isOpen)}>
        {isOpen ? t('addition.fewer') : t('addition.more', { number: folded.hidden + alsoMore, kinds })}
        <span className="only-heard">{t('addition.more-of', { words: of })}</span>
      </Button>
    </>
  );
}
