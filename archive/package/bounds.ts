/**
 * What a package may hold at most, in one place. No lawful package comes near any of these; each keeps a hostile
 * or broken one from taking the memory, the disk or the time of the machine that looks at it. Counted in bytes
 * where nothing else is said. Each is enforced while something is read, before it is held in memory or believed.
 */

/**
 * Entries of a package. A hundred thousand releases, each with two originals and a few attachments, stay below
 * it; a reader holds a few hundred bytes for each, so a directory at the bound takes less than half a gigabyte.
 */
export const MAX_ENTRIES = 1 << 20;

/** A single file as a whole: sixteen times the largest archive thought of, and exact as a number. */
export const MAX_CONTAINER_BYTES = 2 ** 44;

/** Characters of an entry's name. With a folder before it, it stays below the 260 that Windows takes. */
export const MAX_NAME_LENGTH = 200;

/** Folders an entry may lie in, itself counted. The deepest lawful one is `data/originals/aa/SHA256`. */
export const MAX_ENTRY_DEPTH = 8;

/** A tag file other than the manifest: a page of text each. They are read whole. */
export const MAX_TAG_BYTES = 1 << 20;

/** A signature: four lines, of which the trusted comment is the only one of free length. */
export const MAX_SIGNATURE_BYTES = 1 << 16;

/** The manifest, which is read whole: as many entries as are allowed, each a hash and a name. */
export const MAX_MANIFEST_BYTES = MAX_ENTRIES * (64 + 2 + MAX_NAME_LENGTH + 1);

/**
 * The register and the withdrawals, which are read whole. The register of one country takes a quarter of a
 * megabyte; so many withdrawals are a quarter of a million.
 */
export const MAX_DATA_BYTES = 1 << 25;

/** One line of a record file, which is read whole. The longest of 26,608 real ones takes a quarter of a megabyte. */
export const MAX_LINE_BYTES = 1 << 24;

/** How deep JSON may be nested. A cell of a table, the deepest that a record holds, lies eight deep. */
export const MAX_JSON_DEPTH = 32;

/**
 * Values in one JSON text, those that hold others counted too: a release with a table of forty thousand cells.
 * A value of two characters takes dozens of bytes in memory, and hundreds when a schema has to say that it is wrong.
 */
export const MAX_JSON_VALUES = 1 << 18;

/** Faults that are told of the records of one package. Where there are as many, looking on says nothing new. */
export const MAX_RECORD_FAULTS = 10_000;
