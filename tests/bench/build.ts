import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { swedishRegister } from '../../archive/authority/se/index.ts';
import { buildPackage } from '../../archive/package/build.ts';
import { verifyPackage } from '../../archive/package/verify.ts';
import { realData } from '../fixtures/real-data.ts';
import { table } from './table.ts';

/** The whole web tree through reading, linking and package, index apart; then the check of what was made. */
async function main(source: string): Promise<void> {
  const home = mkdtempSync(join(tmpdir(), 'lasesal-bench-'));
  const out = join(home, 'package');
  try {
    const steps = new Map<string, number>();
    const started = performance.now();
    const report = await buildPackage({
      sources: [source],
      out,
      defaultRegister: swedishRegister,
      onProgress: (_done, _total, step) => steps.set(step, performance.now()),
    });
    const built = seconds(started);
    // In KiB; taken before the check, which is another job.
    const peak = process.resourceUsage().maxRSS / 1024;
    const reading = ((steps.get('reading') ?? started) - started) / 1000;
    console.log(
      table([
        {
          pages: report.versions,
          'reading (s)': reading,
          'linking and writing (s)': built - reading,
          'in all (s)': built,
          'pages/s': Math.round(report.versions / built),
          'goal (pages/s)': '≥ 600',
          'peak memory (MiB)': Math.round(peak),
          'goal (MiB)': '< 1500',
        },
      ]),
    );
    const checking = performance.now();
    const { ok, files } = await verifyPackage(out);
    console.log(
      `\n${table([{ check: ok ? 'intact' : 'FAULTY', files: files.listed, MiB: files.bytes / 2 ** 20, s: seconds(checking) }])}`,
    );
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
}

function seconds(since: number): number {
  return (performance.now() - since) / 1000;
}

if (realData === null)
  console.log('The folder of real pages is not beside the checkout: nothing to measure.');
else await main(join(realData, 'g0v.tar.gz'));
