import type { HostileEnd, HostileEntry } from '../unit/archive/package/container/hostile-zip.ts';
import { u32, zip64End, zip64Extra, zipOf } from '../unit/archive/package/container/hostile-zip.ts';
import type { Draw } from './draw.ts';

/** Numbers that a field of two or four bytes is likely to be misread at. */
const NUMBERS_16 = [0, 1, 8, 9, 12, 20, 45, 51, 99, 0x0800, 0x7fff, 0x8000, 0xfffe, 0xffff];
const NUMBERS_32 = [0, 1, 2, 21, 22, 30, 46, 0x7fffffff, 0x80000000, 0xfffffffe, 0xffffffff];

const NAMES = [
  '../evil',
  '..\\evil',
  '/etc/passwd',
  'C:\\evil',
  '\\\\host\\share',
  '//host/share',
  'data/../../evil',
  'data/con',
  'data/nul.txt',
  'DATA/authority.json',
  'data/Authority.json',
  'data/authority.json/',
  'data/authority.json ',
  'data/authority.json.',
  'data//authority.json',
  './data/authority.json',
  'data/a\u0000b',
  'data/\u00c3\u00a5',
  'data/releases/8.jsonl:stream',
  'fetch.txt',
  'manifest-md5.txt',
  'tagmanifest-sha512.txt',
  '',
  'x'.repeat(65_535),
];

type EntriesChange = (entries: HostileEntry[], draw: Draw) => void;

/** What is done to the list of entries: each of them keeps its own bytes. */
const listChanges: readonly EntriesChange[] = [
  (entries, draw) => void entries.splice(draw.upTo(entries.length), 1),
  (entries, draw) => void entries.splice(draw.upTo(entries.length), 0, draw.oneOf(entries)),
  (entries, draw) => {
    const [a, b] = [draw.upTo(entries.length), draw.upTo(entries.length)];
    const [one, other] = [entries[a], entries[b]];
    if (one !== undefined && other !== undefined) [entries[a], entries[b]] = [other, one];
  },
  (entries, draw) => {
    const [a, b] = [draw.upTo(entries.length), draw.upTo(entries.length)];
    const [one, other] = [entries[a], entries[b]];
    if (one === undefined || other === undefined) return;
    entries[a] = { ...one, data: other.data };
    entries[b] = { ...other, data: one.data };
  },
  (entries, draw) => {
    entries.push({ name: draw.oneOf(NAMES), data: Buffer.from('x') });
    if (draw.upTo(2) === 0) entries.sort((a, b) => (a.name < b.name ? -1 : 1));
  },
];

/** What is done to one entry's headers. */
function headerChange(draw: Draw): Partial<HostileEntry> {
  const [n16, n32] = [draw.oneOf(NUMBERS_16), draw.oneOf(NUMBERS_32)];
  return draw.oneOf<Partial<HostileEntry>>([
    { name: draw.oneOf(NAMES) },
    { needed: n16 },
    { flags: 1 << draw.upTo(16) },
    { method: draw.oneOf(NUMBERS_16.slice(1)) },
    { time: n16 },
    { date: n16 },
    { crc: n32 },
    { stored: n32 },
    { size: n32 },
    { stored: n32, size: n32 },
    { offset: n32 },
    { madeBy: n16 },
    { disk: n16 },
    { internal: n16 },
    { attributes: draw.upTo(2 ** 32) },
    { attributes: draw.oneOf([0xa1ff0000, 0x41ed0000, 0x21a40000, 0x11a40000, 0xc1a40000, 0x81a40010]) },
    { comment: 'x'.repeat(1 + draw.upTo(9)) },
    { extra: Buffer.alloc(draw.upTo(9), draw.upTo(256)) },
    { extra: zip64Extra(n32, n32), stored: 0xffffffff, size: 0xffffffff, needed: 45 },
    { extra: zip64Extra(2n ** 64n - 1n), offset: 0xffffffff, needed: 45 },
    { gap: Buffer.alloc(1 + draw.upTo(40), draw.upTo(256)) },
    { behind: u32(0x08074b50, n32, n32, n32), flags: 8 },
    { behind: Buffer.alloc(1 + draw.upTo(40)) },
    { local: { crc: n32 } },
    { local: { size: n32, stored: n32 } },
    { local: { name: draw.oneOf(NAMES) } },
    { local: { method: 8 } },
    { local: { flags: 1 << draw.upTo(16) } },
  ]);
}

function endChange(draw: Draw): HostileEnd {
  const [n16, n32] = [draw.oneOf(NUMBERS_16), draw.oneOf(NUMBERS_32)];
  const records = { entries: n16, bytes: n32, offset: n32, locator: n32 };
  return draw.oneOf<HostileEnd>([
    { disk: n16 },
    { directoryDisk: n16 },
    { entriesHere: n16 },
    { entries: n16 },
    { bytes: n32 },
    { offset: n32 },
    { comment: 'x'.repeat(1 + draw.upTo(30)) },
    { gap: Buffer.alloc(1 + draw.upTo(30)) },
    { zip64: () => Buffer.alloc(1 + draw.upTo(80), draw.upTo(256)) },
    { zip64: () => zip64End(records) },
    { zip64: () => zip64End(records), entries: 0xffff, bytes: 0xffffffff, offset: 0xffffffff },
    { zip64: () => zip64End({ ...records, length: n32 }), offset: 0xffffffff },
  ]);
}

/** A single file whose structure was changed by someone who knows it. */
export function mutateZip(entries: readonly HostileEntry[], draw: Draw): Buffer {
  const changed = [...entries];
  const at = draw.upTo(changed.length);
  const entry = changed[at];
  switch (draw.upTo(4)) {
    case 0:
      draw.oneOf(listChanges)(changed, draw);
      return zipOf(changed);
    case 1:
      return zipOf(changed, endChange(draw));
    default:
      if (entry !== undefined) changed[at] = { ...entry, ...headerChange(draw) };
      return zipOf(changed);
  }
}
