/** Where leaks are sent: a name for each, and an address at the far end of the wire. */
export interface LeakTargets {
  /** `NAME.DOMAIN` is looked up for the leak of that name. */
  readonly domain: string;
  readonly address: string;
}

/**
 * Tries what pages have for reaching a network, each at a name of its own (`img.DOMAIN`) and at an address. Sent
 * into a page as its source: it uses nothing from here, and never throws. Gives the leaks' names.
 */
export function leakFromPage(page: Window & typeof globalThis, targets: LeakTargets): readonly string[] {
  const { document } = page;
  const hosts = (name: string): readonly string[] => [`${name}.${targets.domain}`, targets.address];
  const add = (tag: string, attributes: Record<string, string>, text = ''): HTMLElement => {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    if (text !== '') element.textContent = text;
    return document.body.appendChild(element);
  };
  const link =
    (rel: string, more: Record<string, string> = {}) =>
    (url: string) =>
      add('link', { rel, href: url, ...more });
  const make = (name: string, ...args: unknown[]): unknown =>
    Reflect.construct(Reflect.get(page, name) as new () => unknown, args);
  const leaks: Readonly<Record<string, (url: string, host: string) => unknown>> = {
    fetch: (url) => page.fetch(url).catch(() => undefined),
    nocors: (url) => page.fetch(url, { mode: 'no-cors', keepalive: true }).catch(() => undefined),
    xhr: (url) => {
      const request = new page.XMLHttpRequest();
      request.open('GET', url);
      request.send();
    },
    websocket: (_url, host) => make('WebSocket', `ws://${host}/`),
    eventsource: (url) => make('EventSource', url),
    webtransport: (_url, host) => make('WebTransport', `https://${host}:443/`),
    beacon: (url) => page.navigator.sendBeacon(url, 'x'),
    img: (url) => add('img', { src: url }),
    srcset: (url) => add('img', { srcset: `${url} 2x` }),
    video: (url) => add('video', { src: url, poster: url }),
    audio: (url) => add('audio', { src: url, autoplay: '' }),
    script: (url) => add('script', { src: url }),
    module: (url) => add('script', { src: url, type: 'module' }),
    stylesheet: (url) => link('stylesheet')(url),
    preload: (url) => link('preload', { as: 'image' })(url),
    modulepreload: (url) => link('modulepreload')(url),
    prefetch: (url) => link('prefetch')(url),
    prerender: (url) => link('prerender')(url),
    preconnect: (url) => link('preconnect')(url),
    dnsprefetch: (url) => link('dns-prefetch')(url),
    icon: (url) => link('icon')(url),
    manifest: (url) => link('manifest')(url),
    iframe: (url) => add('iframe', { src: url }),
    object: (url) => add('object', { data: url }),
    embed: (url) => add('embed', { src: url }),
    svg: (url) => add('div', {}).append(document.createElementNS('http://www.w3.org/2000/svg', 'image'), url),
    inputimage: (url) => add('input', { type: 'image', src: url }),
    css: (url) => add('style', {}, `body { background: url("${url}") }`),
    cssimport: (url) => add('style', {}, `@import url("${url}");`),
    font: (url) => {
      add('style', {}, `@font-face { font-family: leak; src: url("${url}") }`);
      add('p', { style: 'font-family: leak' }, 'x');
    },
    form: (url) =>
      (add('form', { action: url, method: 'post', target: '_blank' }) as HTMLFormElement).submit(),
    ping: (url) => add('a', { href: '#x', ping: url }, 'x').click(),
    // Last of all: where it succeeds, the page is gone.
    anchor: (url) => page.setTimeout(() => add('a', { href: url }, 'x').click(), 1500),
    blank: (url) => add('a', { href: url, target: '_blank' }, 'x').click(),
    open: (url) => page.open(url),
    speculation: (url) => {
      const rules = {
        prefetch: [{ source: 'list', urls: [url] }],
        prerender: [{ source: 'list', urls: [url] }],
      };
      add('script', { type: 'speculationrules' }, JSON.stringify(rules));
    },
    worker: (url) => {
      const blob = new page.Blob([`importScripts("${url}"); fetch("${url}")`], { type: 'text/javascript' });
      make('Worker', page.URL.createObjectURL(blob));
    },
    stun: (_url, host) => {
      const peer = new page.RTCPeerConnection({
        iceServers: [
          { urls: [`stun:${host}:3478`] },
          { urls: [`turn:${host}:3478?transport=tcp`], username: 'x', credential: 'x' },
        ],
      });
      peer.createDataChannel('x');
      void peer.createOffer().then((offer) => peer.setLocalDescription(offer));
    },
    refresh: (url) => document.head.append(add('meta', { 'http-equiv': 'refresh', content: `1;url=${url}` })),
  };
  for (const [name, leak] of Object.entries(leaks)) {
    for (const host of hosts(name)) {
      try {
        leak(`http://${host}/${name}`, host);
      } catch {
        // Refused on the spot: what was hoped for.
      }
    }
  }
  return Object.keys(leaks);
}

/** Tries what Node has, likewise; `builtin` gives a module. Gives the leaks' names. */
export function leakFromNode(
  builtin: (name: string) => Record<string, (...args: unknown[]) => unknown>,
  targets: LeakTargets,
): readonly string[] {
  const { address, domain } = targets;
  const quietly = (made: unknown): void => {
    const emitter = made as {
      on?: (event: string, hear: () => void) => void;
      catch?: (hear: () => void) => void;
    };
    emitter?.on?.('error', () => undefined);
    emitter?.catch?.(() => undefined);
  };
  const leaks: Readonly<Record<string, () => unknown>> = {
    nodehttp: () => builtin('http')['get']?.(`http://nodehttp.${domain}/`),
    nodehttps: () => builtin('https')['get']?.(`https://${address}/`),
    nodehttp2: () => builtin('http2')['connect']?.(`http://nodehttp2.${domain}`),
    nodenet: () => builtin('net')['connect']?.(80, address),
    nodetls: () => builtin('tls')['connect']?.({ port: 443, host: `nodetls.${domain}` }),
    nodelookup: () => builtin('dns')['lookup']?.(`nodelookup.${domain}`, () => undefined),
    noderesolve: () => builtin('dns')['resolve4']?.(`noderesolve.${domain}`, () => undefined),
    nodefetch: () => fetch(`http://nodefetch.${domain}/`),
    nodeudp: () => {
      const socket = builtin('dgram')['createSocket']?.('udp4') as { send: (...args: unknown[]) => void };
      socket.send('x', 5353, '224.0.0.251');
      return socket;
    },
    nodechild: () => builtin('child_process')['spawn']?.('bash', ['-c', `echo x > /dev/udp/${address}/53`]),
  };
  for (const leak of Object.values(leaks)) {
    try {
      quietly(leak());
    } catch {
      // Refused on the spot.
    }
  }
  return Object.keys(leaks);
}

/** A function as an expression that can be sent elsewhere; what a compiler may have added to keep names comes along. */
export function sourceOf(work: (...args: never[]) => unknown): string {
  return `((__name) => (${work.toString()}))((named) => named)`;
}
