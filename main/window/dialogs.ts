import { join } from 'node:path';
import { dialog } from 'electron';
import type { BrowserWindow, OpenDialogOptions, SaveDialogOptions } from 'electron';
import type { Dialogs } from '../reader/dialogs.ts';
import type { FileFormat } from '../reader/out-desk.ts';
import { dialogWords } from '../menu/words.ts';

/** The system's dialogs, in the language of the interface, over a window. */
export function dialogsOver(window: () => BrowserWindow | null, language: () => 'sv' | 'en'): Dialogs {
  const ask = async (options: OpenDialogOptions, from: string | null): Promise<readonly string[] | null> => {
    const over = window();
    // Named, or the system begins in the folder of downloads.
    const given = { ...options, ...(from === null ? {} : { defaultPath: from }) };
    const { canceled, filePaths } =
      over === null ? await dialog.showOpenDialog(given) : await dialog.showOpenDialog(over, given);
    return canceled || filePaths.length === 0 ? null : filePaths;
  };
  const one = async (options: OpenDialogOptions, from: string | null): Promise<string | null> =>
    (await ask(options, from))?.[0] ?? null;
  const save = async (options: SaveDialogOptions): Promise<string | null> => {
    const over = window();
    const { canceled, filePath } =
      over === null ? await dialog.showSaveDialog(options) : await dialog.showSaveDialog(over, options);
    return canceled || filePath === '' ? null : filePath;
  };
  return {
    packageFolder: async (from) =>
      await one({ title: dialogWords[language()].packageFolder, properties: ['openDirectory'] }, from),
    imports: async (what, from) => {
      const words = dialogWords[language()];
      return what === 'folder'
        ? await ask({ title: words.imports, properties: ['openDirectory', 'multiSelections'] }, from)
        : await ask(
            { title: words.imports, properties: ['openFile', 'multiSelections'], filters: packages(words) },
            from,
          );
    },
    keyFile: async (from) => {
      const words = dialogWords[language()];
      const filters = [
        { name: words.keys, extensions: ['pub'] },
        { name: words.all, extensions: ['*'] },
      ];
      return await one({ title: words.keyFile, properties: ['openFile'], filters }, from);
    },
    newWorkFile: async (what, from) => {
      const words = dialogWords[language()];
      const name = `${what === 'work' ? words.workName : words.correctionsName}.json`;
      return await save({
        title: what === 'work' ? words.newWork : words.newCorrections,
        defaultPath: from === null ? name : join(from, name),
        filters: [{ name: 'JSON', extensions: ['json'] }],
      });
    },
    workFile: async (from) => {
      const words = dialogWords[language()];
      const filters = [
        { name: 'JSON', extensions: ['json'] },
        { name: words.all, extensions: ['*'] },
      ];
      return await one({ title: words.work, properties: ['openFile'], filters }, from);
    },
    certificate: async (from, name) => {
      const words = dialogWords[language()];
      const filters = [
        { name: words.page, extensions: ['html'] },
        { name: 'JSON', extensions: ['json'] },
      ];
      return await save({
        title: words.certificate,
        defaultPath: from === null ? name : join(from, name),
        filters,
      });
    },
    folder: async (from) =>
      await one(
        { title: dialogWords[language()].folder, properties: ['openDirectory', 'createDirectory'] },
        from,
      ),
    saveAs: async (format, from, name) => {
      const { sort, ending } = outFiles[format];
      return await save({
        title: dialogWords[language()].saveAs,
        defaultPath: from === null ? name : join(from, name),
        filters: [{ name: sort ?? dialogWords[language()].text, extensions: [ending] }],
        properties: ['showOverwriteConfirmation', 'createDirectory'],
      });
    },
  };
}

/** What is saved, by its name as a sort of file (null where that depends on the language) and its ending. */
const outFiles: Readonly<Record<FileFormat, { readonly sort: string | null; readonly ending: string }>> = {
  csl: { sort: 'CSL-JSON', ending: 'json' },
  ris: { sort: 'RIS', ending: 'ris' },
  bibtex: { sort: 'BibTeX', ending: 'bib' },
  biblatex: { sort: 'BibLaTeX', ending: 'bib' },
  references: { sort: null, ending: 'txt' },
  csv: { sort: 'CSV', ending: 'csv' },
  json: { sort: 'JSON', ending: 'json' },
  pdf: { sort: 'PDF', ending: 'pdf' },
};

function packages(words: (typeof dialogWords)['sv']): NonNullable<OpenDialogOptions['filters']> {
  return [
    { name: words.packages, extensions: ['lasesal', 'pub', 'keychange'] },
    { name: words.all, extensions: ['*'] },
  ];
}
