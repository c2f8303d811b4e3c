import type { ReactNode } from 'react';
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components';
import type { ReaderApi, RegisterList } from '../../../main/contract/index.ts';
import { AskedPage } from '../../components/asked-page.tsx';
import { PageFrame } from '../../components/page-frame.tsx';
import { useWords } from '../../i18n/words.tsx';
import { useKept } from '../../state/page-place.tsx';
import { useAsked } from '../../state/use-asked.ts';
import { DepartmentList, GovernmentList } from './body-lists.tsx';
import { PersonList } from './person-list.tsx';
import './register.css';

const tabs = [
  { id: 'persons', title: 'register.persons' },
  { id: 'departments', title: 'register.departments' },
  { id: 'governments', title: 'register.governments' },
] as const;

type TabId = (typeof tabs)[number]['id'];

/** Everybody and everything that the registers of the archive tell of, as lists to walk through. */
export function RegisterPage({ api }: { readonly api: ReaderApi }): ReactNode {
  const words = useWords();
  const { t, number } = words;
  const asked = useAsked('register', async () => await api.register({}));
  const [tab, setTab] = useKept<TabId>('tab', 'persons');
  return (
    <AskedPage asked={asked}>
      {(registers) => (
        <PageFrame
          title={t('register.title')}
          lead={registers.map(({ series, registerTitle, asOf }) => (
            <p key={series}>{t('register.lead', { register: registerTitle, day: words.instant(asOf) })}</p>
          ))}
        >
          <Tabs
            className="register-tabs"
            selectedKey={tab}
            onSelectionChange={(key) => {
              const chosen = tabs.find(({ id }) => id === key);
              if (chosen !== undefined) setTab(chosen.id);
            }}
          >
            <TabList className="register-tab-list" aria-label={t('register.title')}>
              {tabs.map(({ id, title }) => (
                <Tab key={id} id={id} className="register-tab">
                  {t(title)}
                  <span className="register-tab-count">{number(count(registers, id))}</span>
                </Tab>
              ))}
            </TabList>
            <TabPanel id="persons" className="register-tab-panel">
              <PersonList registers={registers} />
            </TabPanel>
            <TabPanel id="departments" className="register-tab-panel">
              <DepartmentList registers={registers} />
            </TabPanel>
            <TabPanel id="governments" className="register-tab-panel">
              <GovernmentList registers={registers} />
            </TabPanel>
          </Tabs>
        </PageFrame>
      )}
    </AskedPage>
  );
}

function count(registers: readonly RegisterList[], tab: TabId): number {
  return registers.reduce((sum, register) => sum + register[tab].length, 0);
}
