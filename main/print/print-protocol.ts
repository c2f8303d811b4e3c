import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Session } from 'electron';
import { escaped } from '../contract/index.ts';
import type { PaperPage } from '../reader/paper.ts';
import { APP_SCHEME, listFiles, mediaTypeOf } from '../security/app-protocol.ts';

const ORIGIN = `${APP_SCHEME}://print`;
const STYLE = '/page.css';

/** Only style sheets and fonts of our own: no script, no picture, no frame, nowhere to go. */
const POLICY = [
  "default-src 'none'",
  "style-src 'self'",
  "font-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
].join('; ');

/** The pages that are being printed: each has an address while it is. */
export class PrintProtocol {
  readonly #fonts: ReadonlyMap<string, string>;
  readonly #template: Promise<string>;
  readonly #pages = new Map<string, PaperPage>();
  #next = 1;

  /** @param root folder of the built window, where the fonts and the page that names them lie. */
  constructor(root: string) {
    const files = [...listFiles(root)];
    this.#fonts = new Map(files.filter(([path]) => /\.(?:css|woff2)$/u.test(path)));
    this.#template = readFile(join(root, 'print.html'), 'utf8');
  }

  /** Serves pages, their style sheet and fonts in a session, and nothing else. */
  serveIn(session: Session): void {
    session.protocol.handle(APP_SCHEME, async (request) => {
      const url = new URL(request.url);
      if (request.method !== 'GET' || url.host !== 'print') return new Response(null, { status: 404 });
      const [, id = '', name = null] = /^\/(page-\d+)(?<style>\/page\.css)?$/u.exec(url.pathname) ?? [];
      const page = this.#pages.get(id);
      if (page !== undefined)
        return name === null
          ? answer(documentOf(page, id, await this.#template), 'text/html; charset=utf-8')
          : answer(page.style, 'text/css; charset=utf-8');
      const font = this.#fonts.get(url.pathname);
      const type = font === undefined ? undefined : mediaTypeOf(font);
      if (font === undefined || type === undefined) return new Response(null, { status: 404 });
      return answer(new Uint8Array(await readFile(font)), type);
    });
  }

  /** Gives a page an address for as long as `work` takes. */
  async during<T>(page: PaperPage, work: (address: string) => Promise<T>): Promise<T> {
    const id = `page-${this.#next}`;
    this.#next += 1;
    this.#pages.set(id, page);
    try {
      return await work(`${ORIGIN}/${id}`);
    } finally {
      this.#pages.delete(id);
    }
  }
}

function answer(body: string | Uint8Array<ArrayBuffer>, type: string): Response {
  return new Response(body, {
    headers: {
      'content-type': type,
      'content-security-policy': POLICY,
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'x-dns-prefetch-control': 'off',
    },
  });
}

/** The page in the frame that names the fonts. Its body was written as text and plain elements by the reader. */
function documentOf({ language, title, body }: PaperPage, id: string, template: string): string {
  return template
    .replace(/<html lang="[a-z]+"/u, () => `<html lang="${language}"`)
    .replace(/<title>[^<]*<\/title>/u, () => `<title>${escaped(title)}</title>`)
    .replace('</head>', () => `<link rel="stylesheet" href="/${id}${STYLE}"></head>`)
    .replace(/<body>\s*<\/body>/u, () => `<body>${body}</body>`);
}
