import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CrashGround } from '../../../../torture/crash/crash-points.ts';
import { drawnPoints, tryPoints } from '../../../../torture/crashes.ts';
import { Draw } from '../../../../torture/draw.ts';

/** A sample; `npm run torture -- --only crashes` tries all of them. */
const POINTS = 24;
const SEED = Number(process.env['LASESAL_SEED'] ?? 20_241_231);

let ground: CrashGround;
beforeAll(async () => {
  ground = await CrashGround.prepare();
}, 120_000);
afterAll(() => ground.close());

describe('whatever is broken off is the old or the new', () => {
  it('knows some hundred points in each scenario', () => {
    const scenarios = new Set(ground.points.map(({ scenario }) => scenario));
    expect(scenarios).toEqual(
      new Set(['first-import', 'next-import', 'removal', 'note', 'log-written-anew']),
    );
    expect(ground.points.length).toBeGreaterThan(500);
  });

  it('when killed, when the power fails and when the disk refuses', { timeout: 300_000 }, async () => {
    const { failures, passed } = await tryPoints(
      ground,
      drawnPoints(ground, new Draw(SEED), POINTS),
      () => undefined,
    );
    expect(failures).toEqual([]);
    expect(passed).toBe(POINTS);
  });
});
