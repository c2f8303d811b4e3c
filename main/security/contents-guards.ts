import type { App, WebContents } from 'electron';
import { APP_ORIGIN } from './app-protocol.ts';

/** No page of ours goes anywhere, opens a window or embeds another page. */
export function guardContents(app: App): void {
  app.on('web-contents-created', (_event, contents) => {
    refuseNavigation(contents);
    contents.setWindowOpenHandler(() => ({ action: 'deny' }));
    contents.on('will-attach-webview', (event) => event.preventDefault());
    contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp');
  });
}

function refuseNavigation(contents: WebContents): void {
  const refuse = (details: { url: string; preventDefault: () => void }): void => {
    if (details.url !== `${APP_ORIGIN}/index.html`) details.preventDefault();
  };
  contents.on('will-navigate', refuse);
  contents.on('will-frame-navigate', refuse);
  contents.on('will-redirect', refuse);
}
