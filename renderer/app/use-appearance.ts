import { useEffect, useSyncExternalStore } from 'react';
import type { Settings } from '../../main/contract/index.ts';
import { useIsLow } from '../state/layout-mode.ts';
import type { LayoutMode } from '../state/layout-mode.ts';

/** Language, theme, text size, line width and layout as the style sheets see them: on the root element. */
export function useAppearance(settings: Settings, layout: LayoutMode): void {
  const { language, textSize, lineWidth = 'normal' } = settings;
  const wantsContrast = useSyncExternalStore(hearOfContrast, () => moreContrast.matches);
  const theme = settings.theme === 'system' && wantsContrast ? 'contrast' : settings.theme;
  const isLow = useIsLow(textSize);
  useEffect(() => {
    const root = document.documentElement;
    root.lang = language;
    root.dataset['theme'] = theme;
    root.dataset['width'] = lineWidth;
    root.dataset['layout'] = layout;
    root.toggleAttribute('data-low', isLow);
    root.style.setProperty('--text-scale', String(textSize / 100));
  }, [language, theme, textSize, lineWidth, layout, isLow]);
}

/** Whether the computer asks for more contrast. */
const moreContrast = window.matchMedia('(prefers-contrast: more)');

function hearOfContrast(hear: () => void): () => void {
  moreContrast.addEventListener('change', hear);
  return () => moreContrast.removeEventListener('change', hear);
}
