import type { Settings } from '../contract/index.ts';

type Theme = Settings['theme'];

/** What the system's own parts (menus, scroll bars, dialogs) are told to look like under a theme of ours. */
export function nativeThemeOf(theme: Theme): 'system' | 'light' | 'dark' {
  switch (theme) {
    case 'light':
    case 'sepia':
      return 'light';
    case 'dark':
      return 'dark';
    case 'system':
    case 'contrast':
      return 'system';
  }
}

/** The colour that shows before the first paint, so that a dark room does not flash white: the theme's `--paper`. */
export function paperOf(theme: Theme, isDark: boolean): string {
  if (theme === 'sepia') return '#f5ead6';
  if (theme === 'contrast') return isDark ? '#000000' : '#ffffff';
  return isDark ? '#1b1c1d' : '#fbfaf7';
}
