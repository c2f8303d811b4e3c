import type { Said } from '../../../../archive/model/said.ts';

type SaidParts = Partial<Omit<Said, 'source'>> & { readonly source?: Partial<Said['source']> };

/** A said record that says nothing but what is given. */
export function saidOf({ source, ...parts }: SaidParts = {}): Said {
  return {
    title: 'Ny bro över Storälven',
    lead: [],
    body: [],
    senders: [],
    tags: [],
    dates: [],
    banners: [],
    contacts: [],
    attachments: [],
    shortcuts: [],
    designations: [],
    kind: null,
    language: null,
    ...parts,
    source: {
      address: null,
      file: 'a.txt',
      fetched: null,
      sha256: '0'.repeat(64),
      bytes: 0,
      mediaType: 'text/plain',
      parser: 'text-dump/1',
      ...source,
    },
  };
}
