import { z } from 'zod';

/**
 * Everything that can go wrong or look odd, as one closed list of codes. The words a person reads
 * live in i18n (`problem-words.*.ts`); here stands only what happened, where, and the particulars.
 */
export const problemCodes = [
  // reading sources
  'source-not-recognised',
  'source-unreadable',
  'source-empty',
  'source-bad-json',
  'source-bad-encoding',
  'source-bad-archive',
  'source-metadata-without-page',
  'source-page-without-text',
  'sources-csv-bad-row',
  'config-invalid',
  'register-invalid',
  // building a release
  'duplicate-release',
  'duplicate-identical',
  'date-unreadable',
  'date-meta-url-differ',
  'withdrawn-unknown-release',
  'delta-empty',
  // conflicts between the page and the register
  'banner-role-dates-differ',
  'banner-period-differs',
  'banner-period-lost',
  'banner-role-without-dates',
  'banner-role-unknown',
  'tag-unknown',
  'tag-outside-office',
  'title-not-held',
  'department-not-at-date',
  'sender-unknown',
  // packages
  'package-not-found',
  'package-not-a-bag',
  'package-version-unknown',
  'package-entry-missing',
  'package-entry-unexpected',
  'package-entry-damaged',
  'package-manifest-invalid',
  'package-record-invalid',
  'package-chain-broken',
  'package-out-exists',
  'package-write-failed',
  'package-file-not-found',
  'package-file-unreadable',
  'package-file-damaged',
  'package-file-refused',
  // bags of others
  'bag-not-a-bag',
  'bag-version-unknown',
  'bag-element-invalid',
  'bag-file-missing',
  'bag-file-unlisted',
  'bag-file-damaged',
  // keys and signatures
  'package-not-intact',
  'package-not-signed',
  'package-signer-unknown',
  'package-signature-invalid',
  'package-already-signed',
  'key-unreadable',
  'key-invalid',
  'key-exists',
  'key-write-failed',
  'key-passphrase-missing',
  'key-passphrase-wrong',
  'key-passphrase-invalid',
  // the library of packages
  'library-busy',
  'library-read-only',
  'library-damaged',
  'library-pointer-lost',
  'library-version-unknown',
  'library-no-space',
  'library-changed',
  'library-package-unknown',
  'library-package-needed',
  'library-package-lost',
  'library-package-unread',
  'import-empty',
  'import-nothing-to-do',
  'import-already-installed',
  'import-twice',
  'import-rollback',
  'import-gap',
  'import-fork',
  'import-wrong-series',
  'import-unsigned-extends-signed',
  'import-signer-unproven',
  'import-policy-refuses',
  'import-undecided',
  'import-key-changed',
  'import-rights-differ',
  'import-under-way',
  'policy-invalid',
  'key-change-invalid',
  'key-trusted-already',
  'key-not-trusted',
  'key-laid-down',
  'key-not-allowed',
  // fixity
  'certificate-write-failed',
  'certificate-missing',
  // what leaves the archive
  'out-write-failed',
  'out-nothing',
  'print-failed',
  'link-unreadable',
  'link-not-here',
  // index and search
  'index-damaged',
  'index-version-unknown',
  'query-too-long',
  'query-too-many-clauses',
  'query-unclosed-quote',
  'query-unclosed-parenthesis',
  'query-dangling-operator',
  'query-unknown-field',
  'query-wildcard-too-short',
  'query-nothing-left',
  'query-only-excluded',
  'query-sign-without-word',
  'query-near-without-word',
  'query-near-too-far',
  'query-distance-too-far',
  'query-word-too-long-for-distance',
  'query-expansion-cut',
  'search-timed-out',
  // reader and host
  'release-not-found',
  'register-entry-not-found',
  'filter-unknown',
  'no-package-open',
  'request-invalid',
  'request-refused',
  'job-cancelled',
  'job-failed',
  'store-damaged-lines',
  'store-write-failed',
  'store-unwritable',
  'licence-not-found',
  // what the reader keeps of her own
  'work-unknown',
  'work-undo-stale',
  'work-passage-outside',
  'work-damaged',
  'work-unreadable',
  'work-newer',
  'work-unwritable',
  'work-elsewhere',
  'work-write-failed',
  'work-file-other',
  'work-file-newer',
  'work-file-invalid',
  'work-file-unreadable',
  'work-file-unwritable',
  'work-preview-stale',
  'work-nothing-to-hand-over',
] as const;

export const problemSchema = z.strictObject({
  code: z.enum(problemCodes),
  /** The file it is about, relative to what was handed over, with `/`. */
  file: z.string().optional(),
  /** One-based line in that file. */
  line: z.number().int().positive().optional(),
  /** The release, person or other record it is about. */
  id: z.string().optional(),
  /** Particulars that the words are filled with. */
  params: z.record(z.string(), z.union([z.string(), z.number()])),
});

export type ProblemCode = (typeof problemCodes)[number];
export type Problem = z.infer<typeof problemSchema>;

interface ProblemPlace {
  readonly file?: string | undefined;
  readonly line?: number | undefined;
  readonly id?: string | undefined;
}

/** A problem with its place; places that are not known are left out. */
export function problem(
  code: ProblemCode,
  place: ProblemPlace = {},
  params: Readonly<Record<string, string | number>> = {},
): Problem {
  return {
    code,
    ...(place.file === undefined ? {} : { file: place.file }),
    ...(place.line === undefined ? {} : { line: place.line }),
    ...(place.id === undefined ? {} : { id: place.id }),
    params: { ...params },
  };
}

/** A refused input: thrown inside the archive where nothing sensible can be returned, caught at its doors. */
export class ProblemError extends Error {
  readonly problem: Problem;

  constructor(of: Problem) {
    super(`${of.code}${of.file === undefined ? '' : ` in ${of.file}`}`);
    this.name = 'ProblemError';
    this.problem = of;
  }
}
