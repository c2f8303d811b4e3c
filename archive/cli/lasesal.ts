import { runCommandLine } from './run.ts';
import { processTerminal } from './terminal.ts';

/** npm runs a script in the project's folder; paths are meant from where the person stands. */
const standing = process.env['INIT_CWD'];
if (process.env['npm_lifecycle_event'] === 'lasesal' && standing !== undefined) process.chdir(standing);
process.exitCode = await runCommandLine(process.argv.slice(2), processTerminal());
