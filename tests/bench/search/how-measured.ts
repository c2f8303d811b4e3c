/** The part of the page that says how its figures came about. */
export const howMeasured = `## How it was measured

**Documents.** The real ones are the releases of a package; the made-up ones come from a generator with the statistics of the
real corpus (frequency and length of words by rank, lengths of titles, leads and bodies, shares of inflected forms and
compounds, how often a release has ministers, departments and subjects), the same at every run. All engines take in the same
six fields: title, lead, body, ministers, departments, subjects.

**Deliverable.** For every ask, of every engine: the best 20 releases by number, the exact total, and the counts of all nine
facets. Facets are counted by the app's own code over what an engine finds, in the same way for all; texts of hits are not read.
Facets alone ask nothing of the other engines: all releases are handed to that code. Ours starts from its lists of the releases of each value.

**Asks.** 200, drawn by a fixed seed from the corpus' own words: a rare and a common word, two and three words of one release
(all required), phrases, beginnings, ends and insides of words, misspelt words within a distance of one or two, a word with a
filter, and facets alone. Each engine is asked what it can express. An ask is timed by the
clock or by the processor time of the process, whichever is less, and counts at its fastest of the rounds, so that what else the
machine did is left out; the first time is told beside it.

**Processes.** Each engine lives in a process of its own and takes turns with the others. "Open" begins in a started process with the
engine's code loaded and warmed up, after the system was made to forget all files, and ends with the first answer, facets included; the
best of the rounds. Ours warms up as the app's search worker does when the app starts (over made-up releases in memory); each of the
others opens an index of 1,500 made-up releases twelve times and answers an ask. "Open again" is the same once more in the same process,
files forgotten again. Memory is the resident memory that is not mapped from files, after that and after garbage was collected, above that of the same
process with its code loaded, before it warmed up. Peak is the most resident memory of the process that builds, its threads included. "Its words" is the file without the columns that facets are counted from and the register, which only ours holds. Build reads the documents from disk and writes
the index; ours reads and checks the package itself.

**Settings.**

- *Läsesal*: as the app has it, its process with the room for young objects that the app's search worker has.
- *Lunr* 2.3.9: lunr-languages' Swedish as it comes, title boosted by 5, its index as JSON. Its wildcards meet stems, so that it finds little by ends and insides of words.
- *SQLite FTS5*: SQLite in WebAssembly, its file on disk, a page cache of 32 MB, å ä ö kept as letters. It has no Swedish stemmer: words are looked for in a contentless table of lunr-languages' stems, phrases and beginnings in a contentless table of words as written with an index of beginnings; bm25 with the title at 5. All numbers found come in order of rank as one text, which is faster than a row each. It has no ends or insides of words and no spelling distance.
- *MiniSearch*: Swedish stems, nothing stored, title boosted by 5, all words required, its own JSON. No phrases, no ends or insides of words.
- *FlexSearch*: its leanest index (whole words, no context, no cache), all fields as one text, because its documents answer field by field; Swedish stems. Words only: truncation would need every beginning of every word in the index. Its order is not by the rarity of words.
- *Orama*: Swedish stems, title boosted by 5, all words required, its own JSON without the documents' texts. It looks for words as beginnings of terms, so that it finds more.`;
