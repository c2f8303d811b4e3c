/** What profiles say about the figures that fall short. Kept by hand: look anew when the figures move. */
export const findings = `## Where it falls short, and why

**Opening.** What a first answer needs stands together at the end of an index and is read with it, at once; the register, tables of
blocks and words as written are not read. Over 10,000 releases and over the real archive the fastest opening again, files cold and code compiled, took
8 and 15 ms, a first one right after the warm-up 12 and 15. A profile with warm files (on a busy machine) gives four tenths of a first answer to finding the word, four tenths to
counting, half of that for turning columns and the named rows of facets into numbers and objects, the rest to paths, the tag manifest and the
end of the index; decoding the word's postings once is below the tenth of a millisecond that it tells apart. None of it grows as Lunr's opening does, which is why a small
archive gains least: 100 times would be 7 ms there, 14 over the real archive.
Tracing what the runtime gives up showed that a buffer that grew for the first time, lengths of texts in two bytes and blocks read from the
file made it throw away the compiled loop over postings at the first real search, half of that search's time; the warm-up now goes through all three.

**Memory.** Over the real archive 30 MB were held after all asks in one run and 59 in the next of the same kind. Looked at closely in four more processes it was 30 to 35, of them
19 heap (14 before anything was opened) and 17 blocks and columns; the rest is what the allocator does not give back, and what makes it
twice as much at times is not found. The goal is 39 there.

**File.** Words with positions are 0.58 of the text. The rest of the file is no words that are searched but what is known of each release, over the real
archive 4.3 MB: titles for their order among several packages 2.1, ids 0.4, columns that are counted 0.4, where lines lie
0.4, designations and the register 0.2 each.

**Building small archives.** It reads and checks the package itself and makes three indexes, one of them with positions: 13 s of processor
time to Lunr's 10 at 10,000 releases, shared by two threads. Over the real archive it was 1.05 to 1.22 times as fast when nothing else took a core.

**Beside FTS5.** It is behind on one rare word at 10,000 releases: 0.09 ms to 0.06 at the median. A fifth of it is reading the query, a third looking the word
up as a stem and as a part of compounds in six fields each, a third the counting of nine facets, which is the same for both; decoding its few postings does not
show in the profile. In a run shortly before p95 was ahead there (0.17 to 0.31). Three words over the real archive were behind then (1.0 to 0.88) and are just ahead now (0.81 to 0.86):
four tenths is decoding and scoring the postings of the rarest word in each field and passing over those of the others, nearly all decoded
once. All this is run from its sources; made into one file, as the app has it, the same asks took up to 15 % less, on a busy machine. Of facets alone p95 is that of stretches of days: up to 5,700
releases are counted in nine facets; a value chosen takes 0.1 to 0.4 ms.

**The first unknown word.** A truncation, a spelling distance or a word that no text has needs the whole dictionary of word forms, which is
read when it is first wanted: once in a process about 0.2 s, after that a few ms. The app's search worker reads it ahead, soon
after a package is opened.`;
