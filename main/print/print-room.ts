import { BrowserWindow, session } from 'electron';
import { escaped, ProblemError, problem } from '../contract/index.ts';
import type { Paper, PaperPage } from '../reader/paper.ts';
import { sealedPreferences } from '../security/sealed-preferences.ts';
import { guardSession } from '../security/session-guards.ts';
import { PrintProtocol } from './print-protocol.ts';

/** A session of its own, kept in memory only: a page that is printed shares nothing with the window. */
const SESSION = 'print';
const MM_PER_INCH = 25.4;
/** Where the text stands on the sheet, in millimetres. */
const MARGIN = { top: 20, bottom: 26, side: 24 };
/** What Chromium says when a person closes the dialog. */
const LET_BE = 'cancel';

/** Puts pages on paper through windows that nobody sees. `root` is the folder of the built window. */
export function paperOf(root: string): Paper {
  const protocol = new PrintProtocol(root);
  let prepared: Promise<Electron.Session> | null = null;
  const room = (): Promise<Electron.Session> => (prepared ??= prepare(protocol));
  return {
    pdf: async (page) =>
      await protocol.during(page, async (address) => {
        const window = await openUnseen(await room(), address);
        try {
          return await window.webContents.printToPDF(pdfOptions(page));
        } finally {
          window.destroy();
        }
      }),
    print: async (page) =>
      await protocol.during(page, async (address) => {
        const window = await openUnseen(await room(), address);
        try {
          await printed(window, page);
        } finally {
          window.destroy();
        }
      }),
  };
}

async function prepare(protocol: PrintProtocol): Promise<Electron.Session> {
  const own = session.fromPartition(SESSION, { cache: false });
  await guardSession(own);
  protocol.serveIn(own);
  return own;
}

/** Sandboxed, without Node, scripts or pictures. */
async function openUnseen(own: Electron.Session, address: string): Promise<BrowserWindow> {
  const window = new BrowserWindow({
    show: false,
    webPreferences: {
      session: own,
      ...sealedPreferences,
      javascript: false,
      images: false,
    },
  });
  try {
    await window.loadURL(address);
    return window;
  } catch (error) {
    window.destroy();
    throw error;
  }
}

function pdfOptions(page: PaperPage): Electron.PrintToPDFOptions {
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
    footerTemplate: footTemplate(page),
    generateTaggedPDF: true,
    generateDocumentOutline: true,
  };
}

/** The foot of every sheet: two lines for the first of what stands there and one for each other, and which sheet of how many. */
function footTemplate({ foot }: PaperPage): string {
  const lines = (text: string, most: number): string =>
    `<div style="display:-webkit-box;-webkit-box-orient:vertical;-webkit-line-clamp:${most};overflow:hidden;overflow-wrap:anywhere">${escaped(text)}</div>`;
  const [first = '', ...others] = foot;
  const written = lines(first, 2) + others.map((text) => lines(text, 1)).join('');
  return `<div style="box-sizing:border-box;width:100%;padding:0 ${MARGIN.side}mm 4mm;display:flex;align-items:flex-end;gap:8mm;font:6.5pt/1.4 sans-serif;color:#4f4c45">
<div style="flex:1;min-width:0;border-top:0.5px solid #8a8577;padding-top:1.5mm">${written}</div>
<div style="white-space:nowrap"><span class="pageNumber"></span> (<span class="totalPages"></span>)</div></div>`;
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
