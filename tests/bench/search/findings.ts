/** What profiles say about the figures that fall short. Kept by hand: look anew when the figures move. */
export const findings = `## Where it falls short, and why

**Opening.** A profile of opening the real archive (one core, files in memory, 40 times in one process whose code is compiled) has 18 ms of
processor time from nothing to the first answer, for a word that 12,829 releases have: 8 ms to open (3.5 of them the register, which is JSON; the
rest the tables of catalogue and indexes), 4 ms to find and score the word (2.4 of them every posting once: the limit), 6 ms for the facets
(4 to read and check their columns, 2 to put all labels in order once). The first time in a process takes about 30 ms more, in all these
places alike: code that V8 has not compiled yet. Lunr's own time grows with the archive and ours hardly does, so that the ratio grows with it:
a hundredfold is reached at 100,000 releases, once the code has run.

**Small archives.** At 10,000 releases what does not depend on size (blocks of the file that are kept, compiled code) is most of our memory; opened,
with one answer given, it is a few megabytes.

**Phrases and three words beside FTS5.** They are near one another, and which is ahead at p95 changes from run to run. A phrase with words as
common as "och" passes over the places of every release that has them: places have no table of their own to jump by. That would
be the next thing to add; FTS5 has one.

**The first unknown word.** A truncation, a spelling distance or a word that no text has needs the whole dictionary of word forms, which is
read when it is first wanted: once in a process about 0.2 s, after that a few ms. The app's search worker reads it ahead, soon
after a package is opened.`;
