import departments from './departments.json' with { type: 'json' };
import governments from './governments.json' with { type: 'json' };
import kinds from './kinds.json' with { type: 'json' };
import mandatePeriods from './mandate-periods.json' with { type: 'json' };
import offices from './offices.json' with { type: 'json' };
import persons from './persons.json' with { type: 'json' };
import head from './register.json' with { type: 'json' };
import roles from './roles.json' with { type: 'json' };
import sources from './sources.json' with { type: 'json' };
import subjects from './subjects.json' with { type: 'json' };

/**
 * Sweden's authority register from 1996, put together from its tables, in the shape of `registerSchema` but not
 * yet checked: whoever opens it parses it, as any register. The tables are the maintained source, one row a
 * line, corrected by hand; `sources.json` says where the rows come from.
 */
export const swedishRegister: unknown = {
  ...head,
  sources,
  governments,
  mandatePeriods,
  departments,
  offices,
  persons,
  roles,
  kinds,
  subjects,
};
