import type { CiteLanguage } from '../cite/citation.ts';
import { escaped } from '../model/escaped.ts';
import { PAGE_STYLE } from './page-style.ts';

/** A page to print or to keep: what stands on it, and what stands at the foot of every sheet. */
export interface OutPage {
  readonly language: CiteLanguage;
  readonly title: string;
  /** HTML of plain elements: no scripts, nothing that loads. */
  readonly body: string;
  /** Lines at the foot of each sheet, beside the page number. */
  readonly foot: readonly string[];
}

/** The page as a file of its own, which loads nothing. */
export function pageFile({ language, title, body }: OutPage): string {
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(title)}</title>
<style>${PAGE_STYLE}</style>
</head>
<body>
${body}
</body>
</html>
`;
}
