/** Citation.js comes without types: what the tests use of it. */
declare module '@citation-js/core' {
  type Item = Readonly<Record<string, unknown>>;
  export class Cite {
    constructor(text: string, options?: { readonly generateGraph?: boolean });
    readonly data: readonly Item[];
  }
  export const plugins: {
    readonly input: {
      readonly util: {
        /** The items without whatever is not of CSL 1.0.2; mends nothing when `mend` is false. */
        clean(items: readonly Item[], mend: boolean): readonly Item[];
      };
    };
  };
}
declare module '@citation-js/plugin-ris';
declare module '@citation-js/plugin-bibtex';
