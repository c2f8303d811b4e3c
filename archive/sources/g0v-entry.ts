import { z } from 'zod';
import { canonicalJson } from '../model/canonical-json.ts';
import { problem } from '../model/problem.ts';
import type { Problem } from '../model/problem.ts';

const text = z.string().nullish();
const codes = z.array(z.string()).nullish();
const links = z.array(z.object({ name: z.string(), url: z.string() })).nullish();

/** One page in a g0v `<type>.json`. Fields that the format does not know are kept in the canonical JSON alone. */
const entrySchema = z.object({
  title: z.string(),
  url: z.string().min(1),
  published: text,
  updated: text,
  types: codes,
  senders: codes,
  summary: text,
  id: text,
  shortcuts: links,
  attachments: links,
  categories: codes,
});

export type G0vEntry = z.infer<typeof entrySchema>;

/** An entry, and the bytes that stand for it in a package. */
export interface G0vMetadata {
  readonly entry: G0vEntry;
  /** RFC 8785 canonical JSON of the entry as the source gives it. */
  readonly canonical: Uint8Array;
}

/** The entries of a metadata file, and those that are none. */
export interface G0vEntries {
  readonly entries: readonly G0vMetadata[];
  readonly problems: readonly Problem[];
}

/** Whether parsed JSON is a metadata file: a list of objects that have a title and an address. */
export function isG0vMetadata(json: unknown): json is readonly unknown[] {
  if (!Array.isArray(json) || json.length === 0) return false;
  return json.some(
    (entry) => isObject(entry) && typeof entry['title'] === 'string' && typeof entry['url'] === 'string',
  );
}

/**
 * Whether parsed JSON is what the publisher keeps beside its pages: the labels of its codes, or when it last looked.
 * Neither holds a page.
 */
export function isG0vBookkeeping(json: unknown): boolean {
  if (!isObject(json)) return false;
  const keys = Object.keys(json);
  const isCodes = keys.length > 0 && keys.every((key) => /^\d+$/u.test(key) && typeof json[key] === 'string');
  return isCodes || ('latest_updated' in json && 'items' in json);
}

/** Reads the entries of a metadata file; what is none is reported with its place, and the others are read. */
export function readG0vEntries(json: readonly unknown[], file: string): G0vEntries {
  const entries: G0vMetadata[] = [];
  const problems: Problem[] = [];
  json.forEach((raw, index) => {
    const parsed = entrySchema.safeParse(raw);
    const canonical = canonicalBytes(raw);
    if (parsed.success && canonical !== null) entries.push({ entry: parsed.data, canonical });
    else {
      const field = parsed.success ? '' : (parsed.error.issues[0]?.path.join('.') ?? '');
      problems.push(problem('source-bad-json', { file }, { reason: 'entry', entry: index + 1, field }));
    }
  });
  return { entries, problems };
}

/** Null for what canonical JSON cannot hold (half a surrogate pair). */
function canonicalBytes(raw: unknown): Uint8Array | null {
  try {
    return new TextEncoder().encode(canonicalJson(raw));
  } catch {
    return null;
  }
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
