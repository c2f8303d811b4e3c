/** The one public door of the archive: what a host needs to open, search, read and check a package. */
export type { Register } from './authority/register.ts';
export { plainReference, writeReference } from './cite/cite.ts';
export { FolderOut } from './export/folder-out.ts';
export { MOST_PRINTED, listPage } from './export/list-page.ts';
export type { ListFormat } from './export/list-writer.ts';
export { listWriter } from './export/list-writer.ts';
export { narrowedWords } from './export/narrowed.ts';
export type { OutRelease } from './export/out-release.ts';
export { citationFor } from './export/out-release.ts';
export type { OutPage } from './export/page.ts';
export { PAGE_STYLE } from './export/page-style.ts';
export { releasePage } from './export/release-page.ts';
export { WholeFile } from './export/whole-file.ts';
export { heldWords } from './cite/words.ts';
export { reopenRegister } from './authority/register.ts';
export { departmentsAfter, departmentsBefore, governmentsOfRole, termsIn } from './authority/terms.ts';
export type { HeldPlace, HeldRelease, HeldVersion, Holdings } from './package/holdings.ts';
export { openHoldings } from './package/holdings.ts';
export { originalEntry } from './package/entry-names.ts';
export type { Package, PackageEntry } from './package/read.ts';
export { openPackage } from './package/read.ts';
export type { CheckedPackage } from './package/fixity/check-installed.ts';
export { checkInstalled, lastCertificate } from './package/fixity/check-installed.ts';
export { lastChecks, readChecks } from './package/fixity/check-history.ts';
export { dueForCheck } from './package/fixity/due.ts';
export { certificatePage } from './package/fixity/certificate-page.ts';
export { certificateText, saveCertificate } from './package/fixity/save-certificate.ts';
export type { CertifyOptions } from './package/fixity/certify.ts';
export { certify } from './package/fixity/certify.ts';
export type { FoundLog } from './package/line-log.ts';
export { LineLog } from './package/line-log.ts';
export type { PackedFile, PackOptions } from './package/container/pack.ts';
export { packPackage } from './package/container/pack.ts';
export type { UnpackOptions, UnpackStep } from './package/container/unpack.ts';
export { unpackPackage } from './package/container/unpack.ts';
export { readKeyText } from './package/signing/key-files.ts';
export { decodePublicKey, publicKeyString } from './package/signing/public-key.ts';
export { replaceFile } from './package/library/durable-steps.ts';
export { namesOf } from './package/library/trust.ts';
export { policyPlace, readPolicy } from './package/library/policy.ts';
export type { Policy } from './package/library/policy.ts';
export type { Acceptance, LibraryOptions, ListedKey } from './package/library/library.ts';
export { Library } from './package/library/library.ts';
export type {
  CommitOptions,
  IndexRequest,
  StagedImport,
  StageOptions,
} from './package/library/staged-import.ts';
export type { LibraryState } from './package/library/library-file.ts';
export type { VerifyOptions, VerifyReport } from './package/verify.ts';
export { verifyPackage } from './package/verify.ts';
export { isSystemError } from './package/system-error.ts';
export type { BriefRelease, Listed } from './search/host/client.ts';
export { defaultWorker, INDEX_FORMAT, SearchClient } from './search/host/client.ts';
export { filtersInSeries, idInSeries, seriesOfId } from './search/core/joined/series-names.ts';
