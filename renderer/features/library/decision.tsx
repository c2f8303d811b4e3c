import { useState } from 'react';
import type { ReactNode } from 'react';
import { Checkbox, Input, Label, TextField } from 'react-aria-components';
import type { ImportDecision } from '../../../main/contract/index.ts';
import { Fingerprint } from '../../components/fingerprint.tsx';
import { Icon } from '../../components/icons.tsx';
import { useWords } from '../../i18n/words.tsx';
import type { PlainKey } from '../../i18n/words.tsx';

interface DecisionProps {
  readonly decision: ImportDecision;
  readonly isTaken: boolean;
  readonly onTake: (isTaken: boolean) => void;
  /** Names the key that is to be trusted from now on; an empty name means that it is not. */
  readonly onName: (key: string, name: string) => void;
}

const questions = {
  'accept-unsigned': 'decision.unsigned',
  'accept-unproven': 'decision.unproven',
  'accept-key': 'decision.key',
  'accept-key-change': 'decision.key-change',
} as const satisfies Readonly<Record<ImportDecision['kind'], PlainKey>>;

const meanings = {
  'accept-unsigned': 'decision.unsigned-said',
  'accept-unproven': 'decision.unproven-said',
  'accept-key': 'decision.key-said',
  'accept-key-change': 'decision.key-change-said',
} as const satisfies Readonly<Record<ImportDecision['kind'], PlainKey>>;

/** Something that only a person can answer for: what it means, the key it is about, and a box that she ticks herself. */
export function Decision({ decision, isTaken, onTake, onName }: DecisionProps): ReactNode {
  const { t } = useWords();
  return (
    <div className="decision" data-kind={decision.kind}>
      <p className="decision-said">
        {t(meanings[decision.kind])}{' '}
        <span className="decision-series">{t('library.series-named', decision)}</span>
      </p>
      {decision.kind === 'accept-key-change' ? (
        <div className="decision-keys">
          <div>
            <p>{t('decision.from')}</p>
            <Fingerprint {...decision.from} />
          </div>
          <div>
            <p>{t('decision.to')}</p>
            <Fingerprint {...decision.to} />
          </div>
        </div>
      ) : null}
      <Checkbox className="tick" isSelected={isTaken} onChange={onTake}>
        <span className="tick-box" aria-hidden="true">
          <Icon name="check" />
        </span>
        <span>{t(questions[decision.kind])}</span>
      </Checkbox>
      {isTaken && (decision.kind === 'accept-key' || decision.kind === 'accept-key-change') ? (
        <TrustFromNowOn onName={(name) => onName(decision.to.key, name)} />
      ) : null}
    </div>
  );
}

/** Trusting the key beyond this series, under a name. */
function TrustFromNowOn({ onName }: { readonly onName: (name: string) => void }): ReactNode {
  const { t } = useWords();
  const [isWanted, setIsWanted] = useState(false);
  const [name, setName] = useState('');
  return (
    <div className="decision-trust">
      <Checkbox
        className="tick"
        isSelected={isWanted}
        onChange={(wanted) => {
          setIsWanted(wanted);
          onName(wanted ? name : '');
        }}
      >
        <span className="tick-box" aria-hidden="true">
          <Icon name="check" />
        </span>
        <span>{t('decision.trust')}</span>
      </Checkbox>
      {isWanted ? (
        <TextField
          className="text-field"
          value={name}
          maxLength={200}
          onChange={(text) => {
            setName(text);
            onName(text);
          }}
        >
          <Label>{t('key.name')}</Label>
          <Input placeholder={t('key.name-placeholder')} />
        </TextField>
      ) : null}
    </div>
  );
}
