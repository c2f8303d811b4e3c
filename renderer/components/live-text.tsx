import { useEffect, useState } from 'react';
import type { ReactNode } from 'react';

/**
 * Tells a screen reader a text when it has been still for `after` milliseconds, so that what changes at every
 * key press is heard once.
 */
export function LiveText(props: { readonly text: string; readonly after: number }): ReactNode {
  const { text, after } = props;
  const [told, setTold] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => setTold(text), after);
    return () => clearTimeout(timer);
  }, [text, after]);
  return <output className="only-heard">{told}</output>;
}
