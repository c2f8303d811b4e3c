import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';
import { listShipped } from './main/launch/shipped.ts';

const at = (path: string): string => resolve(import.meta.dirname, path);

/** Each part tells which packages went into it: the app shows their licences. */
const shipped = listShipped(import.meta.dirname);

const guard = 'no-node-network';
/** Node's ways to a network are closed before anything else runs, in every thread: each has an entry of its own. */
const guardFirst = (chunk: { readonly isEntry: boolean; readonly name: string }): string =>
  chunk.isEntry && chunk.name !== guard ? `import './${guard}.js';` : '';

// Everything is bundled: what is shipped holds no node_modules.
export default defineConfig({
  main: {
    plugins: [shipped],
    build: {
      externalizeDeps: false,
      outDir: 'out/main',
      rollupOptions: {
        input: {
          [guard]: at(`main/security/${guard}.ts`),
          index: at('main/index.ts'),
          'search-worker': at('archive/search/host/worker.ts'),
          'verify-worker': at('main/reader/verify-worker.ts'),
          'library-worker': at('main/reader/library/library-worker.ts'),
        },
        output: { format: 'es', entryFileNames: '[name].js', banner: guardFirst },
      },
    },
  },
  preload: {
    plugins: [shipped],
    build: {
      externalizeDeps: false,
      outDir: 'out/preload',
      rollupOptions: {
        input: { index: at('main/preload/index.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: at('renderer'),
    base: './',
    plugins: [react(), shipped],
    build: {
      outDir: at('out/renderer'),
      rollupOptions: { input: { index: at('renderer/index.html'), print: at('renderer/print.html') } },
      assetsInlineLimit: 0,
      // The window's script is parsed at every start: less of it is sooner something to read.
      minify: true,
    },
  },
});
