import { relative, resolve } from 'node:path';
import { packApp, readDistRequest, refuseUnofficial } from './packaging.ts';
import { buildApp, buildExample } from './prepare.ts';
import { resolveRuntime } from './runtime.ts';

/** `npm run dist`: the unpacked app for Linux in dist/, or with --test a throw-away one in dist/test/. */
async function dist(): Promise<void> {
  const from = process.env['INIT_CWD'] ?? process.cwd();
  const request = readDistRequest(process.argv.slice(2), (folder) => resolve(from, folder));
  const runtime = await resolveRuntime();
  refuseUnofficial(runtime, request);
  await buildApp();
  if (request.packageDir === null) await buildExample();
  console.log('Packing the app …');
  const home = await packApp(runtime, request);
  console.log(`The app lies in ${relative(process.cwd(), home)}; start it with ./lasesal there.`);
}

try {
  await dist();
} catch (error) {
  console.error(`The app was not built: ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 1;
}
