/**
 * What Swedish and English do with titles of office: the general words for a member of a government, the words
 * that take a title out of the present, endings. Nothing here knows whose government it is: the titles
 * themselves come from the register.
 */

/** Endings a word of a title may carry: genitive, definite forms, both. */
export const titleEndings = ['s', 'n', 'ns', 'en', 'ens', 'et', 'ets', 't', 'ts'] as const;

/** General titles: they fit whichever office the person held. */
export const generalTitles = [
  'minister',
  'ministrar',
  'ministrarna',
  'statsråd',
  'statsråden',
  'departementschef',
  'cabinet minister',
] as const;

/** A general title in the plural: it goes with every name of the list after it. */
export const pluralTitle = /^(?:ministrar(?:na)?|statsråden)s?$/u;

/** The head that the parts of a combined title share ("närings- och energiminister"). */
export const sharedHead = 'minister';

/** Before a title: it was held once, or will be, but does not speak of the day. */
export const notNowWords: ReadonlySet<string> = new Set(
  words(`
  tidigare förre förra förutvarande dåvarande fd ex forne framlidne framlidna blivande
  kommande framtida tilltänkt tilltänkta föregående former previous then late future incoming
  erstwhile
`),
);

/** Adjectives that may stand between such a word and the title ("förre svenske utrikesministern"). */
export const titleAdjective = /(?:sk[ea]?|rat[ea]|ish|liberal[ea]|grön[ea])$/u;

/** Before a title, outside it: a lower office than the title says. */
export const lesserWords: ReadonlySet<string> = new Set([
  'vice',
  'biträdande',
  'ställföreträdande',
  'deputy',
]);

/** What speakers do. */
export const sayingWords: ReadonlySet<string> = new Set(
  words(`
  säger sa sade skriver skrev berättar berättade menar menade fortsätter avslutar avslutade
  kommenterar konstaterar konstaterade understryker underströk betonar betonade förklarar
  förklarade tillägger framhåller framhöll uppger svarar svarade poängterar poängterade
  påpekar påpekade summerar uttalar säjer anser hälsar beskriver utvecklar slår says said adds
  writes comments
`),
);

/** Words that may stand between a saying word and the one who says it. */
export const sayingFillers: ReadonlySet<string> = new Set(
  words(`
  också även vidare sedan därefter avslutningsvis då i dag idag till sist fast vår den also
`),
);

/** Ends of words for other capacities than a minister's: whoever is called so acts in that capacity. */
const otherCapacities = words(`
  ambassadör ambassadören landshövding landshövdingen direktör direktören ordförande
  ordföranden statssekreterare statssekreteraren partiledare partiledaren ledamot ledamoten
  ledamöter professor professorn utredare utredaren samordnare samordnaren kommissionär
  kommissionären kommissionärer kommissionärerna talesperson talespersonen talman talmannen
  partisekreterare gruppledare gruppledaren vd pressekreterare generalsekreterare
  generalsekreteraren rådgivare rådgivaren författare författaren rektor rektorn kommunalråd
  kommunalrådet regionråd regionrådet borgarråd konsul konsuln expert experten sakkunnig
  sakkunnige sekreterare handläggare forskare jurist ombud ombudsman chair chairman ambassador
  governor commissioner chef chefen sändebud sändebudet kansler kanslern
`);

const OTHER_CAPACITY = new RegExp(`(?:${otherCapacities.join('|')})$`, 'u');

/** Whether a folded word names another capacity than a minister's ("landshövding", "generaldirektören"). */
export function isOtherCapacity(word: string): boolean {
  return OTHER_CAPACITY.test(word);
}

function words(list: string): readonly string[] {
  return list.trim().split(/\s+/u);
}
