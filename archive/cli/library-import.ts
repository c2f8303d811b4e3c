import type { ImportDecision, ImportPreview, ImportStep } from '../model/library.ts';
import { problem } from '../model/problem.ts';
import type { Problem } from '../model/problem.ts';
import { isMeant } from '../package/library/trust.ts';
import { processPerson } from './ask.ts';
import type { Person } from './ask.ts';
import type { LibraryAction, LibraryJob } from './library-action.ts';
import type { Words } from './language.ts';
import { decisionText, previewText } from './library-text.ts';
import { problemLine } from './problems.ts';

const STEPS: Readonly<Record<ImportStep, Words>> = {
  copying: { sv: 'Kopierar, byte', en: 'Copying, bytes' },
  checking: { sv: 'Kontrollerar', en: 'Checking' },
  comparing: { sv: 'Jämför', en: 'Comparing' },
  indexing: { sv: 'Bygger index', en: 'Building the index' },
  installing: { sv: 'Installerar', en: 'Installing' },
};

export const importAction: LibraryAction = {
  takes: 'SOURCE...',
  about: {
    sv: 'importera paket ur filer eller mappar, efter frågor om det som ingen står för',
    en: 'import packages from files or folders, asking about what nobody vouches for',
  },
  run: async (sources, job) => {
    const { library, parsed, terminal, signal } = job;
    const onProgress = (done: number, total: number, step: ImportStep): void =>
      terminal.progress(STEPS[step], done, total);
    const staged = await library.stage({ sources, signal, onProgress });
    try {
      const { preview } = staged;
      const isJson = parsed.has('json');
      if (!isJson) terminal.print(previewText(preview, terminal.language));
      if (parsed.has('preview') || !preview.packages.some(isComing)) {
        if (isJson) terminal.printJson({ preview, imported: [] });
        return preview.refused.length > 0 ? 1 : 0;
      }
      const decided = await decide(preview.decisions, job, isJson ? null : processPerson());
      if (decided.open !== null) return told(decided.open, preview, job);
      const imported = await staged.commit({ decisions: decided.taken, signal, onProgress });
      if (isJson) terminal.printJson({ preview, imported });
      else terminal.print(doneText(imported.length, job));
      return preview.refused.length > 0 ? 1 : 0;
    } finally {
      await staged.discard();
    }
  },
};

interface Decided {
  readonly taken: readonly string[];
  /** What nobody decided; null when all is. */
  readonly open: Problem | null;
}

/** Takes the decisions that the command line takes, and asks a person for the others. */
export async function decide(
  decisions: readonly ImportDecision[],
  { parsed, terminal, signal }: Pick<LibraryJob, 'parsed' | 'terminal' | 'signal'>,
  person: Person | null,
): Promise<Decided> {
  const taken: string[] = [];
  for (const decision of decisions) {
    const isTaken =
      'to' in decision
        ? parsed.values('accept-key').some((text) => isMeant(text, decision.to.key))
        : parsed.has('accept-unsigned');
    const question = decisionText(decision, terminal.language);
    if (!isTaken && !((await person?.agrees(question, signal)) ?? false))
      return { taken, open: undecided(decision) };
    taken.push(decision.id);
  }
  return { taken, open: null };
}

function isComing({ state }: ImportPreview['packages'][number]): boolean {
  return state !== 'already-installed';
}

function undecided(decision: ImportDecision): Problem {
  const key = 'to' in decision ? { key: decision.to.keyId } : {};
  return problem('import-undecided', {}, { series: decision.series, ...key });
}

function told(open: Problem, preview: ImportPreview, { parsed, terminal }: LibraryJob): number {
  terminal.tell(`lasesal library: ${problemLine(open, terminal.language)}`);
  if (parsed.has('json')) terminal.printJson({ preview, imported: [], problem: open });
  return 1;
}

function doneText(count: number, { terminal }: LibraryJob): string {
  return terminal.language === 'sv' ? `Importerat: ${count} paket.` : `Imported: ${count} packages.`;
}
