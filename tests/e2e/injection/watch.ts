import type { LaunchedApp } from '../../helpers/electron.ts';

/** Everything that an attack could do, as it is seen from outside and inside of the window. */
export interface Watch {
  /** What happened so far: nothing, as it should be. */
  all(): Promise<readonly string[]>;
  forget(): void;
  /** How many of these run their script in a page without any guard, each in a frame of its own. */
  aliveOutside(texts: readonly string[]): Promise<number>;
  /** Has the app's own page take a text for markup. */
  renderAsMarkup(text: string): Promise<void>;
}

/** Begins to watch: marks of scripts, refused scripts, dialogs, windows, moves to other pages, requests. */
export async function watch({ app, window }: LaunchedApp): Promise<Watch> {
  const events: string[] = [];
  const home = window.url();
  window.on('dialog', (dialog) => {
    events.push(`dialog ${dialog.message()}`);
    void dialog.dismiss();
  });
  window.on('popup', (page) => events.push(`window ${page.url()}`));
  window.on('framenavigated', (frame) => events.push(`moved to ${frame.url()}`));
  window.on('frameattached', () => events.push('a frame'));
  await window.evaluate(() => {
    const violations: string[] = [];
    Reflect.set(globalThis, 'violations', violations);
    document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) =>
      violations.push(`${effectiveDirective} ${blockedURI}`),
    );
  });
  await watchRequests(app);
  return {
    all: async () => {
      const [inside, requests] = [await marks(window), await foreignRequests(app)];
      const moved = window.url() === home ? [] : [`at ${window.url()}`];
      return [...events, ...inside, ...requests, ...moved];
    },
    forget: () => {
      events.length = 0;
      void window.evaluate(() => {
        Reflect.set(globalThis, '__ran', undefined);
        (Reflect.get(globalThis, 'violations') as string[]).length = 0;
      });
    },
    aliveOutside: async (texts) => await aliveOutside(app, texts),
    renderAsMarkup: async (text) => {
      await window.evaluate((markup) => {
        const place = document.createElement('div');
        document.body.append(place);
        try {
          place.innerHTML = markup;
        } catch {
          // The page's policy may refuse the very thing; it then says so.
        }
        return new Promise((resolve) => setTimeout(resolve, 300)).then(() => place.remove());
      }, text);
    },
  };
}

async function marks(window: LaunchedApp['window']): Promise<readonly string[]> {
  return await window.evaluate(() => {
    const ran: unknown = Reflect.get(globalThis, '__ran');
    const violations = Reflect.get(globalThis, 'violations') as readonly string[];
    return [...(ran === undefined ? [] : [`a script ran ${JSON.stringify(ran)} times`]), ...violations];
  });
}

/** Whatever became of it, a request is seen; the slot that the app's own guard has is left to it. */
async function watchRequests(app: LaunchedApp['app']): Promise<void> {
  await app.evaluate(({ session }) => {
    const requests: string[] = [];
    Reflect.set(globalThis, 'requests', requests);
    const note = ({ url }: { readonly url: string }): void => void requests.push(url);
    session.defaultSession.webRequest.onErrorOccurred(note);
    session.defaultSession.webRequest.onCompleted(note);
  });
}

async function foreignRequests(app: LaunchedApp['app']): Promise<readonly string[]> {
  const requests = await app.evaluate(() => Reflect.get(globalThis, 'requests') as readonly string[]);
  return requests.filter((url) => !url.startsWith('lasesal-app://app/')).map((url) => `request ${url}`);
}

async function aliveOutside(app: LaunchedApp['app'], texts: readonly string[]): Promise<number> {
  return await app.evaluate(async ({ BrowserWindow }, all) => {
    const other = new BrowserWindow({ show: false, webPreferences: { sandbox: true, partition: 'outside' } });
    await other.loadURL('about:blank');
    const code = `(async (texts) => {
      let alive = 0;
      for (const text of texts) {
        const frame = document.createElement('iframe');
        document.body.append(frame);
        frame.contentDocument.write('<body>' + text);
        frame.contentDocument.close();
      }
      await new Promise((resolve) => setTimeout(resolve, 3000));
      return globalThis.__ran ?? 0;
    })(${JSON.stringify(all)})`;
    const ran: unknown = await other.webContents.executeJavaScript(code);
    other.destroy();
    return Number(ran);
  }, texts);
}
