/**
 * The canonical form of a page's address: https, lower-case host, no query, fragment or trailing slash.
 * The path keeps its letters as they are. Null when the text is no http(s) address.
 */
export function canonicalAddress(address: string): string | null {
  let url: URL;
  try {
    url = new URL(address.trim());
  } catch {
    return null;
  }
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return null;
  return `https://${url.host}${url.pathname.replace(/\/+$/, '')}`;
}
