import { openRegister } from '../../../../archive/authority/register.ts';
import type { OutRelease } from '../../../../archive/export/out-release.ts';
import { layoutReading } from '../../../../archive/model/reading-text.ts';
import { edtfOf } from '../../../../archive/model/release-date.ts';
import type { Said } from '../../../../archive/model/said.ts';
import type { ReferenceForm } from '../../../../archive/model/reference.ts';
import { saidOf } from '../package/said.ts';
import { smallRegister } from '../package/small-archive.ts';

export const swedish: ReferenceForm = { style: 'harvard', language: 'sv', author: 'department' };
export const english: ReferenceForm = { ...swedish, language: 'en' };

const register = openRegister(smallRegister);

/** A release on its way out, of 8 December 2017. */
export function releaseLike(said: Partial<Said> = {}, more: Partial<OutRelease> = {}): OutRelease {
  const whole = saidOf({ title: 'Vattnet räcker', ...said });
  const [earliest, latest] = ['2017-12-08', '2017-12-08'];
  return {
    record: {
      id: '0123456789abcdef',
      version: 'a'.repeat(64),
      aliases: [],
      current: true,
      said: whole,
      reading: layoutReading(whole).text,
    },
    links: {
      id: '0123456789abcdef',
      version: 'a'.repeat(64),
      date: { edtf: edtfOf(earliest, latest), earliest, latest, basis: 'meta', evidence: [] },
      kind: null,
      language: 'sv',
      governments: [],
      mandatePeriods: [],
      departments: [],
      ministers: [],
      subjects: [],
      designations: [],
      conflicts: [],
    },
    register,
    archive: { title: 'Exempelarkivet', organisation: 'Statskansliet', identity: 'c'.repeat(64) },
    state: 'live',
    withdrawal: null,
    ...more,
  };
}
