/** A short clause in both languages. */
interface ReasonWords {
  readonly sv: string;
  readonly en: string;
}

/**
 * Words for the short codes that `params.reason` holds. A reason that is not here (a schema's own message, a rare
 * code of the system) is shown as it stands.
 */
export const problemReasons: ReadonlyMap<string, ReasonWords> = new Map(
  Object.entries({
    // what a system refuses
    ENOENT: { sv: 'den finns inte', en: 'it does not exist' },
    EACCES: { sv: 'behörighet saknas', en: 'no permission' },
    EPERM: { sv: 'behörighet saknas', en: 'no permission' },
    ENOSPC: { sv: 'disken är full', en: 'the disk is full' },
    EDQUOT: { sv: 'utrymmet är slut', en: 'the quota is used up' },
    EROFS: { sv: 'disken kan inte skrivas', en: 'the disk is read-only' },
    EISDIR: { sv: 'det är en mapp', en: 'it is a folder' },
    ENOTDIR: { sv: 'det är ingen mapp', en: 'it is no folder' },
    EEXIST: { sv: 'det finns redan', en: 'it exists already' },
    EIO: { sv: 'disken svarar inte', en: 'the disk does not answer' },
    EMFILE: { sv: 'för många filer är öppna', en: 'too many files are open' },
    ENAMETOOLONG: { sv: 'namnet är för långt', en: 'the name is too long' },
    // files
    unreadable: { sv: 'den går inte att läsa', en: 'it cannot be read' },
    link: { sv: 'det är en länk', en: 'it is a link' },
    'not-a-file': { sv: 'det är ingen vanlig fil', en: 'it is no regular file' },
    'unsafe-name': { sv: 'namnet är otillåtet', en: 'the name is not allowed' },
    'too-large': { sv: 'den är för stor', en: 'it is too large' },
    'nested-too-deep': { sv: 'den är för djupt nästlad', en: 'it is nested too deep' },
    'not-json': { sv: 'det är inte JSON', en: 'it is not JSON' },
    'cut-off': { sv: 'den är avhuggen', en: 'it is cut off' },
    syntax: { sv: 'skrivsättet är fel', en: 'the syntax is wrong' },
    entry: { sv: 'en uppgift i den är fel', en: 'an entry in it is wrong' },
    several: { sv: 'det finns flera', en: 'there are several' },
    // sources.csv
    header: { sv: 'rubrikraden är fel', en: 'the header is wrong' },
    columns: { sv: 'antalet fält är fel', en: 'the number of fields is wrong' },
    quote: { sv: 'ett citattecken saknar sitt par', en: 'a quotation mark has no partner' },
    duplicate: { sv: 'filen har redan en rad', en: 'the file has a row already' },
    file: { sv: 'filnamnet är fel', en: 'the file name is wrong' },
    address: { sv: 'adressen är fel', en: 'the address is wrong' },
    fetched: { sv: 'dagen är fel', en: 'the day is wrong' },
    'no-such-file': { sv: 'filen finns inte', en: 'there is no such file' },
    // manifests and records of a package
    'malformed-line': {
      sv: 'raden är inte en kontrollsumma och ett namn',
      en: 'the line is not a hash and a name',
    },
    'name-twice': { sv: 'samma namn står två gånger', en: 'the same name stands twice' },
    'bag-version': { sv: 'det är inte BagIt 1.0 i UTF-8', en: 'it is not BagIt 1.0 in UTF-8' },
    'payload-oxum': { sv: 'storleken stämmer inte', en: 'the size does not agree' },
    counts: { sv: 'antalen stämmer inte', en: 'the counts do not agree' },
    'line-too-long': { sv: 'raden är för lång', en: 'the line is too long' },
    unpaired: { sv: 'sidor och slutsatser går inte ihop', en: 'releases and links do not go together' },
    version: {
      sv: 'versionen är inte kontrollsumman av det sidan sade',
      en: 'the version is not the hash of what the page said',
    },
    reading: {
      sv: 'lästexten är inte den som sidans ord ger',
      en: 'the reading text is not that of what the page said',
    },
    id: {
      sv: 'numret är inte det som adressen eller filen ger',
      en: 'the id is not that of its address or bytes',
    },
    original: { sv: 'källsidan är inte bevarad', en: 'its original is not kept' },
    shard: { sv: 'den ligger i fel fil', en: 'it lies in the wrong file' },
    order: { sv: 'den står i fel ordning', en: 'it stands in the wrong order' },
    'version-twice': { sv: 'samma version står två gånger', en: 'the same version stands twice' },
    leading: {
      sv: 'den ledande versionen är inte den första, eller inte den enda',
      en: 'the leading version is not the first, or not the only one',
    },
    'other-links': {
      sv: 'slutsatserna gäller en annan sida eller version',
      en: 'the links are of another release or version',
    },
    evidence: { sv: 'belägget står inte i texten', en: 'the evidence is not in the text' },
    register: { sv: 'registret har det inte', en: 'it is not in the register' },
  } satisfies Record<string, ReasonWords>),
);
