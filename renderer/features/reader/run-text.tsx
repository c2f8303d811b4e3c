import type { ReactNode } from 'react';
import { Button } from 'react-aria-components';
import type { Run } from '../../../main/contract/index.ts';
import { useWords } from '../../i18n/words.tsx';
import { useIsCurrentMark } from './current-mark.ts';
import { piecesOf } from './passages.ts';
import type { Piece } from './passages.ts';
import { useReading } from './reading.tsx';

/**
 * A leaf of text: its marks, the passage pointed at, and its links as text with a number. `data-at` says where in the
 * reading text a run begins, so that what is chosen on the page can be told as a passage.
 */
export function RunText(props: { readonly runs: readonly Run[] }): ReactNode {
  const { marks, pointedAt } = useReading();
  return props.runs.map((run) => {
    const pieces = (
      <span key={run.start} data-at={run.start}>
        {piecesOf(run, marks, pointedAt).map((piece) => (
          <PieceText key={piece.start} piece={piece} />
        ))}
      </span>
    );
    return run.href === undefined ? (
      pieces
    ) : (
      <LinkText key={`link ${run.start}`} href={run.href}>
        {pieces}
      </LinkText>
    );
  });
}

function PieceText({ piece }: { readonly piece: Piece }): ReactNode {
  const { mark, opensMark, text } = piece;
  const marked =
    mark === null ? (
      text
    ) : (
      <Marked index={mark} opens={opensMark}>
        {text}
      </Marked>
    );
  if (!piece.isPointedAt) return marked;
  return (
    <span className="pointed-at" data-pointed-at="" tabIndex={-1}>
      {marked}
    </span>
  );
}

interface MarkedProps {
  readonly index: number;
  /** Whether its mark begins here: the piece to go to. */
  readonly opens: boolean;
  readonly children: string;
}

function Marked({ index, opens, children }: MarkedProps): ReactNode {
  const isCurrent = useIsCurrentMark(index);
  return (
    <mark data-mark={opens ? index : undefined} data-current={isCurrent ? '' : undefined}>
      {children}
    </mark>
  );
}

/** The words of a link, never followed; its address stands in the list of links, under its number. */
function LinkText(props: { readonly href: string; readonly children: ReactNode }): ReactNode {
  const { t } = useWords();
  const { links, goToLink } = useReading();
  const link = links.find((one) => one.href === props.href);
  return (
    <>
      <span className="link-text" title={props.href}>
        {props.children}
      </span>
      {link === undefined ? null : (
        <Button
          className="link-number"
          aria-label={t('links.go-to', { number: link.number })}
          onPress={() => goToLink(link)}
        >
          {link.number}
        </Button>
      )}
    </>
  );
}
