type Fields = Readonly<Record<string, unknown>>;

/** By the number of a form, what makes something written in it into the next. */
export type FormSteps = ReadonlyMap<number, (of: Fields) => Fields>;

/** How something that is kept says which form it is in, and how an older form becomes today's. */
export interface Forms {
  /** The field that holds the number. */
  readonly name: string;
  readonly today: number;
  readonly steps: FormSteps;
}

/**
 * Something that was written in any form that there has been, in today's; not checked beyond its number. `newer`: a newer program
 * wrote it. `unreadable`: there never was such a form.
 */
export function readInForm(of: unknown, { name, today, steps }: Forms): unknown {
  if (typeof of !== 'object' || of === null || Array.isArray(of)) return 'unreadable';
  let fields = of as Fields;
  const form = fields[name];
  if (typeof form !== 'number' || !Number.isSafeInteger(form) || form < 1) return 'unreadable';
  if (form > today) return 'newer';
  for (let at = form; at < today; at += 1) {
    const step = steps.get(at);
    if (step === undefined) return 'unreadable';
    fields = { ...step(fields), [name]: at + 1 };
  }
  return fields;
}
