import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { RegisterData } from '../../../../archive/model/register.ts';

/** A small archive's sources: a register, a configuration, a list of addresses, and a few text dumps. */

const sources = ['kalender'];

export const smallRegister: RegisterData = {
  format: 1,
  id: 'nordmark',
  title: 'Nordmarks register',
  version: '2024-12-02',
  language: 'sv',
  hosts: ['regeringen.nordmark.example'],
  sources: [{ id: 'kalender', title: 'Nordmarks statskalender' }],
  governments: [{ id: 'ahlgren-i', name: 'Regeringen Ahlgren I', from: '2014-05-03', to: null, sources }],
  mandatePeriods: [{ id: '2014-2018', name: '2014–2018', from: '2014-04-28', to: '2018-04-30', sources }],
  departments: [
    { id: 'energi', name: 'Energidepartementet', aliases: [], from: null, to: null, successors: [], sources },
  ],
  offices: [{ id: 'energiminister', title: 'energiminister', aliases: [] }],
  persons: [{ id: 'karim-nordh', name: 'Karim Nordh', aliases: [], sources }],
  roles: [
    {
      id: 'karim-nordh.energiminister',
      person: 'karim-nordh',
      office: 'energiminister',
      department: 'energi',
      party: null,
      from: '2014-05-03',
      to: '2018-04-30',
      sources,
    },
  ],
  kinds: [{ id: 'pressmeddelande', label: { sv: 'Pressmeddelande', en: 'Press release' }, aliases: [] }],
  subjects: [],
};

const HOST = 'https://regeringen.nordmark.example/pressmeddelanden/2016/05';

const pages: Readonly<Record<string, string>> = {
  'sidor/elnat.txt': `Pressmeddelande från Energidepartementet

Nya stamledningar till Norrvik

Publicerad 12 maj 2016

Regeringen bygger ut elnätet mellan Storälven och Norrvik.

– Ledningen behövs före vintern, säger energiminister Karim Nordh.

Arbetet börjar i augusti och väntas ta tre år.
`,
  'sidor/vatten.txt': `Pressmeddelande från Energidepartementet

Vattenkraften i Storälven får villkor

Publicerad 20 maj 2016

Kraftverken ska släppa förbi mer vatten om våren.

Villkoren gäller från årsskiftet och prövas igen efter tio år.
`,
  'sidor/aldre/elnat-tidig.txt': `Pressmeddelande från Energidepartementet

Nya stamledningar till Norrvik

Regeringen bygger ut elnätet mellan Storälven och Norrvik.

Arbetet börjar i augusti.
`,
  'sources.csv': `file,address,fetched
sidor/elnat.txt,${HOST}/nya-stamledningar,2018-01-02
sidor/aldre/elnat-tidig.txt,${HOST}/nya-stamledningar,2016-05-13
sidor/vatten.txt,${HOST}/villkor-for-vattenkraften,2018-01-02
`,
  'archive.json': `${JSON.stringify({
    series: 'nordmark',
    title: 'Nordmarks pressmeddelanden',
    rights: 'Fria att använda',
    register: 'register.json',
    date: '2024-12-02',
    withdrawals: [
      {
        release: `${HOST}/villkor-for-vattenkraften`,
        day: '2016-06-01',
        reason: 'Fel årtal.',
        replacedBy: null,
      },
    ],
  })}\n`,
  'register.json': `${JSON.stringify(smallRegister)}\n`,
};

/** Writes files into a folder, making the folders they lie in. */
export function writeFiles(root: string, files: Readonly<Record<string, string | Uint8Array>>): void {
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(root, name)), { recursive: true });
    writeFileSync(join(root, name), content);
  }
}

/** A new temporary folder; the test removes it. */
export function temporaryFolder(): string {
  return mkdtempSync(join(tmpdir(), 'lasesal-package-'));
}

/** Writes the small archive's sources into a folder, with further or other files if given. */
export function writeSmallArchive(
  root: string,
  others: Readonly<Record<string, string | Uint8Array>> = {},
): void {
  writeFiles(root, { ...pages, ...others });
}
