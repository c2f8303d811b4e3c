import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { run } from '../../../../main/launch/command.ts';
import { projectRoot, toolScript } from '../../../../main/launch/project.ts';

const ways = [
  'http',
  'https',
  'http2',
  'net',
  'tls',
  'dgram',
  'dns',
  'dns/promises',
  'inspector',
  'child_process',
];
const globals = ['fetch', 'XMLHttpRequest', 'WebSocket', 'EventSource', 'WebTransport', 'RTCPeerConnection'];
/** One file in every room of the product. */
const rooms = [
  'archive/model archive/search/core archive/search/host archive/sources archive/authority archive/package archive/cli',
  'main/contract main/reader main/ipc main/menu main/preload main/security main/window',
  'renderer/bridge renderer/features/search',
].flatMap((line) => line.split(' '));

let folder = '';
let said = '';

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'lasesal-lint-'));
  const rules = JSON.parse(readFileSync(join(projectRoot, '.oxlintrc.json'), 'utf8')) as Record<
    string,
    unknown
  >;
  // The rules meant here need no types, and there is no project around these files.
  writeFileSync(join(folder, '.oxlintrc.json'), JSON.stringify({ ...rules, options: {} }));
  for (const room of rooms) {
    const file = join(folder, room, 'leak.ts');
    mkdirSync(dirname(file), { recursive: true });
    const imports = ways.map(
      (way, index) => `import * as way${index} from 'node:${way}';\nvoid way${index};`,
    );
    writeFileSync(file, `${imports.join('\n')}\n${globals.map((name) => `void ${name};`).join('\n')}\n`);
  }
  const args = [toolScript('oxlint'), '--format=unix', '--quiet', '.'];
  said = (await run({ file: process.execPath, args, cwd: folder, output: 'keep' })).output;
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

test.each(rooms)('the linter lets no way to a network into %s', (room) => {
  const lines = said.split('\n').filter((line) => line.includes(`${room}/leak.ts`));
  const named = (rule: RegExp, name: string): boolean =>
    lines.some((line) => rule.test(line) && line.includes(`'${name}'`));
  expect(ways.filter((way) => !named(/restricted-imports/u, `node:${way}`))).toEqual([]);
  expect(globals.filter((name) => !named(/restricted-globals/u, name))).toEqual([]);
});
