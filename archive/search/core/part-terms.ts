/** The terms of the parts of a compound, each as often as it is a part; none for a word that is no compound. */
export function partTermsOf(_form: string): readonly string[] {
  return [];
}
