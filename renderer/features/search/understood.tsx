import type { ReactNode } from 'react';
import type { Clause, Understanding } from '../../../main/contract/index.ts';
import { problemInWords } from '../../i18n/problem-words.ts';
import { useWords } from '../../i18n/words.tsx';
import type { Words } from '../../i18n/words.tsx';

/** What the query was understood as, and what in it could not be. */
export function Understood(props: { readonly understood: Understanding }): ReactNode {
  const words = useWords();
  const { clauses, problems } = props.understood;
  return (
    <>
      {clauses.length === 0 ? null : (
        <p className="understood">
          <span className="understood-label">{words.t('understood.label')}</span>
          {clauses.map((clause, index) => (
            <span key={`${index} ${clause.text}`} className={`clause clause-${clause.presence}`}>
              {clauseInWords(clause, words)}
            </span>
          ))}
        </p>
      )}
      {problems.map((problem, index) => (
        <p key={`${index} ${problem.code}`} className="understood-problem">
          {problemInWords(problem, words.language)}
        </p>
      ))}
    </>
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

/** A piece of a query in words: "utan budget", "titel: skatt …". */
export function clauseInWords(clause: Clause, { t }: Words): string {
  const form = t(forms[clause.form], { text: clause.text });
  const inField = clause.field === null ? form : t('clause.in-field', { field: clause.field, form });
  switch (clause.presence) {
    case 'required':
      return inField;
    case 'optional':
      return t('clause.optional', { form: inField });
    case 'prohibited':
      return t('clause.prohibited', { form: inField });
  }
}
