import type { ReactNode } from 'react';

const shapes = {
  search: <path d="M8.2 2.8a5.4 5.4 0 1 1 0 10.8 5.4 5.4 0 0 1 0-10.8Zm4 9.4 4.3 4.3" />,
  close: <path d="m4.5 4.5 9 9m0-9-9 9" />,
  'chevron-down': <path d="m4.5 6.8 4.5 4.5 4.5-4.5" />,
  'chevron-right': <path d="m6.8 4.5 4.5 4.5-4.5 4.5" />,
  'arrow-up': <path d="M9 15V3.5M4.3 8.2 9 3.5l4.7 4.7" />,
  'arrow-down': <path d="M9 3v11.5m-4.7-4.7L9 14.5l4.7-4.7" />,
  'arrow-left': <path d="M15 9H3.5m4.7-4.7L3.5 9l4.7 4.7" />,
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
