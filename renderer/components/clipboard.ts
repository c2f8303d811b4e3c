/**
 * Puts plain text on the clipboard. Answers whether it came there: a host may refuse the asynchronous way, and
 * then the older one is tried.
 */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copyBySelection(text);
  }
}

/** The same with what a word processor takes instead: HTML. Where that is refused, the plain text alone. */
export async function copyRich(text: string, html: string): Promise<boolean> {
  try {
    const blob = (type: string, of: string): Blob => new Blob([of], { type });
    await navigator.clipboard.write([
      new ClipboardItem({ 'text/plain': blob('text/plain', text), 'text/html': blob('text/html', html) }),
    ]);
    return true;
  } catch {
    return await copyText(text);
  }
}

function copyBySelection(text: string): boolean {
  const before = document.activeElement;
  const field = document.createElement('textarea');
  field.value = text;
  field.className = 'only-heard';
  document.body.append(field);
  field.select();
  const done = document.execCommand('copy');
  field.remove();
  if (before instanceof HTMLElement) before.focus();
  return done;
}
