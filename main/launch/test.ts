import { chooseStages, runStages, total } from './stages.ts';
import { closingLine } from './tally.ts';

/** `npm test`: the whole test, or with `--only` some stages of it; one line with the count at the very end. */
async function test(): Promise<void> {
  const results = await runStages(chooseStages(process.argv.slice(2)));
  console.log('');
  for (const { name, tally, took } of results) {
    console.log(`${name.padEnd(10)}${(took / 1000).toFixed(1).padStart(7)} s   ${closingLine(tally)}`);
  }
  const whole = total(results);
  console.log(`\n${closingLine(whole)}`);
  process.exitCode = whole.failed > 0 ? 1 : 0;
}

try {
  await test();
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
