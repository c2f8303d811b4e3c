import { createHash } from 'node:crypto';
import { renameSync, rmSync, writeFileSync } from 'node:fs';
import { wordsOf as nameWords } from '../authority/tokens.ts';
import { problem, ProblemError } from '../model/problem.ts';
import { blockText, readable } from '../model/reading-text.ts';
import { openPackage } from '../package/read.ts';
import type { Package } from '../package/read.ts';
import { LexiconLearner } from '../search/lexicon/learner.ts';
import { lexiconLines } from '../search/lexicon/lexicon.ts';
import type { LexiconFile } from '../search/lexicon/lexicon.ts';
import { commonOptions } from './command.ts';
import type { Command, CommandContext } from './command.ts';
import type { Parsed } from './arguments.ts';

const READING = { sv: 'Läser sidor', en: 'Reading releases' };
/** The language that the lexicon is of: releases in others are left out. */
const LANGUAGE = 'sv';
const REPORT_EVERY = 200;
const DEFAULT_NAME = 'sv';

export const lexiconCommand: Command = {
  name: 'lexicon',
  about: {
    sv: 'Lär ordlistan för sammansättningar av arkivpaket.',
    en: 'Learn the lexicon of compounds from archive packages.',
  },
  operands: ['PACKAGE...'],
  options: {
    out: { value: 'FILE', required: true, about: { sv: 'ordlistans fil', en: 'file of the lexicon' } },
    name: {
      value: 'N',
      about: { sv: 'ordlistans namn, t.ex. sv-2', en: 'name of the lexicon, such as sv-2' },
    },
    about: { value: 'TEXT', about: { sv: 'vad den är lärd av', en: 'what it was learned from' } },
    ...commonOptions,
  },
  run: async (parsed, context) => {
    const out = parsed.value('out') ?? '';
    const file = await learn(parsed, context);
    write(out, `${JSON.stringify(file, null, 2)}\n`);
    const { words, ...head } = file;
    const entries = words.reduce((sum, line) => sum + line.split(' ').length, 0);
    const { terminal } = context;
    if (parsed.has('json')) terminal.printJson({ out, entries, ...head });
    else
      terminal.print(
        terminal.language === 'sv'
          ? `${out}  ${file.name}: ${entries} ord, lärda av ${file.learnedFrom.releases} sidor`
          : `${out}  ${file.name}: ${entries} words, learned from ${file.learnedFrom.releases} releases`,
      );
    return 0;
  },
};

async function learn(parsed: Parsed, context: CommandContext): Promise<LexiconFile> {
  const packages: Package[] = [];
  try {
    for (const dir of parsed.operands) packages.push(await openPackage(dir));
    const learner = new LexiconLearner(packages.flatMap(namesOf));
    const { releases, ...days } = await readAll(packages, learner, context);
    const words = lexiconLines(learner.learn());
    return {
      format: 'lasesal-lexicon/1',
      name: parsed.value('name') ?? DEFAULT_NAME,
      about: parsed.value('about') ?? packages.map(({ manifest }) => manifest.title).join('; '),
      learnedFrom: { releases, words: learner.words, ...days },
      sha256: createHash('sha256').update(words.join('\n')).digest('hex'),
      words,
    };
  } finally {
    for (const pkg of packages) pkg.close();
  }
}

/** Days of the oldest and the newest release that have one. */
type Read = Omit<LexiconFile['learnedFrom'], 'words'>;

/** Teaches the leading version of every release, once, in whichever package it comes first. */
async function readAll(
  packages: readonly Package[],
  learner: LexiconLearner,
  { terminal, signal }: CommandContext,
): Promise<Read> {
  const total = packages.reduce((sum, { manifest }) => sum + manifest.counts.versions, 0);
  const ids = new Set<string>();
  let [done, releases] = [0, 0];
  let [earliest, latest]: [string | null, string | null] = [null, null];
  for (const pkg of packages)
    for await (const { record, links } of pkg.records()) {
      done += 1;
      if (done % REPORT_EVERY === 0) {
        signal.throwIfAborted();
        terminal.progress(READING, done, total);
      }
      if (!record.current || links.language !== LANGUAGE || ids.has(record.id)) continue;
      ids.add(record.id);
      const { title, lead, body } = record.said;
      learner.add([readable(title), ...lead.map(blockText), ...body.map(blockText)]);
      releases += 1;
      const { earliest: day, latest: to } = links.date;
      if (day === null || day !== to) continue;
      if (earliest === null || day < earliest) earliest = day;
      if (latest === null || day > latest) latest = day;
    }
  return { releases, earliest, latest };
}

function namesOf({ register }: Package): readonly string[] {
  return register.data.persons.flatMap(({ name, aliases }) => [name, ...aliases].flatMap(nameWords));
}

/** Writes beside the place and renames, so that there is never half a lexicon. */
function write(out: string, text: string): void {
  const draft = `${out}.tmp`;
  try {
    writeFileSync(draft, text);
    renameSync(draft, out);
  } catch (error) {
    rmSync(draft, { force: true });
    if (!(error instanceof Error) || !('code' in error)) throw error;
    throw new ProblemError(problem('package-write-failed', { file: out }, { reason: String(error.code) }));
  }
}
