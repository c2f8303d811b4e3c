import { useEffect } from 'react';
import type { Settings } from '../../main/contract/index.ts';
import type { LayoutMode } from '../state/layout-mode.ts';

/** Language, theme, text size and layout as the style sheets see them: on the root element. */
export function useAppearance(settings: Settings, layout: LayoutMode): void {
  const { language, theme, textSize } = settings;
  useEffect(() => {
    const root = document.documentElement;
    root.lang = language;
    root.dataset['theme'] = theme;
    root.dataset['layout'] = layout;
    root.style.setProperty('--text-scale', String(textSize / 100));
  }, [language, theme, textSize, layout]);
}
