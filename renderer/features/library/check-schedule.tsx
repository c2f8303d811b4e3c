import type { ReactNode } from 'react';
import type { LibraryView, Settings } from '../../../main/contract/index.ts';
import { SelectField } from '../../components/select-field.tsx';
import { useWords } from '../../i18n/words.tsx';
import type { WordKey } from '../../i18n/words.tsx';
import type { SessionActions } from '../../state/use-session.ts';

interface CheckScheduleProps {
  readonly library: LibraryView;
  readonly settings: Settings;
  readonly actions: SessionActions;
}

/** Days between two checks; 0 for none. Thirty is what holds when nobody chose. */
const choices = {
  '0': 'schedule.never',
  '7': 'schedule.weekly',
  '30': 'schedule.monthly',
  '90': 'schedule.quarterly',
} as const satisfies Readonly<Record<string, WordKey>>;

type Choice = keyof typeof choices;

/** How often packages are checked while nobody is at the machine. */
export function CheckSchedule({ library, settings, actions }: CheckScheduleProps): ReactNode {
  const { t } = useWords();
  return (
    <section className="library-section" aria-labelledby="schedule-title">
      <div className="section-head">
        <h2 id="schedule-title">{t('schedule.title')}</h2>
      </div>
      <p className="section-lead">{t('schedule.said')}</p>
      {library.isScheduleLaidDown ? (
        <p className="section-lead">
          {library.laidDownDays === null
            ? t('schedule.laid-down-never')
            : t('schedule.laid-down', { count: library.laidDownDays })}
        </p>
      ) : (
        <SelectField
          label={t('schedule.how-often')}
          value={choiceOf(settings.checkEveryDays)}
          choices={(Object.keys(choices) as Choice[]).map((id) => ({ id, label: t(choices[id]) }))}
          onChange={(id) => actions.saveSettings({ ...settings, checkEveryDays: Number(id) || null })}
        />
      )}
    </section>
  );
}

/** The choice that is nearest to what was set, which another program may have done. */
function choiceOf(days: Settings['checkEveryDays']): Choice {
  if (days === undefined) return '30';
  if (days === null) return '0';
  return days <= 7 ? '7' : days <= 30 ? '30' : '90';
}
