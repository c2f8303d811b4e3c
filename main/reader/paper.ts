import type { OutPage } from '../../archive/index.ts';

/** A page with its style sheet, ready to be put on paper. */
export interface PaperPage extends OutPage {
  readonly style: string;
}

/** Puts pages on paper, or on what stands for it. A host has it; the reader only says what stands on them. */
export interface Paper {
  /**
   * The page as a PDF file: A4, tagged, with an outline, numbered, its foot on every sheet. Once `signal` is aborted it is
   * drawn no further: throws ProblemError `job-cancelled`, or `print-failed` when nothing came to stand on the sheets.
   */
  readonly pdf: (page: PaperPage, signal: AbortSignal) => Promise<Uint8Array>;
  /**
   * Hands the page to the system's print dialog. Settles when it is with the printer, or when the person let it be.
   * Throws ProblemError `print-failed`.
   */
  readonly print: (page: PaperPage) => Promise<void>;
}
