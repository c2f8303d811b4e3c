import { useRef, useState } from 'react';
import type { ReactNode } from 'react';
import { releaseLink, releaseName } from '../../../main/contract/index.ts';
import type { ReaderResult, ReleaseView } from '../../../main/contract/index.ts';
import { copyRich, copyText } from '../../components/clipboard.ts';
import { useWords } from '../../i18n/words.tsx';
import { useCommand } from '../../state/commands.tsx';
import { OutMenu } from './out-menu.tsx';
import type { Said } from './out-menu.tsx';
import { formIn, useOut } from './out-provider.tsx';
import { citationNames, styleNames } from './out-words.ts';
import { ReferenceDialog } from './reference-dialog.tsx';
import { plainReference, richReference } from './reference-text.ts';

interface ReleaseOutProps {
  readonly view: Pick<ReleaseView, 'id' | 'version'>;
  /** What is chosen of its text; all of it when nothing is. */
  readonly text: () => string;
}

/** The ways out for the release that lies open: references and files of them. */
export function ReleaseOut({ view, text }: ReleaseOutProps): ReactNode {
  const { t } = useWords();
  const { api, settings, saveOut, printOut } = useOut();
  const [said, setSaid] = useState<Said | null>(null);
  const [isChoosing, setIsChoosing] = useState(false);
  // Opening the menu moves the focus, which may let go of what was chosen.
  const chosen = useRef('');
  const id = releaseName(view);
  const form = formIn(settings);

  const tell = (copied: boolean): void => setSaid({ text: t(copied ? 'copy.done' : 'copy.refused') });
  const copyReference = async (before: string | null): Promise<void> => {
    const reply = await api.reference({ id, form });
    if (!reply.ok) return tell(false);
    tell(await copied(reply.value, before));
  };
  const copyLink = async (): Promise<void> => tell(await copyText(releaseLink(view.id, null)));
  const subject = { type: 'release', id } as const;
  const savePdf = (): void => saveOut({ subject, format: 'pdf' });
  const print = (): void => printOut({ subject });
  useCommand('print', print);
  useCommand('save-pdf', savePdf);
  useCommand('copy-reference', () => void copyReference(null));
  useCommand('copy-link', () => void copyLink());

  return (
    <>
      <OutMenu
        icon="quote"
        label={t('out.release')}
        done={said}
        onOpen={() => (chosen.current = text())}
        sections={[
          {
            title: t('out.reference-in', { style: t(styleNames[form.style]) }),
            items: [
              {
                id: 'copy-reference',
                label: t('out.copy-reference'),
                keys: 'Ctrl Shift C',
                onAction: () => void copyReference(null),
              },
              {
                id: 'copy-text',
                label: t('out.copy-text'),
                onAction: () => void copyReference(chosen.current),
              },
              { id: 'copy-link', label: t('out.copy-link'), onAction: () => void copyLink() },
              { id: 'form', label: t('out.choose-form'), onAction: () => setIsChoosing(true) },
            ],
          },
          {
            title: t('out.paper'),
            items: [
              { id: 'pdf', label: t('out.pdf'), keys: 'Ctrl Shift S', onAction: savePdf },
              { id: 'print', label: t('out.print'), keys: 'Ctrl P', onAction: print },
            ],
          },
          {
            title: t('out.save-reference'),
            items: citationNames.map(([format, name]) => ({
              id: format,
              label: t('out.save-as', { name }),
              onAction: () => saveOut({ subject, format }),
            })),
          },
        ]}
      />
      <ReferenceDialog id={id} isOpen={isChoosing} onOpenChange={setIsChoosing} />
    </>
  );
}

/** Copies a reference; under a text it also says where that text is held, and by what it can be checked. */
async function copied({ runs, held }: ReaderResult<'reference'>, text: string | null): Promise<boolean> {
  const reference = plainReference(runs);
  return text === null
    ? await copyRich(reference, richReference([{ runs }]))
    : await copyRich(`${text}\n\n${reference}\n\n${held}\n`, richReference([text, { runs }, held]));
}
