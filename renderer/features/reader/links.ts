import type { ReleaseView, Run } from '../../../main/contract/index.ts';
import { shownLeaves } from './passages.ts';

/** A link of the text: its number there, its words and the address that it pointed to. */
export interface NumberedLink {
  readonly number: number;
  readonly label: string;
  readonly href: string;
}

/** The links of a release in reading order, each address once. An address that is its own text is no link to list. */
export function numberedLinks(view: ReleaseView): readonly NumberedLink[] {
  const links: NumberedLink[] = [];
  for (const run of shownLeaves(view).flat()) {
    const href = run.href;
    if (href === undefined || saysItself(run, href) || links.some((link) => link.href === href)) continue;
    links.push({ number: links.length + 1, label: run.text.trim(), href });
  }
  return links;
}

function saysItself(run: Run, href: string): boolean {
  return href.replace(/^(?:mailto|tel):/iu, '') === run.text.trim();
}
