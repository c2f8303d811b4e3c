/**
 * What lunr-languages' Swedish stemmer (Snowball's, in its first edition) leaves undone, as two steps around it:
 *
 *     form ──baseForm──▶ nearer its base ──stemmer──▶ stem ──evenStem──▶ term
 *     förslagets         förslag                      förslag            förslag
 *     bostaden           bostaden                     bostad             bost      (as the stemmer cuts bostad)
 *     ministrarna        ministrarna                  ministr            minist    (as it cuts minister)
 *
 * Both go by endings alone, in the stemmer's own region R1: behind the first consonant that follows a vowel, and
 * never nearer the beginning than the third letter. That the newest Snowball takes off *-et*, with conditions, was
 * the pattern for the first rule; conditions, other rules and their exceptions were found by reading what they
 * join in a real vocabulary (see docs/search.md).
 */

const VOWELS = 'aeiouyåäö';
const FIRST_SYLLABLE = new RegExp(`^[^${VOWELS}]*[${VOWELS}]+[^${VOWELS}]`, 'u');
/** R1 never begins before this letter. */
const LEAST_BEFORE = 3;

/**
 * Ends in -et with no definite form in it: paket, raket, staket, universitet, nyhet, budget, konkret, alfabet,
 * profet, fakultet, internet; and arbets-. Taken off there, "internet" would meet "intern" and "raket" "rak".
 */
const OWN_ET = /(?:[pr]ak|stak|it|ult|h|dg|kr|ab|of|ern)ets?$|arbets$/u;
/** genomförandet, förhållandet: the stemmer takes all of -andet off. Not so utlandet, sambandet. */
const PARTICIPLE_ET = /(?:[^bl]|[aeklpg]l)andets?$/u;
/** Ends in -an with no definite form in it: handlingsplan, huvudman, organ, Kazakstan (but listan). */
const OWN_AN = /(?:pl|[^m]m|org|(?:[^l]i|k)st)an$/u;
/** No genitive: instans, tolerans, relevans, finans, chans, ambulans, balans, allians, redundans, insats, plats; Pakistans. */
const OWN_S = /(?:[^t]t|e[rv]|fin|ch|ul|bal|li|und|pl|[^m]m|org)ans$|(?:pl|s)ats$/u;
/** Nouns on -alt that are no neuters: anstalt, alkoholhalt. */
const OWN_ALT = /(?:st|h)alt$/u;
/** Shorter forms on -s keep it: too many are names (Anders). */
const LEAST_GENITIVE = 7;

/** What stays of an ending, what goes, and what comes instead. What goes must lie in R1. */
type Rule = readonly [stays: string, goes: string, comes?: string];

/** Definite nouns on -in, told from bensin, medicin, magasin, vaccin by what stands before. */
const DEFINITE_IN = 'gin emin omin trin ratin antin onin orin fin rkin stin'.split(' ');

/** Genitives whose s hides an ending from the stemmer: kvinnors, bostads, försvars, nyhets, skolans, industrins. */
const GENITIVES = [
  ...'ad at ar er or het andet an jön eln orn um ena erna are'.split(' '),
  ...DEFINITE_IN,
].map((ending): Rule => [ending, 's']);

/** Neuters of adjectives. The stemmer has those on -gt, -kt, -dt and -tt. */
const NEUTERS: readonly Rule[] = [
  ['', 'alt', 'al'], // socialt
  ['', 'ellt', 'ell'], // nationellt
  ['', 'ilt', 'il'], // civilt
  ['', 'elt', 'el'], // enkelt
  ['', 'ivt', 'iv'], // aktivt
  ['', 'bart', 'bar'], // hållbart
  ['', 'samt', 'sam'], // gemensamt
  ['', 'mänt', 'män'], // allmänt
  ['', 'iöst', 'iös'], // seriöst
  ['er', 'nt', 'n'], // modernt
  ['k', 'ert', 'er'], // säkert
];

/** Definite forms. The stemmer has -en, -ern, -arna …, but none of these. */
const DEFINITES: readonly Rule[] = [
  ['e', 'et', 'er'], // museet: as museer
  ['e', 'ets', 'er'],
  ['', 'et'], // förslaget, läget, partiet
  ['', 'ets'],
  ['', 'én', 'é'], // kommittén
  ['', 'éns', 'é'],
  ['j', 'ön', 'ö'], // miljön
  ['el', 'n'], // artikeln
  ['or', 'n'], // sektorn
  ['', 'an', 'a'], // skolan, ansökan
  ['en', 'a'], // områdena
  ...DEFINITE_IN.map((ending): Rule => [ending.slice(0, -1), 'n']), // industrin
];
/** Too short to tell, or a verb: redan, medan, talan, förena, Helena, förorena. */
const DOUBTFUL_A = /^.{0,3}(?:an|ena)$|rena$/u;

/** Other numbers of one noun: sektorerna, sektorer; gymnasium, museum beside gymnasiet, museer. */
const NUMBERS: readonly Rule[] = [
  ['tor', 'erna'],
  ['tor', 'er'],
  ['sor', 'erna'],
  ['sor', 'er'],
  ['i', 'um'],
  ['e', 'um', 'er'],
];

/**
 * Stems that come out in two ways. The stemmer takes some endings off the bare noun only; a vowel that falls out
 * before an ending (minister, ministrar) leaves two stems.
 */
const STEMS: readonly Rule[] = [
  ['', 'ens'], // konferensen: as konferens
  ['an', 's'], // leveranser: as leverans
  ['at', 's'], // insatser: as insats
  ['b', 'ar'], // hållbara: as hållbar
  ['sv', 'ar'], // ansvara: as ansvar
  ['st', 'r'], // ministrar: as minister
  ['ent', 'r'], // centret: as center
  ['int', 'r'], // vintrar: as vinter
  ['ff', 'r'], // offret: as offer
  ['k', 'r'], // säkra: as säker
  ['att', 'n'], // vattnet: as vatten
  ['ck', 'n'], // tecknet: as tecken
  ['p', 'n'], // vapnet, öppna: as vapen, öppen
  ['', 'ad'], // bostaden, kostnader: as bostad, kostnad
  ['', 'at'], // resultaten: as resultat
];
/** regel, medel, artikel: as regler, medlet, artiklar. */
const SYNCOPE_EL = /(?<=[^aeiouyåäö])el$/u;

/** A word form brought nearer its base by what the stemmer does not know. Lower case, NFC. */
export function baseForm(form: string): string {
  const from = regionStart(form);
  if (from >= form.length) return form;
  const owned = form.length < LEAST_GENITIVE || OWN_S.test(form);
  let base = owned ? form : replaceEnding(form, GENITIVES, from);
  if (!OWN_ALT.test(base)) base = replaceEnding(base, NEUTERS, from);
  base = replaceEnding(base, NUMBERS, from);
  return hasOwnEnding(base, from) ? base : replaceEnding(base, DEFINITES, from);
}

/**
 * The stem of one word made the same whichever of its forms the stemmer had.
 *
 * @param base what the stemmer had.
 */
export function evenStem(stem: string, base: string): string {
  const from = regionStart(stem);
  if (from >= stem.length) return stem;
  if (/a[dt]$/u.test(stem) && isOwnDental(stem, base)) return stem;
  const even = replaceEnding(stem, STEMS, from);
  return even.length - 'el'.length >= from ? even.replace(SYNCOPE_EL, 'l') : even;
}

function hasOwnEnding(base: string, from: number): boolean {
  const participle = PARTICIPLE_ET.exec(base);
  if (participle !== null) return base.lastIndexOf('and') >= from;
  return OWN_ET.test(base) || OWN_AN.test(base) || DOUBTFUL_A.test(base);
}

/**
 * Whether -ad or -at is no ending: what the stemmer left of two letters (utsatt), or before an s, or before a vowel
 * that belongs to a noun of its own (insats, skada, skador, Kanada).
 */
function isOwnDental(stem: string, base: string): boolean {
  const next = base.charAt(stem.length);
  return next === stem.at(-1) || (stem.endsWith('at') ? next === 's' : 'ao'.includes(next) && next !== '');
}

/** Where R1 begins; at the end of a form that has none. */
function regionStart(form: string): number {
  const first = FIRST_SYLLABLE.exec(form);
  return first === null ? form.length : Math.max(first[0].length, LEAST_BEFORE);
}

/** The first rule that fits, carried out. */
function replaceEnding(form: string, rules: readonly Rule[], from: number): string {
  for (const [stays, goes, comes = ''] of rules) {
    const cut = form.length - goes.length;
    if (cut >= from && form.endsWith(stays + goes)) return form.slice(0, cut) + comes;
  }
  return form;
}
