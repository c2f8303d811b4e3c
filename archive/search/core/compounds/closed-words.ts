/**
 * Two small closed classes of the language that look like words of a compound and are none: a particle before a verb
 * or what is made from one (för·slag, upp·drag, redo·visa), and an ending that makes one word from another
 * (ekonomi·ska, håll·bar, verk·samhet, rapporte·ring).
 */
const PARTICLES = new Set(
  (
    'an and av bak be bi bort del dit efter en ett fort fram från för förbi före förut genom hem hän här igen ihop ' +
    'in inne inte inter ju kon kring kvar med mellan miss mot ned ner nog när näst om per pro på redo sam samman ' +
    'sin ska som sta till tillbaka tillhanda tills trans under undan upp ur ut utan utom van var vid vidare väl vän ' +
    'åter över överens den det han hon man men min din'
  ).split(' '),
);

/** Case and number of what is made with an ending. */
const INFLECTED = '(?:a|t|e|en|et|er|ar|or|erna|arna|orna|ens|ets|s|ers|ernas|as|are|ast|aste)?';
const ENDINGS = [
  `(?:s?am|bar|lös|full|lig|ig|mässig|artad)(?:het)?${INFLECTED}`,
  `het${INFLECTED}`,
  `dom${INFLECTED}`,
  `s?kap${INFLECTED}`,
  `(?:n|l|r|er|ter|ser|der|ver|ler)?ing${INFLECTED}`,
  `els(?:e|er|en|erna|ens|ernas)?`,
  `eri(?:n|er|erna|et)?s?`,
  `is[tkm]${INFLECTED}`,
  `sk[at]|des`,
  `vis`,
  `(?:[rtnsl]|er)?[ae]nd[ae](?:n|t|ns|ts|s|na|nas)?`,
  `(?:er|is)?[ae](?:r|s|t|ts|de|des|d|n|re)?`,
  `(?:[rtnldsv])?(?:er|ar|or|ats|as|at|ad|ade|arna|erna|orna|ens|ets|ena|ern|erns|aren|arens|ans|ant|ent|els)`,
  `(?:s|r|l|t|n)?(?:ter|tar|sen|ses|ten|nen|rat|ras|rad|rade|rar|nat|nad|nas|nar|ner|lat|las|lar|lad)`,
];
const ENDING_LIKE = new RegExp(`^(?:${ENDINGS.join('|')})$`, 'u');

/** Whether a form stands before others as a particle, with or without an s, not as a word. */
export function isParticle(form: string): boolean {
  return PARTICLES.has(form) || (form.endsWith('s') && PARTICLES.has(form.slice(0, -1)));
}

/** Whether a form stands behind others as an ending, not as a word. */
export function isEndingLike(form: string): boolean {
  return ENDING_LIKE.test(form);
}
