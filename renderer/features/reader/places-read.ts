import type { OpenTab } from '../../../main/contract/index.ts';

/** How far down a release was read when it was last in front, in pixels. */
export interface PlaceRead {
  readonly get: () => number;
  readonly set: (top: number) => void;
}

/** How far down each open release was read; forgotten with its tab. */
export class PlacesRead {
  readonly #tops = new Map<string, number>();

  of(releaseId: string, version: string | null): PlaceRead {
    const key = keyOf({ releaseId, version });
    return { get: () => this.#tops.get(key) ?? 0, set: (top) => this.#tops.set(key, top) };
  }

  keepOnly(tabs: readonly OpenTab[]): void {
    const kept = new Set(tabs.map(keyOf));
    for (const key of this.#tops.keys()) if (!kept.has(key)) this.#tops.delete(key);
  }
}

function keyOf({ releaseId, version }: Pick<OpenTab, 'releaseId' | 'version'>): string {
  return `${releaseId} ${version ?? ''}`;
}
