import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { certificateSchema } from '../../../../../archive/model/certificate.ts';
import type { Certificate } from '../../../../../archive/model/certificate.ts';
import { certificatePage } from '../../../../../archive/package/fixity/certificate-page.ts';
import { certify } from '../../../../../archive/package/fixity/certify.ts';
import { saveCertificate } from '../../../../../archive/package/fixity/save-certificate.ts';
import { sha256 } from '../../../../../archive/package/identity.ts';
import { fingerprint } from '../../../../../archive/package/signing/public-key.ts';
import { generateKey } from '../../../../../archive/package/signing/secret-key.ts';
import { signPackage } from '../../../../../archive/package/signing/sign-package.ts';
import { smallPackageForEach } from '../small-package.ts';

const AUTHORITY = 'data/authority.json';
const CHECKED = new Date('2024-12-03T08:15:00Z');

let root = '';
let bag = '';
smallPackageForEach((dir, folder) => ([bag, root] = [dir, folder]));

async function certified(): Promise<Certificate> {
  return await certify(bag, { checked: CHECKED, program: 'Läsesal 1', keys: [] });
}

function stateOf({ entries }: Certificate, name: string): string | undefined {
  return entries.find((entry) => entry.name === name)?.state;
}

describe('a certificate of fixity', () => {
  it('tells every file that the manifests list, each with the hash that it has', async () => {
    const certificate = await certified();
    expect(certificateSchema.parse(certificate)).toEqual(certificate);
    expect(certificate).toMatchObject({
      result: 'intact',
      checked: '2024-12-03T08:15:00.000Z',
      package: { series: 'nordmark', sequence: 1, title: 'Nordmarks pressmeddelanden' },
      signature: { state: 'unsigned' },
    });
    const listed = ['manifest-sha256.txt', 'tagmanifest-sha256.txt'].flatMap((manifest) =>
      readFileSync(join(bag, manifest), 'utf8').trimEnd().split('\n'),
    );
    expect(certificate.entries.map(({ name, found }) => `${found ?? ''}  ${name}`).toSorted()).toEqual(
      listed.toSorted(),
    );
    for (const { name, found, state } of certificate.entries)
      expect([state, found]).toEqual(['intact', sha256(readFileSync(join(bag, name)))]);
  });

  it('names what is damaged, missing and unexpected, and what else is wrong with it', async () => {
    const { entries } = await certified();
    const original = entries.find(({ name }) => name.startsWith('data/originals/'))?.name ?? '';
    writeFileSync(join(bag, AUTHORITY), '{}');
    rmSync(join(bag, original));
    writeFileSync(join(bag, 'data', 'more.txt'), 'more');
    const certificate = await certified();
    expect(certificate.result).toBe('damaged');
    expect(stateOf(certificate, AUTHORITY)).toBe('damaged');
    expect(stateOf(certificate, original)).toBe('missing');
    expect(stateOf(certificate, 'data/more.txt')).toBe('unexpected');
    // The register cannot be opened; what the package says of itself is told all the same.
    expect(certificate.package?.title).toBe('Nordmarks pressmeddelanden');
    expect(certificate.files.intact).toBe(certificate.files.listed - 2);
  });

  it('tells whose signature it is when the key is known', async () => {
    const key = generateKey();
    await signPackage({ dir: bag, key });
    const known = await certify(bag, { checked: CHECKED, program: 'Läsesal 1', keys: [key.publicKey] });
    expect(known.signature).toEqual({
      state: 'signed-by-known',
      keyId: key.publicKey.keyId,
      fingerprint: fingerprint(key.publicKey).groups.join(' '),
    });
    expect((await certified()).signature).toMatchObject({ state: 'signed-by-unknown', fingerprint: null });
  });
});

describe('a certificate as a file', () => {
  it('is a page in either language that shows every file, and markup of the package as text', async () => {
    const certificate = await certified();
    const hostile = {
      ...certificate,
      package: {
        ...(certificate.package as NonNullable<Certificate['package']>),
        title: '<img src=x onerror=1>"',
      },
    };
    for (const language of ['sv', 'en'] as const) {
      const page = certificatePage(hostile, language);
      for (const { name, found } of certificate.entries) {
        expect(page).toContain(name);
        expect(page).toContain(found);
      }
      expect(page).toContain('&lt;img src=x onerror=1&gt;&quot;');
      expect(page).not.toMatch(/<(?:img|script|link|iframe)/u);
    }
  });

  it('shows each fault in words, before the list', async () => {
    writeFileSync(join(bag, AUTHORITY), '{}');
    const page = certificatePage(await certified(), 'sv');
    const [fault, list] = [
      page.indexOf(`Filen ${AUTHORITY} är inte som när paketet gjordes.`),
      page.indexOf('<table>'),
    ];
    expect(fault).toBeGreaterThan(0);
    expect(fault).toBeLessThan(list);
    expect(page).toContain('SKADAD');
  });

  it('is JSON by default, a page by its name, and never written over anything', async () => {
    const certificate = await certified();
    const [json, html] = [join(root, 'intyg.json'), join(root, 'intyg.HTML')];
    saveCertificate(certificate, json, 'sv');
    saveCertificate(certificate, html, 'sv');
    expect(JSON.parse(readFileSync(json, 'utf8'))).toEqual(certificate);
    expect(readFileSync(html, 'utf8')).toBe(certificatePage(certificate, 'sv'));
    const before = readFileSync(json);
    expect(() => saveCertificate(certificate, json, 'en')).toThrow('certificate-write-failed');
    expect(readFileSync(json)).toEqual(before);
    const nowhere = join(root, 'no', 'such', 'folder.json');
    expect(() => saveCertificate(certificate, nowhere, 'en')).toThrow('certificate-write-failed');
    expect(existsSync(nowhere)).toBe(false);
  });
});
