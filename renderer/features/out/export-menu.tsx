import type { ReactNode } from 'react';
import type { OutFormat, OutSubject } from '../../../main/contract/index.ts';
import { useWords } from '../../i18n/words.tsx';
import { useCommand } from '../../state/commands.tsx';
import { OutMenu } from './out-menu.tsx';
import type { OutItem } from './out-menu.tsx';
import { formIn, useOut } from './out-provider.tsx';
import { citationNames, styleNames } from './out-words.ts';

interface ExportMenuProps {
  /** What is saved: all that a search finds, or the releases named. */
  readonly subject: Exclude<OutSubject, { readonly type: 'release' }>;
  /** Whether the keys that print and save pages mean this list: not while a release lies open. */
  readonly hasKeys: boolean;
}

/** Saves a list of releases: as a table, as data, as references. */
export function ExportMenu({ subject, hasKeys }: ExportMenuProps): ReactNode {
  const { t } = useWords();
  const { saveOut, printOut, settings } = useOut();
  const item = (format: OutFormat, label: string): OutItem => ({
    id: format,
    label,
    onAction: () => saveOut({ subject, format }),
  });
  const pdf = item('pdf', t('out.pdf'));
  const print: OutItem = { id: 'print', label: t('out.print'), onAction: () => printOut({ subject }) };
  useCommand('print', () => hasKeys && print.onAction());
  useCommand('save-pdf', () => hasKeys && pdf.onAction());
  const style = t(styleNames[formIn(settings).style]);
  return (
    <OutMenu
      icon="tray"
      label={t('out.save-list')}
      done={null}
      sections={[
        {
          title: t('out.table-and-data'),
          items: [item('csv', t('out.csv')), item('json', t('out.json')), item('folder', t('out.folder'))],
        },
        {
          title: t('out.paper'),
          items: hasKeys
            ? [
                { ...pdf, keys: 'Ctrl Shift S' },
                { ...print, keys: 'Ctrl P' },
              ]
            : [pdf, print],
        },
        {
          title: t('out.references'),
          items: [
            item('references', t('out.references-text', { style })),
            ...citationNames.map(([format, name]) => item(format, t('out.save-as', { name }))),
          ],
        },
      ]}
    />
  );
}
