import { mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { app } from 'electron';
import type { BrowserWindow } from 'electron';

const WAIT_MS = 60_000;
const EVERY_MS = 100;

/**
 * A first search without hands, for a start where nobody can see the window: waits for the archive, types the
 * longest word of the first title into the search field, opens the first hit, leaves a picture (PNG) in `file`
 * and ends the app. Ends with exit code 1 when there is nothing to see in time.
 */
export async function takeFirstLook(window: BrowserWindow, file: string): Promise<void> {
  try {
    const title = await waitFor(window, "document.querySelector('[data-hit] h3')?.textContent ?? ''");
    const word = longestWord(title);
    await window.webContents.executeJavaScript("document.querySelector('input[type=search]')?.focus()");
    await window.webContents.insertText(word);
    await waitFor(window, "document.querySelector('[data-hit] mark')?.textContent ?? ''");
    await window.webContents.executeJavaScript("document.querySelector('[data-hit] button')?.click()");
    await waitFor(window, "document.querySelector('article h1')?.textContent ?? ''");
    await new Promise((resolve) => setTimeout(resolve, EVERY_MS * 5));
    const picture = await window.webContents.capturePage();
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, picture.toPNG());
    app.quit();
  } catch {
    app.exit(1);
  }
}

function longestWord(title: string): string {
  const words = title.match(/\p{L}+/gu) ?? [];
  return words.reduce((longest, word) => (word.length > longest.length ? word : longest), '');
}

/** Asks the page until the answer is not empty; throws after a minute. */
async function waitFor(window: BrowserWindow, expression: string): Promise<string> {
  const until = Date.now() + WAIT_MS;
  while (Date.now() < until) {
    const answer: unknown = await window.webContents.executeJavaScript(expression);
    if (typeof answer === 'string' && answer !== '') return answer;
    await new Promise((resolve) => setTimeout(resolve, EVERY_MS));
  }
  throw new Error('nothing to see');
}
