import type { ReactNode } from 'react';
import { Button } from 'react-aria-components';
import { boundsOfEdtf } from '../../../main/contract/index.ts';
import type { ReleaseNow, TakenRelease } from '../../../main/contract/index.ts';
import { useWords } from '../../i18n/words.tsx';
import type { Words } from '../../i18n/words.tsx';
import type { OpenRelease } from './work-actions.ts';

interface ReleaseLineProps {
  readonly release: TakenRelease;
  /** What the archive that is open has of it; null where that was not asked. */
  readonly now: ReleaseNow | null;
  readonly onOpen: OpenRelease;
}

/** A release that was taken up: when, what, and what has become of it since. Opened by its title. */
export function ReleaseLine({ release, now, onOpen }: ReleaseLineProps): ReactNode {
  const words = useWords();
  const { t } = words;
  const title = titleOf(release, now, words);
  const id = now !== null && now.state !== 'missing' ? now.id : release.id;
  return (
    <div className="release-line">
      <p className="release-line-meta dotted">
        <span>{dateOf(release, now, words)}</span>
        {now === null ? null : <Since release={release} now={now} onOpen={onOpen} />}
      </p>
      {now?.state === 'missing' ? (
        <p className="release-line-title">{title}</p>
      ) : (
        <Button className="release-line-title release-line-open" onPress={() => onOpen(id, null)}>
          {title === '' ? t('hit.untitled') : title}
        </Button>
      )}
    </div>
  );
}

/** What has become of it since it was taken up. */
function Since({ release, now, onOpen }: ReleaseLineProps): ReactNode {
  const { t } = useWords();
  switch (now?.state) {
    case 'newer':
      return (
        <>
          <span className="badge">{t('since.newer')}</span>
          {now.isHeld ? (
            <Button className="link-button" onPress={() => onOpen(now.id, release.version)}>
              {t('since.open-yours')}
            </Button>
          ) : null}
        </>
      );
    case 'withdrawn':
      return <span className="badge badge-withdrawn">{t('hit.withdrawn')}</span>;
    case 'missing':
      return <span className="badge">{t('since.missing')}</span>;
    default:
      return null;
  }
}

/** The title as it is now, or as it was where it cannot be read any more. */
export function titleOf(release: TakenRelease, now: ReleaseNow | null, { t }: Words): string {
  const title = now === null || now.state === 'missing' ? release.title : now.title;
  return title === '' ? t('hit.untitled') : title;
}

function dateOf(release: TakenRelease, now: ReleaseNow | null, words: Words): string {
  if (now !== null && now.state !== 'missing') return words.date(now.date);
  const bounds = boundsOfEdtf(release.date);
  return words.date({ earliest: bounds?.from ?? null, latest: bounds?.to ?? null });
}
