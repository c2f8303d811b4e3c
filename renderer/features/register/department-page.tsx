import type { ReactNode } from 'react';
import type { DepartmentStep, DepartmentView, Named, ReaderApi } from '../../../main/contract/index.ts';
import { AskedPage } from '../../components/asked-page.tsx';
import { PageFrame } from '../../components/page-frame.tsx';
import { PageLink } from '../../components/page-link.tsx';
import { useWords } from '../../i18n/words.tsx';
import { useAsked } from '../../state/use-asked.ts';
import { holderRow } from './held-row.tsx';
import { asLine, departmentDays } from './held-words.ts';
import { MonthChart } from './month-chart.tsx';
import { Releases } from './releases.tsx';
import type { ReleaseWays } from './releases.tsx';
import { PageSection } from './section.tsx';
import { Sources } from './sources.tsx';
import { TimeRows } from './time-rows.tsx';
import type { TimeRow } from './time-rows.tsx';
import './register.css';

interface DepartmentPageProps {
  readonly api: ReaderApi;
  readonly id: string;
  readonly ways: ReleaseWays;
}

/** A department: its names before and after, its ministers through time, and its releases. */
export function DepartmentPage({ api, id, ways }: DepartmentPageProps): ReactNode {
  const words = useWords();
  const { t } = words;
  const asked = useAsked('department', async () => await api.department({ id }));
  return (
    <AskedPage asked={asked}>
      {(department) => {
        const { name, series, otherNames, before, after, holders, note, sources, language, asOf } =
          department;
        const kind = t('department.kind');
        return (
          <PageFrame
            title={name}
            kind={series === null ? kind : t('page.kind-in', { kind, series })}
            lead={
              <>
                <p>{asLine(departmentDays(department, words))}</p>
                {otherNames.length === 0 ? null : (
                  <p>{t('department.other-names', { names: otherNames.join(', ') })}</p>
                )}
              </>
            }
          >
            {before.length + after.length === 0 ? null : (
              <PageSection title={t('department.line')} lead={t('department.line-lead')}>
                <TimeRows
                  label={t('department.line')}
                  rows={lineRows(department)}
                  asOf={asOf}
                  beside={holders.map(({ office }) => office.bounds)}
                />
              </PageSection>
            )}
            {holders.length === 0 ? null : (
              <PageSection title={t('department.ministers')}>
                <TimeRows label={t('department.ministers')} rows={holders.map(holderRow)} asOf={asOf} />
              </PageSection>
            )}
            <MonthChart api={api} facet="department" id={department.id} />
            <Releases api={api} facet="department" id={department.id} ways={ways} />
            <Sources rows={[{ key: department.id, about: name, note, sources }]} language={language} />
          </PageFrame>
        );
      }}
    </AskedPage>
  );
}

/** The departments before it, itself, and those after it. */
function lineRows({ id, name, from, to, into, before, after }: DepartmentView): readonly TimeRow[] {
  return [
    ...before.map((step) => stepRow(step, false)),
    stepRow({ id, name, from, to, into }, true),
    ...after.map((step) => stepRow(step, false)),
  ];
}

function stepRow(step: DepartmentStep, isSubject: boolean): TimeRow {
  const { id, from, to } = step;
  return { key: id, days: { from, to }, isSubject, words: <StepWords step={step} isSubject={isSubject} /> };
}

function StepWords(props: { readonly step: DepartmentStep; readonly isSubject: boolean }): ReactNode {
  const words = useWords();
  const { step } = props;
  return (
    <>
      <p className="span-title">
        {props.isSubject ? <b aria-current="true">{step.name}</b> : <DepartmentLink department={step} />}
      </p>
      <p>{asLine(departmentDays(step, words))}</p>
      {step.into.length === 0 ? null : (
        <p className="span-about">
          {words.t('department.into', { names: words.list(step.into.map(({ name }) => name)) })}
        </p>
      )}
    </>
  );
}

function DepartmentLink({ department }: { readonly department: Named }): ReactNode {
  return <PageLink page={{ type: 'department', id: department.id }}>{department.name}</PageLink>;
}
