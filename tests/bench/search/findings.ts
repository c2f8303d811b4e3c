/** What profiles say about the figures that fall short. Kept by hand: look anew when the figures move. */
export const findings = `## Where it falls short, and why

**Opening.** What a first answer needs stands together in an index and is read at once; the register, tables of blocks and
words as written are not read. Over the real archive, in a process that is warm, the first answer takes 13 ms of processor time (Lunr: 1,820) and
18 ms by the clock with cold files on a busy machine (Lunr: 1,500). Of 10,000 releases it took 8 ms by the clock when the files were
in memory. What is left is mostly the disk: the folder's path, the tag manifest, the end of the index and three
or four blocks of words and postings are read one after another, each a few tenths of a millisecond cold, more when others use the disk. That does
not depend on the size, which is why a small archive gains least. Reading each posting of the word once takes
less than a millisecond.

**Small archives.** At 10,000 releases 17 MB are held after all asks, 11 of them blocks and columns (the file has 9), 4 the heap. What a search throws away
was more than what it holds, until the thread that searches had little room for young objects.

**Beside FTS5.** Postings of more than one block of 128 have a table to jump by: a phrase, or a third word, looks only where rarer words
stand. In a run of four rounds by processes of their own, p95 of a phrase was 0.8 ms to FTS5's 3.6 at 100,000 releases and 3.2 to 5.2
at the real archive, three words 0.9 to 1.1 there. What is left of a phrase of common words ("träda i kraft") is
decoding their positions, each once; of one rare word at 10,000 releases, the counting of nine facets, which is the same for both.

**The first unknown word.** A truncation, a spelling distance or a word that no text has needs the whole dictionary of word forms, which is
read when it is first wanted: once in a process about 0.2 s, after that a few ms. The app's search worker reads it ahead, soon
after a package is opened.`;
