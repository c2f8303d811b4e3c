import { memo } from 'react';
import type { ReactNode } from 'react';
import { Button } from 'react-aria-components';
import type { Page } from '../../main/contract/index.ts';
import { useWords } from '../i18n/words.tsx';
import type { PlainKey } from '../i18n/words.tsx';
import type { Place } from './use-place.ts';

/** The parts of the reading room that the head leads to, in the order of their keys (Ctrl 1 and on). */
export type RoomPart = 'search' | 'register' | 'work' | 'library';

const names = {
  search: { full: 'nav.search', short: 'nav.search' },
  register: { full: 'nav.register', short: 'nav.register-short' },
  work: { full: 'mine.title', short: 'mine.title' },
  library: { full: 'nav.library', short: 'nav.library' },
} as const satisfies Readonly<Record<RoomPart, { readonly full: PlainKey; readonly short: PlainKey }>>;

interface HeadNavProps {
  readonly parts: readonly RoomPart[];
  readonly current: RoomPart;
  /** Whether the part itself is shown, or a page within it. */
  readonly isTop: boolean;
  /** Whether there is room for few words only. */
  readonly isCompact: boolean;
  readonly onGo: (part: RoomPart) => void;
}

/** The way between the parts of the reading room. */
export const HeadNav = memo(function HeadNav(props: HeadNavProps): ReactNode {
  const { t } = useWords();
  const { parts, current, isTop, isCompact, onGo } = props;
  const here = isTop ? 'page' : 'true';
  return (
    <nav className="head-nav" aria-label={t('nav.label')}>
      <ul>
        {parts.map((part) => (
          <li key={part}>
            <Button
              className="head-part"
              {...(part === current ? { 'aria-current': here } : {})}
              onPress={() => onGo(part)}
            >
              {t(names[part][isCompact ? 'short' : 'full'])}
            </Button>
          </li>
        ))}
      </ul>
    </nav>
  );
});

/** The part that what is on the screen belongs to. */
export function partShown(place: Place, page: Page | null): RoomPart {
  if (place === 'library') return 'library';
  if (page === null) return 'search';
  return page.type === 'work' ? 'work' : 'register';
}
