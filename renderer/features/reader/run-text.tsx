import type { ReactNode } from 'react';
import { Button } from 'react-aria-components';
import type { Run } from '../../../main/contract/index.ts';
import { useWords } from '../../i18n/words.tsx';
import { piecesOf } from './passages.ts';
import type { Piece } from './passages.ts';
import { useReading } from './reading.tsx';

/**
 * A leaf of text: its marks, the passage pointed at, and its links as text with a number. `data-at` says where in the
 * reading text a run begins, so that what is chosen on the page can be told as a passage.
 */
export function RunText(props: { readonly runs: readonly Run[] }): ReactNode {
  const { marks, pointedAt, current } = useReading();
  return props.runs.map((run) => {
    const pieces = (
      <span key={run.start} data-at={run.start}>
        {piecesOf(run, marks, pointedAt).map((piece) => (
          <PieceText
            key={piece.start}
            piece={piece}
            isCurrent={piece.mark !== null && piece.mark === current}
          />
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

function PieceText(props: { readonly piece: Piece; readonly isCurrent: boolean }): ReactNode {
  const { piece, isCurrent } = props;
  const marked =
    piece.mark === null ? (
      piece.text
    ) : (
      <mark data-mark={piece.opensMark ? piece.mark : undefined} data-current={isCurrent ? '' : undefined}>
        {piece.text}
      </mark>
    );
  if (!piece.isPointedAt) return marked;
  return (
    <span className="pointed-at" data-pointed-at="" tabIndex={-1}>
      {marked}
    </span>
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
