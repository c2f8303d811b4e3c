import { packPackage } from '../package/container/pack.ts';
import { commonOptions } from './command.ts';
import type { Command } from './command.ts';

export const packCommand: Command = {
  name: 'pack',
  about: {
    sv: 'Skriv ett arkivpaket som en enda fil.',
    en: 'Write an archive package as a single file.',
  },
  operands: ['DIR'],
  options: {
    out: {
      value: 'FILE',
      required: true,
      about: { sv: 'filen, NAMN.lasesal; får inte finnas', en: 'the file, NAME.lasesal; must not exist' },
    },
    ...commonOptions,
  },
  run: async (parsed, { terminal, signal }) => {
    const words = { sv: 'Packar, byte', en: 'Packing, bytes' };
    const out = parsed.value('out') ?? '';
    const { bytes, sha256 } = await packPackage({
      dir: parsed.operands[0] ?? '',
      out,
      signal,
      onProgress: (done, total) => terminal.progress(words, done, total),
    });
    if (parsed.has('json')) terminal.printJson({ path: out, bytes, sha256 });
    else terminal.print(`${sha256}  ${out}\n${bytes} byte${terminal.language === 'en' ? 's' : ''}`);
    return 0;
  },
};
