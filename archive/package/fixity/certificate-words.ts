import type { CheckedFile, CheckedSignature } from '../../model/certificate.ts';

/** The words of a certificate's page, in one language. */
export interface CertificateWords {
  readonly title: string;
  readonly result: Readonly<Record<'intact' | 'damaged', string>>;
  /** What the result rests on, in a sentence. */
  readonly meaning: Readonly<Record<'intact' | 'damaged', string>>;
  readonly package: string;
  readonly organisation: string;
  readonly series: string;
  readonly sequence: string;
  readonly previous: string;
  readonly date: string;
  readonly rights: string;
  readonly identity: string;
  readonly signature: string;
  readonly fingerprint: string;
  readonly signed: Readonly<Record<CheckedSignature['state'], string>>;
  readonly checked: string;
  readonly program: string;
  readonly files: string;
  readonly releases: string;
  readonly faults: string;
  readonly every: string;
  readonly columns: Readonly<Record<'file' | 'result' | 'bytes' | 'sha256', string>>;
  readonly states: Readonly<Record<CheckedFile['state'], string>>;
  readonly unknown: string;
  /** How anyone can check the same with programs of their own. */
  readonly byYourself: string;
  readonly ofFiles: (intact: string, listed: string, bytes: string) => string;
  readonly ofReleases: (releases: string, versions: string, withdrawn: string) => string;
}

const sv: CertificateWords = {
  title: 'Intyg om oförvanskat innehåll',
  result: { intact: 'Helt', damaged: 'Skadat' },
  meaning: {
    intact: 'Varje fil som paketet förtecknar finns och har den kontrollsumma den fick när paketet gjordes.',
    damaged: 'Något i paketet är inte som när det gjordes. Felen står nedan, före förteckningen.',
  },
  package: 'Arkivpaket',
  organisation: 'Organisation',
  series: 'Serie',
  sequence: 'Nummer i serien',
  previous: 'Bygger på',
  date: 'Paketets dag',
  rights: 'Rättigheter',
  identity: 'Identitet (SHA-256)',
  signature: 'Signatur',
  fingerprint: 'Fingeravtryck',
  signed: {
    unsigned: 'Inte signerat',
    'signed-by-known': 'Signerat med en betrodd nyckel',
    'signed-by-unknown': 'Signerat, men inte med någon nyckel som är känd här',
    bad: 'Signaturen gäller inte',
  },
  checked: 'Kontrollerat',
  program: 'Kontrollerat med',
  files: 'Filer',
  releases: 'Handlingar',
  faults: 'Fel',
  every: 'Varje fil',
  columns: { file: 'Fil', result: 'Resultat', bytes: 'Byte', sha256: 'SHA-256' },
  states: { intact: 'hel', damaged: 'SKADAD', missing: 'SAKNAS', unexpected: 'OVÄNTAD' },
  unknown: 'okänt',
  byYourself:
    'Kontrollen kan göras om utan det här programmet: sha256sum -c manifest-sha256.txt och sha256sum -c tagmanifest-sha256.txt i paketets mapp. Identiteten är kontrollsumman av tagmanifest-sha256.txt.',
  ofFiles: (intact, listed, bytes) => `${intact} av ${listed} hela, ${bytes} byte`,
  ofReleases: (releases, versions, withdrawn) =>
    `${releases} i ${versions} versioner, ${withdrawn} återkallade`,
};

const en: CertificateWords = {
  title: 'Certificate of fixity',
  result: { intact: 'Intact', damaged: 'Damaged' },
  meaning: {
    intact:
      'Every file that the package lists is there and has the checksum it got when the package was made.',
    damaged: 'Something in the package is not as it was made. The faults stand below, before the list.',
  },
  package: 'Archive package',
  organisation: 'Organisation',
  series: 'Series',
  sequence: 'Number in the series',
  previous: 'Builds on',
  date: 'Date of the package',
  rights: 'Rights',
  identity: 'Identity (SHA-256)',
  signature: 'Signature',
  fingerprint: 'Fingerprint',
  signed: {
    unsigned: 'Not signed',
    'signed-by-known': 'Signed with a trusted key',
    'signed-by-unknown': 'Signed, but with no key that is known here',
    bad: 'The signature does not hold',
  },
  checked: 'Checked',
  program: 'Checked with',
  files: 'Files',
  releases: 'Releases',
  faults: 'Faults',
  every: 'Every file',
  columns: { file: 'File', result: 'Result', bytes: 'Bytes', sha256: 'SHA-256' },
  states: { intact: 'intact', damaged: 'DAMAGED', missing: 'MISSING', unexpected: 'UNEXPECTED' },
  unknown: 'unknown',
  byYourself:
    'The check can be repeated without this program: sha256sum -c manifest-sha256.txt and sha256sum -c tagmanifest-sha256.txt in the package’s folder. The identity is the checksum of tagmanifest-sha256.txt.',
  ofFiles: (intact, listed, bytes) => `${intact} of ${listed} intact, ${bytes} bytes`,
  ofReleases: (releases, versions, withdrawn) =>
    `${releases} in ${versions} versions, ${withdrawn} withdrawn`,
};

export const certificateWords = { sv, en } as const;
