import type { ReactNode } from 'react';

const shapes = {
  search: <path d="M8.2 2.8a5.4 5.4 0 1 1 0 10.8 5.4 5.4 0 0 1 0-10.8Zm4 9.4 4.3 4.3" />,
  close: <path d="m4.5 4.5 9 9m0-9-9 9" />,
  'chevron-down': <path d="m4.5 6.8 4.5 4.5 4.5-4.5" />,
  'chevron-right': <path d="m6.8 4.5 4.5 4.5-4.5 4.5" />,
  'chevron-left': <path d="m11.2 4.5-4.5 4.5 4.5 4.5" />,
  'arrow-up': <path d="M9 15V3.5M4.3 8.2 9 3.5l4.7 4.7" />,
  'arrow-down': <path d="M9 3v11.5m-4.7-4.7L9 14.5l4.7-4.7" />,
  'arrow-left': <path d="M15 9H3.5m4.7-4.7L3.5 9l4.7 4.7" />,
  'arrow-right': <path d="M3 9h11.5m-4.7-4.7L14.5 9l-4.7 4.7" />,
  check: <path d="m3.5 9.5 3.7 3.7 7.3-8" />,
  filter: <path d="M2.5 5h13M5 9h8m-5.5 4h3" />,
  copy: <path d="M6.5 6.5h8v8.2h-8zM11.5 6.3V3.3h-8v8.2h2.8" />,
  settings: (
    <path d="M2.5 5.5h6m4 0h3m-13 7h3m4 0h6M10.5 3.7a1.8 1.8 0 1 1 0 3.6 1.8 1.8 0 0 1 0-3.6Zm-3 7a1.8 1.8 0 1 1 0 3.6 1.8 1.8 0 0 1 0-3.6Z" />
  ),
  help: (
    <path d="M9 2.2a6.8 6.8 0 1 1 0 13.6A6.8 6.8 0 0 1 9 2.2ZM7 7.2c.2-2.6 4.2-2.4 4 .1-.1 1.4-2 1.5-2 3.2m0 2.1v.2" />
  ),
  archive: <path d="M2.8 3.2h12.4v3.6H2.8zM3.8 7v7.8h10.4V7M7.2 9.8h3.6" />,
  warning: <path d="M9 2.6 16 15H2L9 2.6Zm0 4.6v3.6m0 2v.2" />,
  info: <path d="M9 2.2a6.8 6.8 0 1 1 0 13.6A6.8 6.8 0 0 1 9 2.2Zm0 6v4.2m0-7v.2" />,
  shield: <path d="M9 2.2 14.8 4v4.6c0 3.6-2.5 6-5.8 7.2-3.3-1.2-5.8-3.6-5.8-7.2V4L9 2.2Z" />,
  'shield-check': (
    <path d="M9 2.2 14.8 4v4.6c0 3.6-2.5 6-5.8 7.2-3.3-1.2-5.8-3.6-5.8-7.2V4L9 2.2ZM6.2 8.8 8.3 11l3.6-4" />
  ),
  'shield-alert': (
    <path d="M9 2.2 14.8 4v4.6c0 3.6-2.5 6-5.8 7.2-3.3-1.2-5.8-3.6-5.8-7.2V4L9 2.2Zm0 3.6v3.4m0 2.2v.2" />
  ),
  'shield-off': (
    <path d="M9 2.2 14.8 4v4.6c0 3.6-2.5 6-5.8 7.2-3.3-1.2-5.8-3.6-5.8-7.2V4L9 2.2ZM6.8 6.8l4.4 4.4m0-4.4-4.4 4.4" />
  ),
  key: (
    <path d="M6 8.4a3.3 3.3 0 1 1 0 6.6 3.3 3.3 0 0 1 0-6.6Zm2.4.9 6.6-6.6m-2.7 2.7 2.1 2.1m-4.3.1 1.5 1.5" />
  ),
  tray: <path d="M9 2.5v8m-3.2-3L9 10.7l3.2-3.2M3 10.5v4.3h12v-4.3" />,
  folder: <path d="M2.5 4.2h4.6l1.6 1.9h6.8v8.2h-13z" />,
  trash: <path d="M3.5 5h11M7 4.8V3h4v1.8M4.8 5.2l.7 9.8h7l.7-9.8M7.6 8v4.4m2.8-4.4v4.4" />,
  undo: <path d="M6.5 3.5 3 7l3.5 3.5M3.3 7h7.2a4 4 0 0 1 0 8H7" />,
  page: <path d="M4.5 2.5h6l3 3v10h-9zM10.3 2.7v3h3M6.8 9h4.4m-4.4 2.8h4.4" />,
  quote: (
    <path d="M7.6 5C5 6 3.6 7.900 3.600 10.400v2.800h4.200V9.200H5.700M14.400 5c-2.600 1-4 2.900-4 5.400v2.800h4.200V9.200h-2.100" />
  ),
  note: <path d="M11.8 3 15 6.2 6.6 14.6l-4 .8.8-4L11.8 3Zm-1.7 1.7 3.2 3.2" />,
  collect: <path d="M4.8 2.8h8.4v12.4L9 11.9l-4.2 3.3V2.8Z" />,
  flag: <path d="M4 15.5v-13m0 1h9.8l-2.2 3.3 2.2 3.2H4" />,
  star: <path d="m9 2.6 2 4.2 4.5.6-3.3 3.2.8 4.6L9 13l-4 2.2.8-4.6L2.5 7.4 7 6.8l2-4.2Z" />,
  clock: <path d="M9 2.2a6.8 6.8 0 1 1 0 13.6A6.8 6.8 0 0 1 9 2.2Zm0 3.3V9l2.6 1.8" />,
  grip: <path d="M6.8 4.2v.2m0 4.5v.2m0 4.5v.2m4.4-9.6v.2m0 4.5v.2m0 4.5v.2" />,
  plus: <path d="M9 3.2v11.6M3.2 9h11.6" />,
} as const;

export type IconName = keyof typeof shapes;

/** A drawn sign beside words; never the only bearer of a meaning, so hidden from assistive technology. */
export function Icon(props: { readonly name: IconName }): ReactNode {
  return (
    <svg className="icon" viewBox="0 0 18 18" aria-hidden="true" focusable="false">
      {shapes[props.name]}
    </svg>
  );
}
