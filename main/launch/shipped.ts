import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** What a bundle tells of where it came from: as much of a bundler's output as is read here. */
interface Bundled {
  readonly type: 'chunk' | 'asset';
  /** Modules of a chunk by id, with how much of each is in it. */
  readonly modules?: Readonly<Record<string, { readonly renderedLength: number }>>;
  /** Files that an asset was made from. */
  readonly originalFileNames?: readonly string[];
}

/** A package that is part of what is shipped. */
export interface ShippedPackage {
  readonly name: string;
  readonly version: string;
  /** The licence's name, as the package gives it. */
  readonly licence: string;
  /** The licence word for word, with what else has to be handed on. */
  readonly text: string;
}

/** The list beside a part of the app, which the app shows. */
export const SHIPPED_FILE = 'shipped.json';

const LICENCE_FILE = /^(?:licen[cs]e|copying|ofl|notice)(?:-[\w.]+)?(?:\.(?:md|txt))?$/i;
const PACKAGE = /^(.*[\\/]node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+)[\\/]/;
/** What the bundler adds of its own comes from its package. */
const OWN_OF_BUNDLER: readonly (readonly [start: string, name: string])[] = [
  ['\0rolldown/', 'rolldown'],
  ['\0vite/', 'vite'],
];

/**
 * A step of the build: writes beside its output which packages went into it, each with its licence word for word. The
 * build fails for one that has none.
 * @param root the project's folder
 */
export function listShipped(root: string): {
  readonly name: string;
  readonly apply: 'build';
  generateBundle(
    this: { emitFile: (file: { type: 'asset'; fileName: string; source: string }) => unknown },
    options: unknown,
    bundle: Readonly<Record<string, Bundled>>,
  ): void;
} {
  return {
    name: 'lasesal-shipped',
    apply: 'build',
    generateBundle(_options, bundle) {
      const folders = foldersOf(Object.values(bundle), root);
      const packages = folders.map(shippedFrom).toSorted((a, b) => (a.name < b.name ? -1 : 1));
      this.emitFile({
        type: 'asset',
        fileName: SHIPPED_FILE,
        source: JSON.stringify({ packages }, null, 1),
      });
    },
  };
}

/** The folders of the packages that a bundle has something of, each once. */
export function foldersOf(bundle: readonly Bundled[], root: string): readonly string[] {
  const ids = bundle.flatMap((part) =>
    part.type === 'asset'
      ? (part.originalFileNames ?? []).map((name) => join(root, 'renderer', name))
      : Object.entries(part.modules ?? {})
          .filter(([, { renderedLength }]) => renderedLength > 0)
          .map(([id]) => id),
  );
  const folders = ids.map((id) => folderOf(id, root)).filter((folder) => folder !== null);
  return [...new Set(folders)];
}

function folderOf(id: string, root: string): string | null {
  const own = OWN_OF_BUNDLER.find(([start]) => id.startsWith(start));
  if (own !== undefined) return join(root, 'node_modules', own[1]);
  return PACKAGE.exec(id.replace('\0', ''))?.[1] ?? null;
}

/**
 * What has to be told of a package.
 * @throws Error when it names no licence or has no text of it
 */
export function shippedFrom(folder: string): ShippedPackage {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as {
    readonly name: string;
    readonly version: string;
    readonly license?: unknown;
  };
  const files = readdirSync(folder).filter((file) => LICENCE_FILE.test(file));
  const text = files
    .toSorted()
    .map((file) => readFileSync(join(folder, file), 'utf8').trim())
    .join('\n\n');
  if (typeof license !== 'string' || text === '')
    throw new Error(`${name} is bundled, but has no ${text === '' ? 'text of its licence' : 'licence'}`);
  return { name, version, licence: license, text };
}
