import { expect, test } from 'vitest';
import { ensureTestTools, missingTools } from '../../../../main/launch/test-tools.ts';

test('only the programs that are not there are missing', () => {
  expect(missingTools(() => true)).toEqual([]);
  expect(missingTools((program) => program !== 'minisign')).toEqual(['minisign']);
});

test.skipIf(missingTools().length > 0)('where all are there, nothing is said or done', async () => {
  const said: string[] = [];
  await ensureTestTools((line) => said.push(line));
  expect(said).toEqual([]);
});
