/** A release that is named, and perhaps one version of it: whole, or the first twelve characters and more. */
export interface ReleaseName {
  readonly id: string;
  readonly version: string | null;
}

/** `ID` or `ID@version`. */
export const releaseNamePattern = /^([0-9a-hjkmnp-tv-z]{16})(?:@([0-9a-f]{12,64}))?$/u;
const BEGINNING = 'lasesal://release/';

/** The address that opens a release in the program: `lasesal://release/ID` or `lasesal://release/ID@version`. */
export function releaseLink(id: string, version: string | null): string {
  return BEGINNING + releaseName({ id, version });
}

/** What such an address names; null for anything that is not written in just this way. */
export function parseReleaseLink(address: string): ReleaseName | null {
  return address.startsWith(BEGINNING) ? parseReleaseName(address.slice(BEGINNING.length)) : null;
}

/** `ID` or `ID@version`. */
export function releaseName({ id, version }: ReleaseName): string {
  return version === null ? id : `${id}@${version}`;
}

/** What `ID` or `ID@version` names; null for anything else. */
export function parseReleaseName(text: string): ReleaseName | null {
  const [, id, version = null] = releaseNamePattern.exec(text) ?? [];
  return id === undefined ? null : { id, version };
}
