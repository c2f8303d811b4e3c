import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { ImportPreview } from '../../../../../archive/model/library.ts';
import { problemText } from '../../../../../archive/model/problem-text.ts';
import { keyChangeText, writeKeyChange } from '../../../../../archive/package/library/key-change.ts';
import type { Library } from '../../../../../archive/package/library/library.ts';
import { fixedKey, refusal } from '../signing/fixed-key.ts';
import { temporaryFolder } from '../small-archive.ts';
import { importAll, keyText, makePackage, openLibrary, page, putKey } from './packages.ts';
import type { MadePackage } from './packages.ts';

/** The first package signed by key 1, unsigned, and a second one on each. */
const first = new Map<number | null, MadePackage>();
const second = new Map<string, MadePackage>();
let made = '';
beforeAll(async () => {
  made = temporaryFolder();
  for (const signedBy of [1, null]) {
    const base = await makePackage(made, {
      name: `ett-${signedBy}`,
      pages: { a: page('Den första') },
      signedBy,
    });
    first.set(signedBy, base);
    for (const next of [1, 2, 3, null])
      second.set(
        `${signedBy} ${next}`,
        await makePackage(made, {
          name: `två-${signedBy}-${next}`.replace('å', 'a'),
          sequence: 2,
          previous: base.identity,
          pages: { b: page('Den andra') },
          signedBy: next,
        }),
      );
  }
});
afterAll(() => rmSync(made, { recursive: true, force: true }));

let root = '';
let folder = '';
let library: Library;
beforeEach(async () => {
  root = temporaryFolder();
  folder = join(root, 'bibliotek');
  library = await openLibrary(folder);
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const base = (signedBy: number | null): string => first.get(signedBy)?.file ?? '';
const next = (from: number | null, to: number | null): string => second.get(`${from} ${to}`)?.file ?? '';

/** What an import would ask or refuse, in short. */
async function asked(...sources: readonly string[]): Promise<string> {
  const staged = await library.stage({ sources });
  await staged.discard();
  return inShort(staged.preview);
}

function inShort({ packages, refused, decisions, warnings }: ImportPreview): string {
  const signers = packages.map(({ signer }) =>
    signer.state === 'signed' ? `signed ${signer.by ?? 'by someone'}` : signer.state,
  );
  const told = [...refused.map(({ problem }) => problem), ...warnings].map((one) => {
    for (const language of ['sv', 'en'] as const)
      expect(problemText(one, language)).not.toMatch(/\?|undefined|\{|\[/u);
    return one.code;
  });
  return [...signers, ...decisions.map(({ kind }) => kind), ...told].join(', ');
}

describe('the first signer of a series', () => {
  it('whose key nobody has can only be taken unproven, and stays marked', async () => {
    expect(await asked(base(1))).toBe('unproven, accept-unproven');
    await importAll(library, base(1));
    expect(library.installed()[0]?.trust).toEqual({ state: 'unproven', keyId: fixedKey(1).publicKey.keyId });
    // The choice is remembered for this key id, and not for another.
    expect(await asked(next(1, 1))).toBe('unproven');
    expect(await asked(next(1, 2))).toBe('unproven, accept-unproven');
  });

  it('whose key lies beside the package, or was chosen, is shown with its fingerprint and must be accepted', async () => {
    const key = putKey(root, 1);
    expect(await asked(base(1), key)).toBe('signed by someone, accept-key');
    const staged = await library.stage({ sources: [base(1), key] });
    expect(staged.preview.decisions).toMatchObject([
      { to: { key: keyText(1), fingerprint: expect.stringMatching(/^(\d{5} ){7}\d{5}$/u) } },
    ]);
    await staged.commit({ decisions: staged.preview.decisions.map(({ id }) => id) });
    expect(library.installed()[0]?.trust).toMatchObject({ state: 'signed', by: 'accepted' });
    expect(await asked(next(1, 1))).toBe('signed accepted');
  });

  it('that is trusted here needs no decision', async () => {
    await library.addKey(keyText(1), 'Riksarkivet');
    expect(await asked(base(1))).toBe('signed trusted');
  });

  it('that the policy lists needs none either', async () => {
    library = await openLibrary(folder, { trustedKeys: [{ key: keyText(1), name: 'Riksarkivet' }] });
    expect(await asked(base(1))).toBe('signed policy');
    expect(library.keys()).toMatchObject([{ by: 'policy', name: 'Riksarkivet' }]);
  });

  it('may come to a series that was not signed; what is not signed may not come after', async () => {
    await library.addKey(keyText(2), null);
    await importAll(library, base(null));
    expect(await asked(next(null, null))).toBe('unsigned');
    await importAll(library, next(null, 2));
    expect(library.acceptances()).toMatchObject([{ pin: { key: keyText(2), by: 'trusted' } }]);
  });
});

describe('a series that is held to a key', () => {
  beforeEach(async () => {
    await library.addKey(keyText(1), null);
    await importAll(library, base(1));
  });

  it('is not extended by what nobody signed, or by a key that nobody has', async () => {
    expect(await asked(next(1, null))).toBe('import-unsigned-extends-signed');
    expect(await asked(next(1, 2))).toBe('import-signer-unproven');
  });

  it('is extended by another key, even a trusted one, only when a person says so', async () => {
    expect(await asked(next(1, 2), putKey(root, 2))).toBe('signed by someone, accept-key-change');
    await library.addKey(keyText(2), null);
    expect(await asked(next(1, 2))).toBe('signed by someone, accept-key-change');
    await importAll(library, next(1, 2));
    expect(library.acceptances()).toMatchObject([{ pin: { key: keyText(2), by: 'accepted' } }]);
    expect(library.installed().map(({ trust }) => trust)).toMatchObject([
      { by: 'trusted' },
      { by: 'accepted' },
    ]);
  });

  it('changes its key by a statement of its owner, which brings the new key along', async () => {
    const statement = await writeKeyChange({
      series: 'nordmark',
      from: fixedKey(1),
      to: fixedKey(2).publicKey,
      name: join(root, 'byte'),
    });
    for (const chosen of [statement, `${statement}.minisig`])
      expect(await asked(next(1, 2), chosen)).toBe('signed statement, import-key-changed');
    await importAll(library, next(1, 2), statement);
    expect(library.acceptances()).toMatchObject([{ pin: { key: keyText(2), by: 'statement' } }]);
  });

  it('is handed on over several keys', async () => {
    for (const [from, to] of [
      [2, 3],
      [1, 2],
    ] as const)
      await writeKeyChange({
        series: 'nordmark',
        from: fixedKey(from),
        to: fixedKey(to).publicKey,
        name: join(root, `byte-${from}`),
      });
    const statements = [join(root, 'byte-1.keychange'), join(root, 'byte-2.keychange')];
    expect(await asked(next(1, 3), ...statements)).toBe('signed statement, import-key-changed');
    expect(await asked(next(1, 3), statements[1] ?? '')).toBe('signed by someone, accept-key-change');
  });

  it('is not handed over by another series’ statement, by another key’s, or by one that was changed', async () => {
    const write = async (name: string, series: string, from: number): Promise<string> =>
      await writeKeyChange({
        series,
        from: fixedKey(from),
        to: fixedKey(2).publicKey,
        name: join(root, name),
      });
    const asksFirst = 'signed by someone, accept-key-change';
    expect(await asked(next(1, 2), await write('a', 'sydmark', 1))).toBe(asksFirst);
    expect(await asked(next(1, 2), await write('b', 'nordmark', 3))).toBe(asksFirst);
    const changed = await write('c', 'sydmark', 1);
    writeFileSync(changed, keyChangeText({ series: 'nordmark', from: keyText(1), to: keyText(2) }));
    expect(await asked(next(1, 2), changed)).toBe('import-signer-unproven, key-change-invalid');
    const unsigned = join(root, 'd.keychange');
    writeFileSync(unsigned, keyChangeText({ series: 'nordmark', from: keyText(1), to: keyText(2) }));
    expect(await asked(next(1, 2), unsigned)).toBe('import-signer-unproven, key-change-invalid');
  });

  it('asks again once its key is trusted no more, and no statement of that key counts', async () => {
    const statement = await writeKeyChange({
      series: 'nordmark',
      from: fixedKey(1),
      to: fixedKey(2).publicKey,
      name: join(root, 'byte'),
    });
    await library.removeKey(keyText(1));
    expect(library.installed()[0]?.trust).toMatchObject({ state: 'signed', by: 'removed' });
    expect(await asked(next(1, 1))).toBe('signed by someone, accept-key');
    expect(await asked(next(1, 2), statement)).toBe('signed by someone, accept-key-change');
    expect(await asked(next(1, null))).toBe('import-unsigned-extends-signed');
    await library.addKey(keyText(1), null);
    expect(library.installed()[0]?.trust).toMatchObject({ by: 'trusted' });
    expect(await asked(next(1, 1))).toBe('signed trusted');
  });
});

describe('the keys of a library', () => {
  it('are added once, and removed by fingerprint or as they are', async () => {
    const { fingerprint } = await library.addKey(keyText(1), 'Arkivet');
    expect(library.keys()).toMatchObject([{ name: 'Arkivet', by: 'trusted', fingerprint }]);
    expect(await refusal(() => library.addKey(keyText(1), null))).toBe('key-trusted-already');
    expect(await refusal(() => library.addKey('inte en nyckel', null))).toMatch(/^key-invalid/u);
    expect(await refusal(() => library.removeKey('00000'))).toBe('key-not-trusted');
    await library.removeKey(fingerprint.replaceAll(' ', '-'));
    expect(library.keys()).toEqual([]);
  });

  it('of the policy cannot be removed', async () => {
    library = await openLibrary(folder, { trustedKeys: [{ key: keyText(1) }] });
    expect(await refusal(() => library.removeKey(keyText(1)))).toBe('key-laid-down');
  });
});

describe('an accepted choice', () => {
  it('is remembered, and asked anew when it is taken back', async () => {
    await importAll(library, base(null));
    expect(library.acceptances()).toMatchObject([{ acceptsUnsigned: true, pin: null }]);
    expect(await asked(next(null, null))).toBe('unsigned');
    await library.forgetAcceptance('nordmark');
    expect(await asked(next(null, null))).toBe('unsigned, accept-unsigned');
  });
});

describe('a policy', () => {
  it('that allows nothing unsigned refuses what nobody signed or nobody can check', async () => {
    library = await openLibrary(folder, { allowUnsigned: false });
    expect(await asked(base(null))).toBe('import-policy-refuses');
    expect(await asked(base(1))).toBe('import-policy-refuses');
    expect(await asked(base(1), putKey(root, 1))).toBe('signed by someone, accept-key');
  });

  it('that lets only its own keys count refuses all others, also those that persons added before', async () => {
    await library.addKey(keyText(1), null);
    await importAll(library, base(1));
    library = await openLibrary(folder, { allowOwnKeys: false, trustedKeys: [{ key: keyText(2) }] });
    expect(await refusal(() => library.addKey(keyText(3), null))).toBe('key-not-allowed');
    expect(library.installed()[0]?.trust).toMatchObject({ by: 'removed' });
    expect(await asked(next(1, 1))).toBe('import-policy-refuses');
    expect(await asked(next(1, 3), putKey(root, 3))).toBe('import-policy-refuses');
    expect(await asked(next(1, 2))).toBe('signed by someone, accept-key-change');
  });

  it('whose key is gone takes what it vouched for with it', async () => {
    library = await openLibrary(folder, { trustedKeys: [{ key: keyText(1) }] });
    await importAll(library, base(1));
    library = await openLibrary(folder);
    expect(library.installed()[0]?.trust).toMatchObject({ by: 'removed' });
    expect(await asked(next(1, 1))).toBe('signed by someone, accept-key');
  });

  it('that cannot be read closes: nothing unsigned, unknown or new, but what is decided stays', async () => {
    await library.addKey(keyText(1), null);
    await importAll(library, base(1));
    library = await openLibrary(folder, { allowUnsigned: 'ja' });
    expect(library.policy.problem?.code).toBe('policy-invalid');
    expect(await asked(next(1, 1))).toBe('signed trusted');
    expect(await asked(next(1, 2), putKey(root, 2))).toBe('import-policy-refuses');
    mkdirSync(join(root, 'annat'));
    library = await openLibrary(join(root, 'annat'), { allowUnsigned: 'ja' });
    expect(await asked(base(null))).toBe('import-policy-refuses');
    expect(await refusal(() => library.addKey(keyText(2), null))).toBe('key-not-allowed');
  });
});
