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
    EFBIG: { sv: 'filen får inte bli större', en: 'the file may not grow' },
    EROFS: { sv: 'disken kan inte skrivas', en: 'the disk is read-only' },
    EISDIR: { sv: 'det är en mapp', en: 'it is a folder' },
    ENOTDIR: { sv: 'det är ingen mapp', en: 'it is no folder' },
    EEXIST: { sv: 'det finns redan', en: 'it exists already' },
    EIO: { sv: 'disken svarar inte', en: 'the disk does not answer' },
    EMFILE: { sv: 'för många filer är öppna', en: 'too many files are open' },
    ENODEV: { sv: 'enheten är borta', en: 'the device is gone' },
    ENXIO: { sv: 'enheten är borta', en: 'the device is gone' },
    ENOMEDIUM: { sv: 'inget medium sitter i', en: 'no medium is in place' },
    ESTALE: { sv: 'den delade mappen är borta', en: 'the shared folder is gone' },
    ENAMETOOLONG: { sv: 'namnet är för långt', en: 'the name is too long' },
    // files
    checksum: { sv: 'kontrollsumman stämmer inte', en: 'the checksum does not agree' },
    unreadable: { sv: 'den går inte att läsa', en: 'it cannot be read' },
    link: { sv: 'det är en länk', en: 'it is a link' },
    'not-a-file': { sv: 'det är ingen vanlig fil', en: 'it is no regular file' },
    'unsafe-name': { sv: 'namnet är otillåtet', en: 'the name is not allowed' },
    'too-large': { sv: 'den är för stor', en: 'it is too large' },
    'nested-too-deep': { sv: 'den är för djupt nästlad', en: 'it is nested too deep' },
    'too-many-values': { sv: 'den har för många värden', en: 'it holds too many values' },
    'not-canonical': {
      sv: 'den är inte skriven på det enda tillåtna sättet',
      en: 'it is not written in the one way that is allowed',
    },
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
    changes: {
      sv: 'vad som skiljer från tidigare paket står i fel sorts paket, eller saknas',
      en: 'what differs from former packages stands in the wrong sort of package, or is missing',
    },
    'line-too-long': { sv: 'raden är för lång', en: 'the line is too long' },
    'too-many-faults': {
      sv: 'felen är så många att det inte söks vidare',
      en: 'there are so many faults that no more are looked for',
    },
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
    'without-record': {
      sv: 'slutsatserna gäller en version som inget paket har',
      en: 'the links are of a version that no package holds',
    },
    'other-series': { sv: 'det hör till en annan serie', en: 'it belongs to another series' },
    'not-newest': {
      sv: 'det är inte det nyaste av dem',
      en: 'it is not the newest of them',
    },
    'same-sequence': {
      sv: 'två paket har samma nummer i serien',
      en: 'two packages have the same number in the series',
    },
    'previous-missing': {
      sv: 'paketet som det bygger vidare på är inte med',
      en: 'the package that it goes on from is not among them',
    },
    evidence: { sv: 'belägget står inte i texten', en: 'the evidence is not in the text' },
    register: { sv: 'registret har det inte', en: 'it is not in the register' },
    // the single file of a package
    'inside-package': { sv: 'det är inne i paketet självt', en: 'that is inside the package itself' },
    'not-a-container': { sv: 'det är ingen paketfil', en: 'it is no package file' },
    crc: { sv: 'kontrollsumman är en annan', en: 'the checksum is another' },
    'too-many-entries': { sv: 'den har för många poster', en: 'it has too many entries' },
    'name-empty': { sv: 'ett namn är tomt', en: 'a name is empty' },
    'name-too-long': { sv: 'ett namn är för långt', en: 'a name is too long' },
    'name-control': { sv: 'ett namn har styrtecken', en: 'a name has control characters' },
    'name-not-ascii': { sv: 'ett namn har andra tecken än ASCII', en: 'a name has characters beyond ASCII' },
    'name-unc': { sv: 'ett namn leder till en annan dator', en: 'a name leads to another machine' },
    'name-drive': { sv: 'ett namn leder till en annan enhet', en: 'a name leads to another drive' },
    'name-traversal': { sv: 'ett namn leder ut ur mappen', en: 'a name leads out of the folder' },
    'name-absolute': { sv: 'ett namn är en hel sökväg', en: 'a name is a full path' },
    'name-backslash': { sv: 'ett namn har omvänt snedstreck', en: 'a name has a backslash' },
    'name-reserved': { sv: 'ett namn är reserverat i Windows', en: 'a name is reserved in Windows' },
    'name-trailing': {
      sv: 'ett namn slutar med punkt eller blanksteg',
      en: 'a name ends with a dot or a space',
    },
    'name-upper-case': { sv: 'ett namn har versaler', en: 'a name has upper-case letters' },
    'file-and-folder': { sv: 'ett namn är både fil och mapp', en: 'a name is both a file and a folder' },
    folder: { sv: 'det är en mapp', en: 'it is a folder' },
    device: { sv: 'det är en enhet', en: 'it is a device' },
    attributes: { sv: 'det är ingen vanlig fil', en: 'it is no regular file' },
    encrypted: { sv: 'den är krypterad', en: 'it is encrypted' },
    compressed: { sv: 'den är komprimerad', en: 'it is compressed' },
    'data-descriptor': { sv: 'storleken står efter innehållet', en: 'the size stands behind the contents' },
    flags: { sv: 'den har okända flaggor', en: 'it has unknown flags' },
    'extra-field': { sv: 'den har extra fält', en: 'it has extra fields' },
    'zip-comment': { sv: 'den har en kommentar', en: 'it has a comment' },
    'several-disks': { sv: 'den är delad på flera diskar', en: 'it is spread over several disks' },
    'sizes-differ': { sv: 'två storlekar är angivna', en: 'two sizes are stated' },
    'headers-differ': {
      sv: 'innehållsförteckningen säger annat än posten själv',
      en: 'the directory says other than the entry itself',
    },
    'header-form': {
      sv: 'tid, version eller rättigheter är andra än paketets',
      en: 'time, version or permissions are not those of a package',
    },
    overlap: { sv: 'två poster ligger på samma plats', en: 'two entries lie in the same place' },
    gap: { sv: 'det finns byte som inte hör till någon post', en: 'there are bytes that belong to no entry' },
    'trailing-data': { sv: 'det står något efter slutet', en: 'something stands behind the end' },
    'end-record': { sv: 'slutet är inte det rätta', en: 'the end is not the right one' },
    'zip64-needless': { sv: 'ZIP64 används utan att behövas', en: 'ZIP64 is used without need' },
    'zip64-missing': { sv: 'ZIP64 saknas där det behövs', en: 'ZIP64 is missing where it is needed' },
    'zip64-false': { sv: 'ZIP64 säger vad som inte stämmer', en: 'ZIP64 says what is not so' },
    // bags of others
    'encoding-unknown': { sv: 'teckenkodningen är okänd', en: 'the character encoding is not known' },
    'not-in-encoding': {
      sv: 'det är inte text i den kodning som bagit.txt anger',
      en: 'it is not text in the encoding that bagit.txt states',
    },
    'algorithm-unknown': { sv: 'metoden är okänd', en: 'the algorithm is not known' },
    'hash-length': {
      sv: 'kontrollsumman har fel längd för metoden',
      en: 'the checksum has the wrong length for its algorithm',
    },
    percent: {
      sv: 'ett procenttecken är inte skrivet som %25',
      en: 'a percent sign is not written as %25',
    },
    'not-payload': { sv: 'det ligger inte under data/', en: 'it is not under data/' },
    'no-payload': { sv: 'mappen finns inte', en: 'there is no such folder' },
    'not-a-tag-file': {
      sv: 'en sådan fil får inte stå i en förteckning över märkfiler',
      en: 'such a file may not be listed by a tag manifest',
    },
    // keys and signatures
    'not-utf8': { sv: 'det är inte text i UTF-8', en: 'it is not text in UTF-8' },
    lines: { sv: 'antalet rader är fel', en: 'the number of lines is wrong' },
    'comment-line': { sv: 'kommentarsraden är fel', en: 'the comment line is wrong' },
    'first-line': {
      sv: 'den första raden är ändrad',
      en: 'the first line is not as it was written',
    },
    base64: { sv: 'det är inte base64 av rätt längd', en: 'it is not base64 of the right length' },
    algorithm: { sv: 'metoden är okänd', en: 'the algorithm is not known' },
    'weak-key': { sv: 'nyckeln skyddar inte', en: 'the key protects nothing' },
    'key-checksum': { sv: 'kontrollsumman stämmer inte', en: 'the checksum does not agree' },
    'key-halves': { sv: 'nyckelns halvor hör inte ihop', en: 'the halves of the key do not belong together' },
    'kdf-limits': {
      sv: 'den kräver för mycket minne eller arbete',
      en: 'it asks for too much memory or work',
    },
    signature: {
      sv: 'paketet eller signaturen är ändrad',
      en: 'the package or the signature was changed',
    },
    series: {
      sv: 'seriens namn kan inte stå på en rad',
      en: 'the name of the series cannot stand on a line',
    },
    'no-signature': { sv: 'dess signatur (.minisig) saknas', en: 'its signature (.minisig) is missing' },
    'same-key': { sv: 'nyckeln är densamma', en: 'the key is the same' },
    'passphrase-empty': { sv: 'det är tomt', en: 'it is empty' },
    'passphrase-too-long': { sv: 'det är för långt', en: 'it is too long' },
    'passphrases-differ': {
      sv: 'det skrevs inte likadant båda gångerna',
      en: 'it was not written alike both times',
    },
  } satisfies Record<string, ReasonWords>),
);
