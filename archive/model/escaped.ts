const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text as it may stand in HTML, between tags or in an attribute: never markup. */
export function escaped(text: string): string {
  return text.replaceAll('\0', '').replace(/[&<>"']/gu, (sign) => ENTITIES[sign] ?? sign);
}
