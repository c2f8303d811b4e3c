import { describe, expect, it } from 'vitest';
import { openRegister } from '../../../../../archive/authority/register.ts';
import { swedishRegister } from '../../../../../archive/authority/se/index.ts';
import { addDays } from '../../../../../main/contract/index.ts';
import type { GovernmentView } from '../../../../../main/contract/index.ts';
import { governmentView } from '../../../../../main/reader/register-views.ts';
import { changesWithin, lastDayOf, sittingOn } from '../../../../../renderer/features/register/cabinet.ts';

const register = openRegister(swedishRegister);
const views: readonly GovernmentView[] = register.data.governments.map((government) =>
  governmentView(
    { register, series: 'se', title: 'Serien', idOf: (id) => id, isOneOfSeveral: false },
    government,
  ),
);

const seats = (view: GovernmentView, day: string): readonly string[] =>
  sittingOn(view.terms, day).map(({ office }) => office.id);

describe('the changes within a government', () => {
  it('are all that tells one day of it from the next', () => {
    for (const view of views) {
      const changes = changesWithin(view.terms, view);
      for (let day = view.from; day < lastDayOf(view); day = addDays(day, 1)) {
        const next = addDays(day, 1);
        const [now, then] = [seats(view, day), seats(view, next)];
        const came = then.filter((id) => !now.includes(id));
        const left = now.filter((id) => !then.includes(id));
        const told = {
          came: changes.find((one) => one.day === next)?.came.map(({ office }) => office.id) ?? [],
          left: changes.find((one) => one.day === day)?.left.map(({ office }) => office.id) ?? [],
        };
        expect({ day, came: told.came.toSorted(), left: told.left.toSorted() }).toEqual({
          day,
          came: came.toSorted(),
          left: left.toSorted(),
        });
      }
    }
  });

  it('leave out that it began and ended', () => {
    for (const view of views) {
      const days = changesWithin(view.terms, view).map(({ day }) => day);
      expect(days).not.toContain(view.from);
      expect(days).not.toContain(view.to);
    }
  });
});

describe('the last day known of a government', () => {
  it('is its own, or that of the register while it sits', () => {
    const [sitting] = views.filter(({ to }) => to === null);
    expect(sitting === undefined ? null : lastDayOf(sitting)).toBe(register.data.version);
    expect(lastDayOf({ from: '2000-01-01', to: '2001-01-01', asOf: '2020-01-01' })).toBe('2001-01-01');
    expect(lastDayOf({ from: '2000-01-01', to: null, asOf: null })).toBe('2000-01-01');
  });
});
