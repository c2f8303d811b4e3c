import type { ReactNode } from 'react';
import type { Settings } from '../../../main/contract/index.ts';

type Theme = Settings['theme'];

/** What a typeface is known by. */
const LETTERS = 'Aa';

/** A theme as it looks: a page of its own paper with its ink, a link and a mark. */
export function ThemePicture({ theme }: { readonly theme: Theme }): ReactNode {
  const pages: readonly Theme[] = theme === 'system' ? ['light', 'dark'] : [theme];
  return (
    <span className="theme-picture" aria-hidden="true">
      {pages.map((page) => (
        <span key={page} className="theme-page" data-theme={page}>
          <span className="theme-letters">{LETTERS}</span>
          <span className="theme-mark" />
          <span className="theme-link" />
        </span>
      ))}
    </span>
  );
}

const lengths = { narrow: 15, normal: 22, wide: 33 } as const;
/** Two paragraphs: how far down each line stands, and how much of the length it fills. */
const lines = [
  [3.6, 1],
  [7, 1],
  [10.4, 0.55],
  [15.6, 1],
  [19, 1],
  [22.4, 0.7],
] as const;

/** A page with lines of a length. */
export function LinesPicture({ width }: { readonly width: keyof typeof lengths }): ReactNode {
  const length = lengths[width];
  return (
    <svg className="lines-picture" viewBox="0 0 40 27" aria-hidden="true" focusable="false">
      {lines.map(([y, part]) => (
        <rect key={y} x={(40 - length) / 2} y={y} width={length * part} height="1.3" rx="0.6" />
      ))}
    </svg>
  );
}
