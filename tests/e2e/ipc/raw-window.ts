import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { MARK, payloadOf } from './payloads.ts';

/** What became of payloads: how often each answer came, as `ok`, `refused CODE why` or `threw …`. */
export type Outcomes = Readonly<Record<string, number>>;

/**
 * Writes a preload that gives a page what a window has that was taken over: the bare channel, with nothing of ours
 * in between. `raw.send` sends the payloads of these seeds and counts the answers.
 */
export async function writeRawPreload(folder: string): Promise<string> {
  const file = join(folder, 'raw-preload.cjs');
  await writeFile(
    file,
    `const { contextBridge, ipcRenderer } = require('electron');
const payloadOf = ${payloadOf.toString()};
const outcome = async (channel, payload) => {
  try {
    const sent = await ipcRenderer.invoke(channel, payload);
    const reply = typeof sent === 'string' ? JSON.parse(sent) : sent;
    if (reply?.ok !== false) return 'ok';
    const { code, params } = reply.problem;
    return ['refused', code, params.call === undefined ? '' : (params.why ?? '')].join(' ').trim();
  } catch (error) {
    return 'threw ' + String(error).slice(0, 200);
  }
};
const send = async (channel, seeds, keys) => {
  const counts = {};
  for (let at = 0; at < seeds.length; at += 100) {
    const batch = seeds.slice(at, at + 100).map((seed) => outcome(channel, payloadOf(seed, keys, ${JSON.stringify(MARK)})));
    for (const one of await Promise.all(batch)) counts[one] = (counts[one] ?? 0) + 1;
  }
  return counts;
};
const plain = (channel) => outcome(channel, {});
// In a frame without a world of its own for the preload there is no bridge either.
if (process.contextIsolated) contextBridge.exposeInMainWorld('raw', { send, plain });
else globalThis.raw = { send, plain };
`,
  );
  return file;
}
