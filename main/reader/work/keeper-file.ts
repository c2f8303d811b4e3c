import type { Correction } from '../../contract/index.ts';

/** The number of the file's form; docs/my-work.md says what stands in it. */
const KEEPER_FILE_VERSION = 1;

/**
 * Corrections as they are handed to the keeper of an archive: everything that is needed to find the release again and to judge
 * them, with none of the reader's other things.
 */
export function keeperFileOf(
  corrections: readonly Correction[],
  { program, written }: { readonly program: string; readonly written: string },
): unknown {
  return {
    format: 'lasesal-corrections',
    version: KEEPER_FILE_VERSION,
    written,
    program,
    corrections: corrections.map(({ id, release, corrected, ground, evidence, made, changed }) => ({
      id,
      release: { ...release, cite: `${release.id}@${release.version}` },
      ...corrected,
      ground,
      evidence,
      made,
      changed,
    })),
  };
}
