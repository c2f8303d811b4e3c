/** What a page has for reaching a network, each by the global object or prototype it hangs on. */
export const webDoors = [
  'fetch',
  'XMLHttpRequest',
  'WebSocket',
  'WebSocketStream',
  'EventSource',
  'WebTransport',
  'RTCPeerConnection',
  'webkitRTCPeerConnection',
  'SharedWorker',
  'Worker',
  'Navigator.prototype.sendBeacon',
] as const;

const replacements = new WeakSet<object>();

/** The ways to a network in this world that have not been replaced; empty when all are. Calls none of them. */
export function openWebDoors(): readonly string[] {
  return webDoors.filter((name) => {
    const way = wayTo(name);
    return way !== null && !replacements.has(Reflect.get(way.owner, way.key) as object);
  });
}

/**
 * Replaces a page's ways to a network with functions that throw, for good, in the world that calls this. The
 * policy of the page forbids what they do; this is for a day when it does not. To be called before anything else
 * runs; throws when something is left open.
 */
export function closeWebDoors(): void {
  for (const name of webDoors) {
    const way = wayTo(name);
    if (way === null) continue;
    const refuse = function refuse(): never {
      throw new Error(`Läsesal has no network: ${name} was called`);
    };
    replacements.add(refuse);
    Object.defineProperty(way.owner, way.key, { value: refuse, writable: false, configurable: false });
  }
  const open = openWebDoors();
  if (open.length > 0) throw new Error(`Läsesal could not close ${open.join(', ')}`);
}

/** Where a function of this name hangs; null in a world that has none. */
function wayTo(name: string): { readonly owner: object; readonly key: string } | null {
  const path = name.split('.');
  const key = path.pop() ?? '';
  let owner: unknown = globalThis;
  for (const step of path) owner = isObject(owner) ? Reflect.get(owner, step) : undefined;
  return isObject(owner) && typeof Reflect.get(owner, key) === 'function' ? { owner, key } : null;
}

function isObject(value: unknown): value is object {
  return (typeof value === 'object' && value !== null) || typeof value === 'function';
}
