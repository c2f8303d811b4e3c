import { useState } from 'react';
import type { ReactNode } from 'react';
import { Button } from 'react-aria-components';
import type { ImportPreview, ImportedPackage } from '../../../main/contract/index.ts';
import { ProblemNote } from '../../components/problem-note.tsx';
import { problemInWords } from '../../i18n/problem-words.ts';
import { useWords } from '../../i18n/words.tsx';
import type { SessionActions } from '../../state/use-session.ts';
import { Decision } from './decision.tsx';
import { Fact } from './reading-now.tsx';
import { SeriesChangesView } from './series-changes.tsx';
import { SignerView } from './signer-view.tsx';

interface ImportPreviewViewProps {
  readonly id: string;
  readonly preview: ImportPreview;
  readonly actions: SessionActions;
}

/** The packages that would come in; those that are there already would not. */
export function incomingOf({ packages }: ImportPreview): ImportPreview['packages'] {
  return packages.filter((one) => one.state !== 'already-installed');
}

/** What an import would do, who stands behind it, and what has to be decided first. Nothing is decided beforehand. */
export function ImportPreviewView({ id, preview, actions }: ImportPreviewViewProps): ReactNode {
  const words = useWords();
  const { t } = words;
  const [taken, setTaken] = useState<ReadonlySet<string>>(new Set());
  const [names, setNames] = useState<ReadonlyMap<string, string>>(new Map());
  const incoming = incomingOf(preview);
  const open = preview.decisions.filter((decision) => !taken.has(decision.id)).length;
  const accept = (): void =>
    actions.acceptImport({
      preview: id,
      decisions: [...taken],
      trust: [...names].map(([key, name]) => ({ key, name })).filter(({ name }) => name.trim() !== ''),
    });
  return (
    <>
      {incoming.length === 0 ? <p>{t('import.nothing-new')}</p> : null}
      {preview.series.map((series) => (
        <section key={series.series} className="incoming">
          <h3>{series.title}</h3>
          <p className="section-about dotted">
            <span>{t('library.series-named', { series: series.series })}</span>
            <span>{series.isNew ? t('import.new-series') : t('import.known-series')}</span>
          </p>
          <ul className="incoming-packages">
            {incoming
              .filter((one) => one.series === series.series)
              .map((one) => (
                <Incoming key={one.identity} of={one} />
              ))}
          </ul>
          <SeriesChangesView changes={series} />
        </section>
      ))}
      <Beside preview={preview} />
      {preview.decisions.length === 0 ? null : (
        <section className="decisions" aria-labelledby="decisions-title">
          <h3 id="decisions-title">{t('decision.title')}</h3>
          {preview.decisions.map((decision) => (
            <Decision
              key={decision.id}
              decision={decision}
              isTaken={taken.has(decision.id)}
              onTake={(take) => setTaken(withOrWithout(taken, decision.id, take))}
              onName={(key, name) => setNames(new Map([...names, [key, name]]))}
            />
          ))}
        </section>
      )}
      <div className="buttons import-answer">
        {incoming.length === 0 ? null : (
          <Button
            className="button button-main"
            isDisabled={open > 0}
            aria-describedby="import-open"
            onPress={accept}
          >
            {t('import.accept', { count: incoming.length })}
          </Button>
        )}
        <Button className="button button-large" onPress={actions.closeImport}>
          {incoming.length === 0 ? t('common.close') : t('import.decline')}
        </Button>
        <p id="import-open" className="import-open">
          {open === 0 ? '' : t('decision.open', { count: open })}
        </p>
      </div>
    </>
  );
}

/** One package that would come in. */
function Incoming({ of }: { readonly of: ImportedPackage }): ReactNode {
  const words = useWords();
  const { t } = words;
  return (
    <li className="incoming-package">
      <p className="incoming-line">
        <b>{t('library.number', { sequence: of.sequence })}</b>
        {of.date === null ? null : <span>{words.day(of.date)}</span>}
        <span>{t('results.count', { count: of.counts.releases })}</span>
        <span className="incoming-source">{nameOf(of.source)}</span>
      </p>
      {of.state === 'restored' ? <p>{t('import.restored')}</p> : null}
      <SignerView signer={of.signer} />
      <dl className="facts">
        <Fact name={t('library.organisation')} value={of.organisation} />
        <Fact name={t('library.rights')} value={of.rights} />
      </dl>
    </li>
  );
}

/** What stays out and why, what is here already, and what else should be known. */
function Beside({ preview }: { readonly preview: ImportPreview }): ReactNode {
  const { t, language } = useWords();
  const here = preview.packages.filter((one) => one.state === 'already-installed');
  return (
    <>
      {preview.warnings.map((warning) => (
        <ProblemNote key={`${warning.code} ${JSON.stringify(warning.params)}`} tone="warn">
          {problemInWords(warning, language)}
        </ProblemNote>
      ))}
      {preview.refused.length === 0 ? null : (
        <section className="refused" aria-labelledby="refused-title">
          <h3 id="refused-title">{t('import.refused', { count: preview.refused.length })}</h3>
          <ul>
            {preview.refused.map((one) => (
              <li key={`${one.source} ${one.identity ?? ''}`}>
                <ProblemNote tone="warn">
                  <p className="refused-name">
                    <b>{one.title ?? nameOf(one.source)}</b>
                    {one.title === null ? null : (
                      <span className="incoming-source">{nameOf(one.source)}</span>
                    )}
                  </p>
                  <p>{problemInWords(one.problem, language)}</p>
                </ProblemNote>
              </li>
            ))}
          </ul>
        </section>
      )}
      {here.length === 0 ? null : (
        <p className="library-note">
          {t('import.here-already', {
            packages: here
              .map((one) => `${one.title}, ${t('library.number', { sequence: one.sequence })}`)
              .join('; '),
          })}
        </p>
      )}
    </>
  );
}

/** The name of a file or folder, whatever system its path is of. */
function nameOf(path: string): string {
  return path.split(/[\\/]/u).findLast((part) => part !== '') ?? path;
}

function withOrWithout(set: ReadonlySet<string>, id: string, isIn: boolean): ReadonlySet<string> {
  return isIn ? new Set([...set, id]) : new Set([...set].filter((one) => one !== id));
}
