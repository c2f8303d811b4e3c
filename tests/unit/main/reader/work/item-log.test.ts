import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { LineLog } from '../../../../../archive/index.ts';
import { ItemLog } from '../../../../../main/reader/work/item-log.ts';
import { LINE_FORMAT } from '../../../../../main/reader/work/item-line.ts';
import { drop, put } from '../../../../../main/reader/work/items.ts';
import type { ItemChange } from '../../../../../main/reader/work/items.ts';
import { temporaryFolder } from '../../../archive/package/small-archive.ts';

const AT = '2026-11-30T12:00:00.000Z';
const projectRoot = resolve(import.meta.dirname, '../../../../..');

let folder = '';
let path = '';
beforeEach(() => {
  folder = temporaryFolder();
  path = join(folder, 'work.log');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function collection(id: string, name = id): ItemChange {
  return put('collection', { id, name, description: '', made: AT, changed: AT });
}

function written(...changes: readonly (readonly ItemChange[])[]): Buffer {
  const log = ItemLog.open(path);
  for (const change of changes) log.write(change);
  log.close();
  return readFileSync(path);
}

function namesIn(log: ItemLog): readonly string[] {
  return [...log.all('collection').values()].map(({ name }) => name);
}

/** What is there when the log is opened, and what is wrong with it. */
function opened(): { readonly names: readonly string[]; readonly problems: readonly string[] } {
  const log = ItemLog.open(path);
  const found = { names: namesIn(log), problems: log.problems.map(({ code }) => code) };
  log.close();
  return found;
}

describe('a change', () => {
  it('of many things is there whole or not at all, wherever its line is cut off', () => {
    const whole = written(
      [collection('a'), collection('b')],
      [drop('collection', 'a'), collection('b', 'c'), collection('d')],
    );
    const first = whole.indexOf(10) + 1;
    const ends = [0, 1, first - 1, first, first + 1, whole.length - 1, whole.length];
    const between = Array.from({ length: whole.length / 9 }, (_, n) => n * 9);
    for (const cut of [...ends, ...between]) {
      writeFileSync(path, whole.subarray(0, cut));
      const names = cut < first ? [] : cut < whole.length ? ['a', 'b'] : ['c', 'd'];
      expect(opened()).toEqual({ names, problems: [] });
    }
  });

  it('writes as much as it changes, and not what lies beside it', () => {
    const many = Array.from({ length: 10_000 }, (_, n) => collection(`c${n}`, `Samling ${n}`));
    const before = written(many).length;
    const log = ItemLog.open(path);
    const inode = statSync(path).ino;
    log.write([collection('c7', 'En annan')]);
    expect(statSync(path).size - before).toBeLessThan(400);
    expect(statSync(path).ino).toBe(inode);
    log.close();
    expect(opened().names).toHaveLength(10_000);
  });

  it('made over and over does not let the log grow without end', () => {
    const log = ItemLog.open(path);
    const long = 'x'.repeat(19_000);
    for (let n = 0; n < 200; n += 1)
      log.write([put('collection', { id: 'a', name: `${n}`, description: long, made: AT, changed: AT })]);
    log.close();
    expect(statSync(path).size).toBeLessThan(1_400_000);
    expect(opened().names).toEqual(['199']);
  });
});

describe('a log that was damaged', () => {
  it('loses the damaged line alone, says which, and keeps the damaged file beside it', () => {
    const whole = written([collection('a')], [collection('b')], [collection('c')]);
    const damaged = Buffer.from(whole);
    damaged[whole.indexOf('"name":"b"') + 8] = 0xff;
    writeFileSync(path, damaged);
    const log = ItemLog.open(path);
    expect(namesIn(log)).toEqual(['a', 'c']);
    expect(log.problems).toMatchObject([{ code: 'work-damaged', line: 2, params: { count: 1 } }]);
    log.close();
    const aside = readdirSync(folder).find((name) => name.includes('.damaged-')) ?? '';
    expect(readFileSync(join(folder, aside))).toEqual(damaged);
    expect(opened().problems).toEqual([]);
  });

  it('keeps things that it cannot make out, also when it is written anew', () => {
    written([collection('a')]);
    const raw = LineLog.open(path);
    const strange = { kind: 'collection', id: 'b', value: { id: 'b', colour: 'röd' }, former: [] };
    const other = { kind: 'sigill', id: 'c', value: { vax: 'rött' }, former: [] };
    raw.log.append({ format: LINE_FORMAT, put: [strange, other], dropped: [] });
    raw.log.close();
    const log = ItemLog.open(path);
    expect(log.problems).toMatchObject([{ code: 'work-unreadable', params: { count: 2 } }]);
    log.forget('visit', []);
    log.close();
    const text = readFileSync(path, 'utf8');
    expect([text.includes('röd'), text.includes('rött')]).toEqual([true, true]);
    expect(opened().names).toEqual(['a']);
  });

  it('of a newer program is read as far as it can be, and not a byte of it is changed', () => {
    written([collection('a')]);
    const raw = LineLog.open(path);
    raw.log.append({ format: LINE_FORMAT + 1, anything: true });
    raw.log.close();
    const before = readFileSync(path);
    const log = ItemLog.open(path);
    expect(log.problems.map(({ code }) => code)).toEqual(['work-newer']);
    expect(namesIn(log)).toEqual(['a']);
    expect(() => log.write([collection('b')])).toThrow('work-unwritable');
    log.close();
    expect(readFileSync(path)).toEqual(before);
  });
});

describe('what is forgotten', () => {
  it('leaves no byte, nor in what was set aside of the log; where that cannot be done, all is as it was', () => {
    const whole = written([collection('a', 'hemligt')], [collection('b')], [collection('c')]);
    const damaged = Buffer.from(whole);
    damaged[whole.indexOf('"name":"b"') + 8] = 0xff;
    writeFileSync(path, damaged);
    const log = ItemLog.open(path);
    // What the log would be written anew to is in the way.
    mkdirSync(`${path}.new`);
    expect(() => log.forget('collection', ['a'])).toThrow('work-write-failed');
    expect(namesIn(log)).toEqual(['hemligt', 'c']);
    rmSync(`${path}.new`, { recursive: true });
    log.forget('collection', ['a']);
    log.write([collection('d')]);
    log.close();
    expect(opened().names).toEqual(['c', 'd']);
    for (const name of readdirSync(folder))
      expect(readFileSync(join(folder, name), 'utf8')).not.toContain('hemligt');
  });
});

describe('two programs at one log', () => {
  it('do not write over each other: who comes second is told, and nothing is lost', () => {
    const mine = ItemLog.open(path);
    mine.write([collection('a')]);
    const other = ItemLog.open(path);
    other.write([collection('b')]);
    expect(() => mine.write([collection('c')])).toThrow('work-elsewhere');
    expect(namesIn(mine)).toEqual(['a']);
    other.forget('visit', []);
    expect(() => mine.write([collection('c')])).toThrow('work-elsewhere');
    mine.close();
    other.close();
    expect(opened().names).toEqual(['a', 'b']);
  });
});

/** Runs code in a process of its own, with the log's class and the path at hand. */
function program(code: string): readonly string[] {
  const from = (file: string): string => JSON.stringify(join(projectRoot, file));
  return [
    '--import',
    'tsx',
    '--input-type=module',
    '--eval',
    `const { ItemLog } = await import(${from('main/reader/work/item-log.ts')});
     const log = ItemLog.open(${JSON.stringify(path)});
     const thing = (n) => ({ kind: 'collection', id: 'c' + n, value: { id: 'c' + n, name: 'n' + n, description: 'x'.repeat(2000), made: '${AT}', changed: '${AT}' } });
     ${code}`,
  ];
}

describe('what was answered', () => {
  it('is there after the program was killed in the middle of writing', async () => {
    const child = spawn(
      process.execPath,
      program('for (let n = 0; ; n += 1) { log.write([thing(n)]); process.stdout.write(n + "\\n"); }'),
      { cwd: projectRoot, stdio: ['ignore', 'pipe', 'inherit'] },
    );
    let last = -1;
    const lines = createInterface({ input: child.stdout });
    const ended = once(child, 'exit');
    for await (const line of lines) {
      last = Number(line);
      if (last === 60) child.kill('SIGKILL');
    }
    await ended;
    const { names, problems } = opened();
    expect(last).toBeGreaterThanOrEqual(60);
    expect(names.slice(0, last + 1)).toEqual(Array.from({ length: last + 1 }, (_, n) => `n${n}`));
    expect(problems).toEqual([]);
  }, 60_000);

  it.skipIf(process.platform === 'win32')(
    'stays when the disk takes no more, which is said in words; the log is whole and goes on when there is room',
    () => {
      // The system refuses what is beyond so many blocks of a file, in the middle of a line as a full disk does.
      const shell = `trap '' XFSZ; ulimit -f 24; exec "$@"`;
      const code = `
        let kept = 0, refused = '';
        try { for (;;) { log.write([thing(kept)]); kept += 1; } }
        catch (error) { refused = error.problem?.code + ' ' + error.problem?.params.reason; }
        const shown = log.all('collection').size;
        process.stdout.write(JSON.stringify({ kept, refused, shown }));`;
      const out = execFileSync('bash', ['-c', shell, 'bash', process.execPath, ...program(code)], {
        cwd: projectRoot,
        encoding: 'utf8',
      });
      const { kept, refused, shown } = JSON.parse(out) as { kept: number; refused: string; shown: number };
      expect(refused).toBe('work-write-failed EFBIG');
      expect(kept).toBeGreaterThan(2);
      expect(shown).toBe(kept);
      expect(readFileSync(path, 'utf8').endsWith('\n')).toBe(true);
      expect(opened()).toEqual({ names: Array.from({ length: kept }, (_, n) => `n${n}`), problems: [] });
      const log = ItemLog.open(path);
      log.write([collection('after')]);
      log.close();
      expect(opened().names.at(-1)).toBe('after');
    },
    60_000,
  );

  it('can be read where nothing can be written, and what cannot be kept is refused', () => {
    rmSync(path, { force: true });
    // A folder in its place can be neither read nor written, whoever asks.
    mkdirSync(path);
    const log = ItemLog.open(path);
    expect(log.problems).toMatchObject([{ code: 'work-unwritable', params: { reason: 'EISDIR' } }]);
    expect(() => log.write([collection('a')])).toThrow('work-unwritable');
    expect(log.all('collection').size).toBe(0);
    log.close();
  });
});
