import { join } from 'node:path';
import { openRegister } from '../../../../archive/authority/register.ts';
import { swedishRegister } from '../../../../archive/authority/se/index.ts';
import { openPackage } from '../../../../archive/package/read.ts';
import type { PackageEntry } from '../../../../archive/package/read.ts';
import { RegisterNames } from '../../../../archive/search/core/catalogue/register-names.ts';
import { searchDocument } from '../../../../archive/search/core/document.ts';
import type { SearchDocument } from '../../../../archive/search/core/document.ts';
import { documentsOf } from '../documents.ts';
import type { BenchDocument } from '../engine.ts';
import { PackageWriter } from '../package-writer.ts';
import { knownItemFigures, knownItems } from './known-items.ts';
import type { KnownItemFigures } from './known-items.ts';
import { fts5Searcher, lunrSearcher, ourSearchers } from './searchers.ts';
import type { Searcher } from './searchers.ts';
import { subjectFigures, subjectQuestions } from './subjects.ts';
import type { SubjectFigures } from './subjects.ts';

export interface RelevanceRow {
  readonly searcher: string;
  readonly tuning: SubjectFigures;
  readonly held: SubjectFigures;
  /** Null where a manner of asking is no way to look for a release that one knows. */
  readonly known: KnownItemFigures | null;
}

export interface RelevanceFigures {
  readonly releases: number;
  readonly subjects: { readonly tuning: number; readonly held: number };
  readonly knownItems: number;
  readonly rows: readonly RelevanceRow[];
}

/** Asks engines for subjects by name and for releases by their titles, over a package's releases that have text and subjects. */
export async function measureRelevance(packageDir: string, workDir: string): Promise<RelevanceFigures> {
  const taggedDir = join(workDir, 'tagged');
  const subjectsOf = await writeTagged(packageDir, taggedDir);
  const documents: BenchDocument[] = [];
  for await (const document of documentsOf(taggedDir)) documents.push(document);
  const questions = subjectQuestions(subjectsOf);
  const items = knownItems(documents);
  const ours = await ourSearchers(taggedDir, join(workDir, 'ours'));
  const row = (searcher: Searcher, knows: boolean): RelevanceRow => ({
    searcher: searcher.name,
    tuning: subjectFigures(searcher, questions.tuning),
    held: subjectFigures(searcher, questions.held),
    known: knows ? knownItemFigures(searcher, items) : null,
  });
  return {
    releases: documents.length,
    subjects: { tuning: questions.tuning.length, held: questions.held.length },
    knownItems: items.length,
    rows: [
      row(lunrSearcher(documents), true),
      row(fts5Searcher(documents, 'words'), true),
      row(fts5Searcher(documents, 'stems'), true),
      row(ours.any, true),
      row(ours.typed, true),
      row(ours.wider, false),
    ],
  };
}

/** Writes the releases that have both text and subjects as a package; gives the subjects' names of each. */
async function writeTagged(packageDir: string, dir: string): Promise<readonly (readonly string[])[]> {
  const register = openRegister(swedishRegister).data;
  const labels = new RegisterNames(register);
  const writer = new PackageWriter(dir, register);
  const subjectsOf: (readonly string[])[] = [];
  const pkg = await openPackage(packageDir);
  for await (const entry of pkg.records()) {
    const { record, links } = entry;
    if (!isTagged(entry, searchDocument({ record, links, withdrawn: false, versions: [] }, labels))) continue;
    writer.add({ record, links });
    subjectsOf.push([...new Set(links.subjects.map(({ id }) => labels.label('subject', id)))]);
  }
  pkg.close();
  writer.close('Releases with text and subjects');
  return subjectsOf;
}

/** Designations and contacts are text, too: they are looked in. */
function isTagged({ record, links }: PackageEntry, { texts }: SearchDocument): boolean {
  return record.current && links.subjects.length > 0 && texts.lead.length + texts.body.length > 0;
}
