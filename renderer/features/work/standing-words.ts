import type { CorrectionView } from '../../../main/contract/index.ts';
import type { PlainKey } from '../../i18n/words.tsx';

/** Whether the archive has taken a correction to heart. */
export const standingWords = {
  open: 'standing.open',
  met: 'standing.met',
  otherwise: 'standing.otherwise',
  unknown: 'standing.unknown',
} as const satisfies Readonly<Record<CorrectionView['standing'], PlainKey>>;
