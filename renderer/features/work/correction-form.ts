import type { Corrected, ReleaseView } from '../../../main/contract/index.ts';
import { parsePeriodText } from '../../i18n/period-text.ts';

/** What can be wrong of a release. */
export const abouts = ['minister', 'date', 'department', 'government', 'subject', 'other'] as const;
export type About = (typeof abouts)[number];

/** A value named in a field: one of the register, or (`id` null) as it was typed. */
export interface Named {
  readonly id: string | null;
  readonly label: string;
}

/** A correction as it stands in the form. */
export interface CorrectionForm {
  readonly about: About;
  /** Which of the values that the archive has is wrong, by its place; -1 when one is missing. */
  readonly wrong: number;
  /** True where nothing should stand instead. */
  readonly isGone: boolean;
  readonly value: Named;
  readonly office: Named;
  readonly from: string;
  readonly to: string;
  readonly other: string;
  readonly ground: string;
}

const none: Named = { id: null, label: '' };

export const emptyForm: CorrectionForm = {
  about: 'minister',
  wrong: 0,
  isGone: false,
  value: none,
  office: none,
  from: '',
  to: '',
  other: '',
  ground: '',
};

/** What the archive says of a release, each as it can be corrected. */
export interface Recorded {
  readonly minister: readonly { readonly person: Named; readonly office: Named | null }[];
  readonly department: readonly Named[];
  readonly government: readonly Named[];
  readonly subject: readonly Named[];
}

/** What the archive says of a release that can be wrong, each once. */
export function recordedIn(view: ReleaseView): Recorded {
  const named = (values: readonly { id: string; label: string }[]): readonly Named[] =>
    values.map(({ id, label }) => ({ id, label }));
  const seen = new Set<string>();
  const minister = view.officeHolders.flatMap(({ personId, name, held }) => {
    const key = `${personId} ${held.roleId}`;
    if (seen.has(key)) return [];
    seen.add(key);
    return [{ person: { id: personId, label: name }, office: { id: held.roleId, label: held.title } }];
  });
  return {
    minister,
    department: named(view.departments),
    government: named(view.governments),
    subject: named(view.subjects),
  };
}

/** The form for another kind of fact: at the first value that the archive has, or at one that is missing. */
export function aboutOther(form: CorrectionForm, about: About, recorded: Recorded): CorrectionForm {
  const count = about === 'date' || about === 'other' ? 1 : recorded[about].length;
  return { ...form, about, wrong: count === 0 ? -1 : 0, isGone: false, value: none, office: none };
}

/** What the form says; null while something is missing in it. */
export function correctedBy(form: CorrectionForm, view: ReleaseView): Corrected | null {
  const recorded = recordedIn(view);
  switch (form.about) {
    case 'other':
      return form.other.trim() === '' ? null : { about: 'other', should: form.other.trim() };
    case 'date':
      return correctedDate(form, view);
    case 'minister': {
      const record = recorded.minister[form.wrong] ?? null;
      if (form.isGone) return record === null ? null : { about: 'minister', record, should: null };
      const person = filled(form.value);
      return person === null
        ? null
        : { about: 'minister', record, should: { person, office: filled(form.office) } };
    }
    case 'department':
    case 'government':
    case 'subject': {
      const record = recorded[form.about][form.wrong] ?? null;
      const should = form.isGone ? null : filled(form.value);
      return record === null && should === null
        ? null
        : unlessUnsaid(form, { about: form.about, record, should });
    }
  }
}

/** Something must be said to stand instead, or that nothing should. */
function unlessUnsaid(form: CorrectionForm, corrected: Corrected): Corrected | null {
  return corrected.should === null && !form.isGone ? null : corrected;
}

function correctedDate(form: CorrectionForm, view: ReleaseView): Corrected | null {
  const earliest = parsePeriodText(form.from, 'from');
  const latest = parsePeriodText(form.to.trim() === '' ? form.from : form.to, 'to');
  if (earliest === null || latest === null || earliest > latest) return null;
  const { edtf } = view.date;
  const record = { edtf, earliest: view.date.earliest, latest: view.date.latest };
  return { about: 'date', record, should: { earliest, latest } };
}

function filled(value: Named): Named | null {
  const label = value.label.trim();
  return label === '' ? null : { id: value.id, label };
}

/** A correction that was made, as it stands in the form again. */
export function formOf(corrected: Corrected, ground: string, view: ReleaseView): CorrectionForm {
  const form = { ...emptyForm, about: corrected.about, ground };
  switch (corrected.about) {
    case 'other':
      return { ...form, other: corrected.should };
    case 'date':
      return { ...form, from: corrected.should.earliest ?? '', to: corrected.should.latest ?? '' };
    case 'minister': {
      const { record, should } = corrected;
      const wrong = recordedIn(view).minister.findIndex(
        ({ person, office }) =>
          person.label === record?.person.label && office?.label === record.office?.label,
      );
      return {
        ...form,
        wrong,
        isGone: should === null,
        value: should?.person ?? none,
        office: should?.office ?? none,
      };
    }
    case 'department':
    case 'government':
    case 'subject': {
      const { record, should } = corrected;
      const wrong = recordedIn(view)[corrected.about].findIndex(({ label }) => label === record?.label);
      return { ...form, wrong, isGone: should === null, value: should ?? none };
    }
  }
}
