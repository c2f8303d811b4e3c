import { defineConfig } from 'vitest/config';
import { BaseSequencer } from 'vitest/node';
import type { TestSpecification } from 'vitest/node';

/** What takes longest, longest first. */
const LONG = [
  'hostile/sample.test.ts',
  'several-packages/several-packages.test.ts',
  'search/host/client.test.ts',
  'several-packages/client.test.ts',
  'package/chain.test.ts',
  'cli/run.test.ts',
  'package/build.test.ts',
  'packed/oracle.test.ts',
];

/** Begins with what takes long: begun last it would run on one core while the other has nothing left to do. */
class LongFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const place = ({ moduleId }: TestSpecification): number => {
      const at = LONG.findIndex((end) => moduleId.endsWith(end));
      return at === -1 ? LONG.length : at;
    };
    // oxlint-disable-next-line unicorn/no-array-sort -- the sequencer's own, no array's.
    return (await super.sort(files)).toSorted((a, b) => place(a) - place(b));
  }
}

export default defineConfig({
  test: {
    include: ['tests/unit/**/*.test.{ts,tsx}'],
    testTimeout: 60_000,
    hookTimeout: 120_000,
    pool: 'forks',
    sequence: { sequencer: LongFirst },
  },
});
