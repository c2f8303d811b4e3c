import { mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runCommandLine } from '../../../../archive/cli/run.ts';
import { lexiconWords, readLexicon } from '../../../../archive/search/lexicon/lexicon.ts';
import { temporaryFolder } from '../package/small-archive.ts';
import { RecordingTerminal } from './recording-terminal.ts';

const EXAMPLE = 'archive/example';

let dir = '';
let bag = '';
beforeAll(async () => {
  dir = temporaryFolder();
  bag = join(dir, 'bag');
  const terminal = new RecordingTerminal();
  const built = await runCommandLine(['build', EXAMPLE, '--out', bag], terminal);
  if (built !== 0) throw new Error(terminal.err);
});
afterAll(() => rmSync(dir, { recursive: true, force: true }));

async function run(...args: readonly string[]): Promise<{ code: number; terminal: RecordingTerminal }> {
  const terminal = new RecordingTerminal();
  return { code: await runCommandLine(['lexicon', ...args], terminal), terminal };
}

describe('lasesal lexicon', () => {
  it('learns the same bytes from the same package, and says from what', async () => {
    const [one, other] = [join(dir, 'one.json'), join(dir, 'other.json')];
    const { code, terminal } = await run(
      bag,
      '--out',
      one,
      '--name',
      'prov-1',
      '--about',
      'exemplet',
      '--json',
    );
    expect(code).toBe(0);
    await run(bag, '--out', other, '--name', 'prov-1', '--about', 'exemplet');
    expect(readFileSync(one)).toEqual(readFileSync(other));
    const lexicon = readLexicon(JSON.parse(readFileSync(one, 'utf8')));
    expect(lexicon).toMatchObject({ name: 'prov-1', about: 'exemplet' });
    expect(lexicon.learnedFrom.releases).toBeGreaterThan(50);
    expect(lexicon.learnedFrom.earliest?.slice(0, 4)).toBe('2010');
    const words = lexiconWords(lexicon);
    expect(words.length).toBeGreaterThan(5);
    expect(JSON.parse(terminal.out)).toMatchObject({ entries: words.length, sha256: lexicon.sha256 });
  });

  it('learns each release once, however many packages have it', async () => {
    const [once, twice] = [join(dir, 'once.json'), join(dir, 'twice.json')];
    await run(bag, '--out', once, '--about', '');
    await run(bag, bag, '--out', twice, '--about', '');
    expect(readFileSync(twice)).toEqual(readFileSync(once));
  });

  it('refuses what is no package, and leaves nothing behind', async () => {
    const out = join(dir, 'none.json');
    const { code, terminal } = await run(join(dir, 'missing'), '--out', out);
    expect(code).toBe(1);
    expect(terminal.err).toContain('missing');
    expect(readdirSync(dir).filter((name) => name.startsWith('none'))).toEqual([]);
  });

  it('says where it cannot write, and leaves nothing behind', async () => {
    const out = join(dir, 'folder');
    mkdirSync(out);
    const { code, terminal } = await run(bag, '--out', out);
    expect(code).toBe(1);
    expect(terminal.err).toContain('folder');
    expect(readdirSync(dir).filter((name) => name.startsWith('folder'))).toEqual(['folder']);
  });
});
