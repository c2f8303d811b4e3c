import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openStaging } from '../../../../archive/package/staging.ts';

let dir = '';
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'lasesal-staging-'));
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

/** The working folder of a build by another process. */
function leftBy(owner: { readonly host: string; readonly process: number }): string {
  const home = join(dir, '.paket.building');
  mkdirSync(join(home, 'bag'), { recursive: true });
  writeFileSync(join(home, 'owner.json'), JSON.stringify(owner));
  return home;
}

describe('the working folder of a build', () => {
  it('gets the package its name at the end, and is gone', () => {
    const staging = openStaging(join(dir, 'paket'));
    writeFileSync(join(staging.bag, 'a'), 'a');
    expect(readdirSync(dir)).toEqual(['.paket.building']);
    staging.publish();
    staging.discard();
    expect(readdirSync(dir)).toEqual(['paket']);
    expect(readdirSync(join(dir, 'paket'))).toEqual(['a']);
  });

  it('leaves nothing when the build is given up', () => {
    const staging = openStaging(join(dir, 'paket'));
    writeFileSync(join(staging.scratch, 'a'), 'a');
    staging.discard();
    expect(readdirSync(dir)).toEqual([]);
  });

  it('takes the place of an empty folder', () => {
    mkdirSync(join(dir, 'paket'));
    const staging = openStaging(join(dir, 'paket'));
    writeFileSync(join(staging.bag, 'a'), 'a');
    staging.publish();
    expect(readdirSync(join(dir, 'paket'))).toEqual(['a']);
  });

  it('refuses a place where something lies, before and at the end, and leaves it as it is', () => {
    const out = join(dir, 'paket');
    const staging = openStaging(out);
    mkdirSync(out);
    writeFileSync(join(out, 'mitt'), 'kvar');
    expect(() => staging.publish()).toThrow(
      expect.objectContaining({ problem: expect.objectContaining({ code: 'package-out-exists' }) }),
    );
    staging.discard();
    expect(() => openStaging(out)).toThrow(/package-out-exists/u);
    expect(() => openStaging(join(out, 'mitt'))).toThrow(/package-out-exists/u);
    expect(readdirSync(out)).toEqual(['mitt']);
    expect(readdirSync(dir)).toEqual(['paket']);
  });

  it('refuses while another build is at work on the same place, and leaves that one alone', () => {
    const other = openStaging(join(dir, 'paket'));
    expect(() => openStaging(join(dir, 'paket'))).toThrow(/package-out-exists/u);
    expect(existsSync(other.bag)).toBe(true);
  });

  it('clears away what a killed build of this machine left', () => {
    const ended = spawnSync(process.execPath, ['-e', '']);
    leftBy({ host: hostname(), process: ended.pid });
    openStaging(join(dir, 'paket')).discard();
    expect(readdirSync(dir)).toEqual([]);
  });

  it("leaves alone what is another machine's", () => {
    const home = leftBy({ host: `not-${hostname()}`, process: 1 });
    expect(() => openStaging(join(dir, 'paket'))).toThrow(/package-out-exists/u);
    expect(existsSync(join(home, 'bag'))).toBe(true);
  });

  it('says what the system refused when it cannot be made', () => {
    writeFileSync(join(dir, 'fil'), '');
    expect(() => openStaging(join(dir, 'fil', 'paket'))).toThrow(
      expect.objectContaining({
        problem: expect.objectContaining({
          code: 'package-write-failed',
          params: { reason: expect.any(String) },
        }),
      }),
    );
  });
});
