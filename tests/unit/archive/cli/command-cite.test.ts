import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runCommandLine } from '../../../../archive/cli/run.ts';
import { temporaryFolder, writeSmallArchive } from '../package/small-archive.ts';
import { RecordingTerminal } from './recording-terminal.ts';

const ADDRESS = 'https://regeringen.nordmark.example/pressmeddelanden/2016/05/nya-stamledningar';

let dir = '';
let bag = '';
beforeAll(async () => {
  dir = temporaryFolder();
  bag = join(dir, 'bag');
  writeSmallArchive(join(dir, 'in'));
  await runCommandLine(['build', join(dir, 'in'), '--out', bag], new RecordingTerminal());
});
afterAll(() => rmSync(dir, { recursive: true, force: true }));

async function cite(...options: readonly string[]) {
  return await citeOf(ADDRESS, ...options);
}

async function citeOf(id: string, ...options: readonly string[]) {
  const terminal = new RecordingTerminal('sv');
  const code = await runCommandLine(['cite', id, '--package', bag, ...options], terminal);
  return { code, out: terminal.out, err: terminal.err };
}

describe('lasesal cite', () => {
  it('writes a Harvard reference and, under it, where the text is held', async () => {
    const { code, out } = await cite('--accessed', '2020-02-29');
    expect(code).toBe(0);
    expect(out).toMatch(
      /^Energidepartementet \(2016\)\. Nya stamledningar till Norrvik \[pressmeddelande\], 12 maj\./,
    );
    expect(out).toContain(`Tillgänglig: ${ADDRESS} [2020-02-29].\n\n`);
    expect(out).toMatch(/\n\n.+@[0-9a-f]{64}; arkivpaket [0-9a-f]{64}; källsidans SHA-256 [0-9a-f]{64}\n$/);
  });

  it('writes a file and nothing else in a format for reference managers', async () => {
    const { out } = await cite('--format', 'ris');
    expect(out.startsWith('TY  - ELEC\r\n')).toBe(true);
    expect(out.endsWith('\r\nER  - \n')).toBe(true);
    const items: unknown = JSON.parse((await cite('--format', 'csl')).out);
    expect(items).toMatchObject([{ type: 'webpage', title: 'Nya stamledningar till Norrvik', URL: ADDRESS }]);
  });

  it('gives what the reference is written from, as JSON', async () => {
    const cited: unknown = JSON.parse((await cite('--json', '--author', 'government')).out);
    expect(cited).toMatchObject({
      format: 'harvard',
      authors: [{ type: 'body', name: 'Regeringen Ahlgren I' }],
      publishers: ['Energidepartementet'],
      date: { known: 'day', earliest: '2016-05-12' },
    });
  });

  it('says beside the reference that a release is withdrawn or a version is not the newest', async () => {
    const withdrawn = await citeOf(`${ADDRESS.slice(0, ADDRESS.lastIndexOf('/'))}/villkor-for-vattenkraften`);
    expect(withdrawn.err).toBe('Utgivaren har återkallat den här sidan.\n');
    expect(withdrawn.out).toMatch(/^Energidepartementet \(2016\)/);
    const shown = new RecordingTerminal('sv');
    await runCommandLine(['show', ADDRESS, '--package', bag, '--json'], shown);
    const { id, versions } = JSON.parse(shown.out) as { id: string; versions: readonly string[] };
    expect((await citeOf(`${id}@${versions[1]}`)).err).toBe(
      'Det här är en tidigare version; en nyare finns.\n',
    );
    expect((await citeOf(`${id}@${versions[0]}`)).err).toBe('');
  });

  it.each([
    [['--format', 'bibtext'], 'Menade du bibtex?'],
    [['--author', 'regering'], 'välj bland department, government, minister'],
    [['--accessed', '2020-02-30'], 'inte en dag YYYY-MM-DD'],
  ])('does not understand %j', async (options, words) => {
    const { code, out, err } = await cite(...options);
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain(words);
  });
});
