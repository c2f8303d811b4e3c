import type { HeldPackage, OpenArchive } from '../../main/contract/index.ts';

/** What is said of a package's origin wherever it is shown. Anything but `trusted` is a caution. */
export type PackageMark = 'trusted' | 'accepted' | 'removed' | 'unproven' | 'unsigned';

/** What is said of what is open: its origin, or for what was not imported whether its files were checked. */
export type ArchiveMark = PackageMark | OpenArchive['verified'];

/** From the one that asks for most caution to the one that asks for none. */
const byCaution: readonly PackageMark[] = ['unsigned', 'unproven', 'removed', 'accepted', 'trusted'];

/** The mark of a package; null for one whose signature nobody judged. */
export function markOf({ trust, isTrusted }: Pick<HeldPackage, 'trust' | 'isTrusted'>): PackageMark | null {
  if (trust === null) return null;
  if (trust.state !== 'signed') return trust.state;
  if (isTrusted) return 'trusted';
  return trust.by === 'removed' ? 'removed' : 'accepted';
}

/** The mark of several packages read as one: that of the one that asks for most caution. */
export function markOfArchive(archive: Pick<OpenArchive, 'packages' | 'verified'>): ArchiveMark {
  if (archive.verified === 'damaged') return 'damaged';
  const marks = archive.packages.map(markOf);
  return byCaution.find((mark) => marks.includes(mark)) ?? archive.verified;
}
