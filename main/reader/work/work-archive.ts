import type { BriefRelease, Listed } from '../../../archive/index.ts';
import type { Links, ReleaseRecord, SearchRequest } from '../../contract/index.ts';

/** What a reader's own work needs of the archive that is open. */
export interface WorkArchive {
  /** As in `OpenArchive`. */
  readonly key: string;
  readonly edition: string;
  /** In the order in which `BriefVersion.package` counts them. */
  readonly packages: readonly { readonly identity: string; readonly series: string }[];
  readonly briefs: (ids: readonly string[]) => Promise<readonly BriefRelease[]>;
  readonly todaysIds: (ids: readonly string[]) => Promise<readonly (string | null)[]>;
  readonly listed: (request: SearchRequest) => Promise<Listed>;
  /** A version of a release, with what was concluded of it; null for the version means the leading one. */
  readonly held: (
    id: string,
    version: string | null,
  ) => Promise<{ readonly record: ReleaseRecord; readonly links: Links } | null>;
  readonly isWithdrawn: (id: string) => boolean;
  /** The office of a role, as the register of a series has it; null when it has no such role. */
  readonly officeOf: (series: string, role: string) => string | null;
}
