import { memo, useState } from 'react';
import type { ReactNode } from 'react';
import type { Clause, Understanding } from '../../../main/contract/index.ts';
import { problemInWords } from '../../i18n/problem-words.ts';
import { useWords } from '../../i18n/words.tsx';
import type { Words } from '../../i18n/words.tsx';
import type { SwitchedOff } from '../../state/switched-off.ts';
import { AdditionList } from './addition-list.tsx';
import { stretchAt } from './stretch.ts';

interface UnderstoodProps {
  readonly understood: Understanding;
  /** The query that was so understood. */
  readonly query: string;
  /** Forms that are left out. */
  readonly off: ReadonlySet<string>;
  readonly onSwitch: (of: SwitchedOff, on: boolean) => void;
}

/** What the query was searched as, form by form, and what in it could not be understood. */
export const Understood = memo(function Understood(props: UnderstoodProps): ReactNode {
  const { understood, query, off, onSwitch } = props;
  const words = useWords();
  const { clauses, problems } = understood;
  return (
    <>
      {clauses.length === 0 ? null : (
        <div className="understood">
          <p className="understood-label" id="understood-label">
            {words.t('understood.label')}
          </p>
          <ul className="clauses" aria-labelledby="understood-label">
            {clauses.map((clause, index) => (
              <ClauseLine
                key={`${index} ${clause.text}`}
                clause={clause}
                said={clauseInWords(clause, words, clauses[index - 1])}
                off={off}
                onSwitch={onSwitch}
              />
            ))}
          </ul>
        </div>
      )}
      {problems.map((problem, index) => (
        <p key={`${index} ${problem.code}`} className="understood-problem">
          {problemWithPlace(problem, query, words)}
        </p>
      ))}
    </>
  );
});

interface ClauseLineProps extends Pick<UnderstoodProps, 'off' | 'onSwitch'> {
  readonly clause: Clause;
  readonly said: string;
}

function ClauseLine({ clause, said, off, onSwitch }: ClauseLineProps): ReactNode {
  const [isOpen, setIsOpen] = useState(false);
  const hasMore = clause.also.length > 0 || clause.alsoMore > 0;
  return (
    <li className={hasMore ? 'clause-line clause-line-more' : 'clause-line'}>
      <span className={`clause clause-${clause.presence}`}>{said}</span>
      {hasMore ? (
        <AdditionList
          clause={clause}
          off={off}
          isOpen={isOpen}
          onOpenChange={setIsOpen}
          onSwitch={onSwitch}
        />
      ) : null}
    </li>
  );
}

const forms = {
  word: 'clause.word',
  phrase: 'clause.phrase',
  prefix: 'clause.prefix',
  suffix: 'clause.suffix',
  infix: 'clause.infix',
  exact: 'clause.exact',
  near: 'clause.near',
  fuzzy: 'clause.fuzzy',
} as const;

/** A piece of a query in words: "utan budget", "titel: skatt …", "eller förskola" after another choice. */
export function clauseInWords(clause: Clause, { t }: Words, before?: Clause): string {
  const form = t(forms[clause.form], { text: clause.text });
  const inField = clause.field === null ? form : t('clause.in-field', { field: clause.field, form });
  switch (clause.presence) {
    case 'required':
      return inField;
    case 'optional':
      return before?.presence === 'optional' ? t('clause.or', { form: inField }) : inField;
    case 'prohibited':
      return t('clause.prohibited', { form: inField });
  }
}

/** A mistake in a query, with where in it. */
function problemWithPlace(
  problem: Understanding['problems'][number],
  query: string,
  { rich, language }: Words,
): ReactNode {
  const said = problemInWords(problem, language);
  const at = problem.params['at'];
  const piece = typeof at === 'number' ? stretchAt(query, at) : '';
  if (typeof at !== 'number' || piece === '') return said;
  const stretch = <code className="stretch">{piece}</code>;
  return rich('problem.at', { stretch, place: at + 1, problem: said });
}
