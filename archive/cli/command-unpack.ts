import { unpackPackage } from '../package/container/unpack.ts';
import type { UnpackStep } from '../package/container/unpack.ts';
import { commonOptions } from './command.ts';
import type { Command } from './command.ts';
import type { Words } from './language.ts';

const STEPS: Readonly<Record<UnpackStep, Words>> = {
  unpacking: { sv: 'Packar upp, byte', en: 'Unpacking, bytes' },
  checking: { sv: 'Kontrollerar', en: 'Checking' },
};

export const unpackCommand: Command = {
  name: 'unpack',
  about: {
    sv: 'Packa upp ett arkivpaket ur sin fil och kontrollera det.',
    en: 'Unpack an archive package from its file and check it.',
  },
  operands: ['FILE'],
  options: {
    out: {
      value: 'DIR',
      required: true,
      about: { sv: 'paketets mapp; får inte finnas', en: 'folder of the package; must not exist' },
    },
    ...commonOptions,
  },
  run: async (parsed, { terminal, signal }) => {
    const out = parsed.value('out') ?? '';
    const { identity } = await unpackPackage({
      file: parsed.operands[0] ?? '',
      out,
      signal,
      onProgress: (done, total, step) => terminal.progress(STEPS[step], done, total),
    });
    if (parsed.has('json')) terminal.printJson({ path: out, identity });
    else terminal.print(`${out}  ${identity}`);
    return 0;
  },
};
