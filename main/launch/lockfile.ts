/** An entry of package-lock.json, as far as it matters here. */
interface LockEntry {
  readonly version?: string;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
  readonly [field: string]: unknown;
}

/** The `packages` of a package-lock.json: entries by where they lie, `node_modules/a/node_modules/b`. */
export type LockEntries = Readonly<Record<string, LockEntry>>;

/** An optional dependency that the lockfile names and does not hold. */
interface Missing {
  readonly name: string;
  readonly version: string;
}

/**
 * The optional dependencies that packages of the lockfile name and that have no entry. npm leaves them out when
 * the registry it asked had them not (programs for other platforms, as a rule), and `npm ci` then refuses the
 * whole lockfile wherever they are out of reach.
 */
export function missingOptionals(packages: LockEntries): readonly Missing[] {
  const missing = Object.entries(packages).flatMap(([place, { optionalDependencies = {} }]) =>
    Object.entries(optionalDependencies)
      .filter(([name]) => !isHeld(packages, place, name))
      .map(([name, version]) => ({ name, version })),
  );
  return missing.toSorted((a, b) => a.name.localeCompare(b.name, 'en'));
}

/**
 * The lockfile's entries with one for each missing optional dependency. npm then asks for none of them where the
 * platform is another; no hash stands in such an entry, for nothing was there to be hashed.
 * @throws Error when a missing one is no program for a platform, or of no exact version: it has to be installed
 */
export function completed(packages: LockEntries): LockEntries {
  const added = missingOptionals(packages).map(({ name, version }): [string, LockEntry] => {
    const platform = platformOf(name);
    if (platform === null || !/^\d+\.\d+\.\d+/.test(version))
      throw new Error(`install ${name}@${version} first`);
    const { os, cpu, ...libc } = platform;
    // In npm's own order of fields, so that its next writing changes nothing.
    return [`node_modules/${name}`, { version, cpu, dev: true, ...libc, optional: true, os }];
  });
  const [root, ...rest] = [...Object.entries(packages), ...added].toSorted(([a], [b]) =>
    a.localeCompare(b, 'en'),
  );
  return Object.fromEntries(root === undefined ? [] : [root, ...rest]);
}

/** Whether Node would find a package from a place: there, or in a node_modules on the way up. */
function isHeld(packages: LockEntries, place: string, name: string): boolean {
  const here = place === '' ? `node_modules/${name}` : `${place}/node_modules/${name}`;
  if (packages[here] !== undefined) return true;
  if (place === '') return false;
  return isHeld(packages, place.slice(0, Math.max(0, place.lastIndexOf('node_modules/') - 1)), name);
}

interface Platform {
  readonly os: readonly [string];
  readonly cpu: readonly [string];
  readonly libc?: readonly [string];
}

/** What a program is for, read from a name like `@scope/binding-linux-arm64-musl` or `@scope/darwin-x64`. */
function platformOf(name: string): Platform | null {
  const form =
    /\/(?:binding-)?(?<os>android|darwin|freebsd|linux|openharmony|win32)-(?<cpu>arm64|arm|x64|ia32|ppc64|riscv64|s390x)(?:-(?<abi>\w+))?$/;
  const { os, cpu, abi = '' } = form.exec(name)?.groups ?? {};
  if (os === undefined || cpu === undefined) return null;
  const libc =
    os !== 'linux' ? null : abi.startsWith('musl') ? 'musl' : abi.startsWith('gnu') ? 'glibc' : null;
  return { os: [os], cpu: [cpu], ...(libc === null ? {} : { libc: [libc] }) };
}
