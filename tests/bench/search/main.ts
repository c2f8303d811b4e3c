import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { swedishRegister } from '../../../archive/authority/se/index.ts';
import { buildPackage } from '../../../archive/package/build.ts';
import { realData } from '../../fixtures/real-data.ts';
import { engineNames } from './engines/index.ts';
import type { EngineName } from './engines/index.ts';
import type { CorpusFigures } from './figures.ts';
import { measureCorpus } from './measure.ts';
import { writeSyntheticPackage } from './synthetic/package.ts';

/**
 * `npm run bench:search [-- --quick] [--engines a,b] [--sizes 10000,real,100000] [--real DIR] [--rounds N]`
 */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      quick: { type: 'boolean', default: false },
      engines: { type: 'string' },
      sizes: { type: 'string' },
      real: { type: 'string' },
      rounds: { type: 'string' },
      out: { type: 'string' },
    },
  });
  const engines = (values.engines?.split(',') ?? engineNames) as readonly EngineName[];
  const sizes = values.sizes?.split(',') ?? (values.quick ? ['10000'] : ['10000', 'real', '100000']);
  const rounds = Number(values.rounds ?? (values.quick ? 1 : 3));
  const home = mkdtempSync(join(tmpdir(), 'lasesal-bench-'));
  const figures: CorpusFigures[] = [];
  try {
    for (const size of sizes) {
      const packageDir = await makePackage(size, join(home, `${size}-package`), values.real);
      if (packageDir === null) continue;
      const name = size === 'real' ? 'real' : 'made up';
      const workDir = join(home, size);
      figures.push(
        await measureCorpus({ name, packageDir, workDir, engines, rounds, say: (line) => console.log(line) }),
      );
      rmSync(workDir, { recursive: true, force: true });
    }
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
  if (values.out !== undefined) {
    mkdirSync(values.out, { recursive: true });
    writeFileSync(join(values.out, 'search.json'), JSON.stringify(figures, null, 1));
  }
  console.log(JSON.stringify(figures, null, 1));
}

async function makePackage(size: string, dir: string, given: string | undefined): Promise<string | null> {
  if (size !== 'real') {
    writeSyntheticPackage(dir, Number(size));
    return dir;
  }
  if (given !== undefined) return given;
  if (realData === null) {
    console.log('The folder of real pages is not beside the checkout: measured without.');
    return null;
  }
  const source = join(realData, 'g0v.tar.gz');
  await buildPackage({ sources: [source], out: dir, defaultRegister: swedishRegister, originals: false });
  return dir;
}

await main();
