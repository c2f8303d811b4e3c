import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { projectRoot } from '../../../../main/launch/project.ts';
import { readBuildKind } from '../../../../main/security/build-kind.ts';

test('this source tree says that it is one', () => expect(readBuildKind(projectRoot)).toBe('source'));

test('a manifest that says nothing, something else or is not there is a release’s', () => {
  const folder = mkdtempSync(join(tmpdir(), 'lasesal-kind-'));
  try {
    expect(readBuildKind(folder)).toBe('release');
    for (const text of ['', 'null', '{}', '{"lasesalBuild":"Test"}', '{"lasesalBuild":["test"]}']) {
      writeFileSync(join(folder, 'package.json'), text);
      expect(readBuildKind(folder)).toBe('release');
    }
    writeFileSync(join(folder, 'package.json'), '{"lasesalBuild":"test"}');
    expect(readBuildKind(folder)).toBe('test');
  } finally {
    rmSync(folder, { recursive: true });
  }
});
