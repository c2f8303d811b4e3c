import { useEffect, useRef, useState } from 'react';
import type { ReactNode } from 'react';
import { Icon } from '../../components/icons.tsx';
import { useWords } from '../../i18n/words.tsx';
import './import.css';

interface DropTargetProps {
  /** True where nothing may come in now. */
  readonly isClosed: boolean;
  /** Where a file lies; null when it lies nowhere on this machine. */
  readonly pathOf: (file: File) => string | null;
  readonly onDrop: (paths: readonly string[]) => void;
}

/** The whole window takes files that are dragged over it: it says so while they hang there. */
export function DropTarget(props: DropTargetProps): ReactNode {
  const { t } = useWords();
  const latest = useRef(props);
  const [isOver, setIsOver] = useState(false);
  useEffect(() => {
    latest.current = props;
  });
  useEffect(() => listen(latest, setIsOver), []);
  if (!isOver) return null;
  return (
    <div className="drop" data-closed={props.isClosed} aria-live="polite">
      <div className="drop-words">
        <Icon name="tray" />
        <p className="drop-title">{props.isClosed ? t('drop.closed') : t('drop.title')}</p>
        <p>{props.isClosed ? t('drop.closed-said') : t('drop.said')}</p>
      </div>
    </div>
  );
}

/** Hears what is dragged over the window. Each element that is entered is left again: the count says which was the last. */
function listen(
  latest: { readonly current: DropTargetProps },
  setIsOver: (isOver: boolean) => void,
): () => void {
  let depth = 0;
  const step = (by: number) => (event: DragEvent) => {
    if (!bringsFiles(event)) return;
    event.preventDefault();
    depth = Math.max(0, depth + by);
    setIsOver(depth > 0);
  };
  const over = (event: DragEvent): void => {
    if (!bringsFiles(event) || event.dataTransfer === null) return;
    event.preventDefault();
    event.dataTransfer.dropEffect = latest.current.isClosed ? 'none' : 'copy';
  };
  const drop = (event: DragEvent): void => {
    if (!bringsFiles(event)) return;
    event.preventDefault();
    depth = 0;
    setIsOver(false);
    const { isClosed, pathOf, onDrop } = latest.current;
    const paths = [...(event.dataTransfer?.files ?? [])].map(pathOf).filter((path) => path !== null);
    if (!isClosed && paths.length > 0) onDrop(paths);
  };
  const hearers = { dragenter: step(1), dragleave: step(-1), dragover: over, drop };
  for (const [type, hear] of Object.entries(hearers))
    document.addEventListener(type, hear as (event: Event) => void);
  return () => {
    for (const [type, hear] of Object.entries(hearers))
      document.removeEventListener(type, hear as (event: Event) => void);
  };
}

function bringsFiles(event: DragEvent): boolean {
  return event.dataTransfer?.types.includes('Files') ?? false;
}
