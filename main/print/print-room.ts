import { setTimeout } from 'node:timers/promises';
import { BrowserWindow, session } from 'electron';
import { ProblemError, problem } from '../contract/index.ts';
import type { Paper, PaperPage } from '../reader/paper.ts';
import { sealedPreferences } from '../security/sealed-preferences.ts';
import { guardSession } from '../security/session-guards.ts';
import { footTemplate } from './foot-template.ts';
import { PrintProtocol } from './print-protocol.ts';

/** A session of its own, kept in memory only: a page that is printed shares nothing with the window. */
const SESSION = 'print';
const MM_PER_INCH = 25.4;
/** Where the text stands on the sheet, in millimetres. */
const MARGIN = { top: 20, bottom: 26, side: 24 };
/** What Chromium says when a person closes the dialog. */
const LET_BE = 'cancel';
/** What every PDF file with something on its sheets has: the tags of what stands there, or streams of objects where they are not seen. */
const SIGNS_OF_CONTENT = ['/StructTreeRoot', '/ObjStm'];
const MOST_TRIES = 3;
/** As long as a page that is loaded may take to be drawn the first time. */
const MOST_DRAWING_MS = 2000;

/** Puts pages on paper through windows that nobody sees. `root` is the folder of the built window. */
export function paperOf(root: string): Paper {
  const protocol = new PrintProtocol(root);
  let prepared: Promise<Electron.Session> | null = null;
  const room = (): Promise<Electron.Session> => (prepared ??= prepare(protocol));
  const onPaper = async <T>(
    page: PaperPage,
    signal: AbortSignal | null,
    work: (window: BrowserWindow) => Promise<T>,
  ): Promise<T> =>
    await protocol.during(page, async (address) => {
      const window = unseenWindow(await room());
      try {
        return await unlessStopped(signal, async () => {
          await draw(window, address);
          return await work(window);
        });
      } finally {
        window.destroy();
      }
    });
  return {
    pdf: async (page, signal) => {
      for (let tries = 0; tries < MOST_TRIES; tries += 1) {
        const bytes = await onPaper(
          page,
          signal,
          async ({ webContents }) => await webContents.printToPDF(pdfOptions(page)),
        );
        if (SIGNS_OF_CONTENT.some((sign) => bytes.includes(sign))) return bytes;
      }
      throw new ProblemError(problem('print-failed'));
    },
    print: async (page) => await onPaper(page, null, async (window) => await printed(window, page)),
  };
}

async function prepare(protocol: PrintProtocol): Promise<Electron.Session> {
  const own = session.fromPartition(SESSION, { cache: false });
  await guardSession(own);
  protocol.serveIn(own);
  return own;
}

/** Sandboxed, without Node, scripts or pictures. */
function unseenWindow(own: Electron.Session): BrowserWindow {
  return new BrowserWindow({
    show: false,
    webPreferences: {
      session: own,
      ...sealedPreferences,
      javascript: false,
      images: false,
    },
  });
}

/** Loads a page and waits until it has been drawn once: one that is printed sooner may come out as empty sheets. */
async function draw(window: BrowserWindow, address: string): Promise<void> {
  const drawn = new Promise<void>((resolve) => {
    window.once('ready-to-show', resolve);
  });
  await window.loadURL(address);
  await Promise.race([drawn, setTimeout(MOST_DRAWING_MS)]);
}

/** Leaves work where it is once the signal says stop. Throws ProblemError `job-cancelled` then. */
async function unlessStopped<T>(signal: AbortSignal | null, work: () => Promise<T>): Promise<T> {
  if (signal === null) return await work();
  const over = new AbortController();
  const stopped = new Promise<never>((_resolve, reject) => {
    const stop = (): void => reject(new ProblemError(problem('job-cancelled')));
    if (signal.aborted) stop();
    else signal.addEventListener('abort', stop, { signal: over.signal });
  });
  try {
    return await Promise.race([stopped, work()]);
  } finally {
    over.abort();
  }
}

function pdfOptions({ foot }: PaperPage): Electron.PrintToPDFOptions {
  const inches = (mm: number): number => mm / MM_PER_INCH;
  return {
    pageSize: 'A4',
    margins: {
      top: inches(MARGIN.top),
      bottom: inches(MARGIN.bottom),
      left: inches(MARGIN.side),
      right: inches(MARGIN.side),
    },
    printBackground: true,
    displayHeaderFooter: true,
    headerTemplate: '<span></span>',
    footerTemplate: footTemplate(foot, MARGIN.side),
    generateTaggedPDF: true,
    generateDocumentOutline: true,
  };
}

/** Chromium's own foot takes one line of ours, and numbers the sheets. */
async function printed(window: BrowserWindow, { title, foot }: PaperPage): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    window.webContents.print(
      { silent: false, printBackground: true, pageSize: 'A4', header: title, footer: foot.at(-1) ?? '' },
      (done, reason) => {
        if (done || reason.toLowerCase().includes(LET_BE)) resolve();
        else reject(new ProblemError(problem('print-failed')));
      },
    );
  });
}
