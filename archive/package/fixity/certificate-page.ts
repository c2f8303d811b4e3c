import type { Certificate, CheckedFile } from '../../model/certificate.ts';
import { escaped } from '../../model/escaped.ts';
import { problemPlace, problemText } from '../../model/problem-text.ts';
import type { ProblemLanguage } from '../../model/problem-text.ts';
import { certificateWords } from './certificate-words.ts';
import type { CertificateWords } from './certificate-words.ts';

/**
 * A certificate as a page to print and to file: one HTML file without scripts that loads nothing. What comes from the
 * package stands in it as text.
 */
export function certificatePage(certificate: Certificate, language: ProblemLanguage): string {
  const words = certificateWords[language];
  const { result } = certificate;
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escaped(`${words.title}: ${titleOf(certificate, words)}`)}</title>
<style>${STYLE}</style>
</head>
<body>
<header>
<p class="kind">${escaped(words.title)}</p>
<h1>${escaped(titleOf(certificate, words))}</h1>
<p class="result ${result}"><strong>${escaped(words.result[result])}</strong> ${escaped(words.meaning[result])}</p>
</header>
<main>
<dl>${facts(certificate, words, language).map(fact).join('')}</dl>
${faults(certificate, words, language)}
<h2>${escaped(words.every)}</h2>
<table>
<thead><tr>${columns.map((column) => `<th scope="col">${escaped(words.columns[column])}</th>`).join('')}</tr></thead>
<tbody>
${certificate.entries.map((entry) => row(entry, words)).join('\n')}
</tbody>
</table>
</main>
<footer><p>${escaped(words.byYourself)}</p></footer>
</body>
</html>
`;
}

const columns = ['file', 'result', 'bytes', 'sha256'] as const;

type Fact = readonly [name: string, value: string | null, isCode?: true];

function facts(
  { package: of, signature, files, identity, checked, program }: Certificate,
  words: CertificateWords,
  language: ProblemLanguage,
): readonly Fact[] {
  const number = new Intl.NumberFormat(language === 'sv' ? 'sv-SE' : 'en-GB');
  const count = (value: number): string => number.format(value);
  const releases = of?.counts;
  return [
    [words.organisation, of?.organisation ?? null],
    [words.series, of?.series ?? null],
    [words.sequence, of === null ? null : String(of.sequence)],
    [words.previous, of?.previous ?? null, true],
    [words.date, of?.date ?? null],
    [words.rights, of?.rights ?? null],
    [
      words.releases,
      releases === undefined
        ? null
        : words.ofReleases(count(releases.releases), count(releases.versions), count(releases.withdrawn)),
    ],
    [words.files, words.ofFiles(count(files.intact), count(files.listed), count(files.bytes))],
    [words.identity, identity ?? words.unknown, true],
    [words.signature, signature === null ? words.unknown : signedWith(signature, words)],
    [words.fingerprint, signature?.fingerprint ?? null, true],
    [words.checked, `${checked.slice(0, 10)} ${checked.slice(11, 19)} UTC`],
    [words.program, program],
  ];
}

function signedWith(
  { state, keyId }: NonNullable<Certificate['signature']>,
  words: CertificateWords,
): string {
  return keyId === null ? words.signed[state] : `${words.signed[state]} (${keyId})`;
}

function titleOf({ package: of }: Certificate, words: CertificateWords): string {
  return of?.title ?? words.package;
}

/** What is not known is left out. */
function fact([name, value, isCode]: Fact): string {
  if (value === null || value === '') return '';
  const shown = isCode === true ? `<code>${escaped(value)}</code>` : escaped(value);
  return `<div><dt>${escaped(name)}</dt><dd>${shown}</dd></div>\n`;
}

function faults({ problems }: Certificate, words: CertificateWords, language: ProblemLanguage): string {
  if (problems.length === 0) return '';
  const items = problems.map((found) => {
    const place = problemPlace(found);
    return `<li>${place === '' ? '' : `<code>${escaped(place)}</code> `}${escaped(problemText(found, language))}</li>`;
  });
  return `<h2>${escaped(words.faults)}</h2>\n<ol>\n${items.join('\n')}\n</ol>`;
}

function row({ name, state, bytes, found, listed }: CheckedFile, words: CertificateWords): string {
  const cells = [
    `<td><code>${escaped(name)}</code></td>`,
    `<td>${escaped(words.states[state])}</td>`,
    `<td class="number">${bytes === null ? '' : String(bytes)}</td>`,
    `<td><code>${escaped(found ?? listed ?? '')}</code></td>`,
  ];
  return `<tr${state === 'intact' ? '' : ' class="fault"'}>${cells.join('')}</tr>`;
}

const STYLE = `
@page { size: A4; margin: 18mm 16mm 16mm; }
:root { color-scheme: light; }
body { margin: 0 auto; max-width: 50rem; padding: 2rem 1.5rem; color: #1f1e1b; background: #fff;
  font: 0.9375rem/1.5 'Source Sans 3 Variable', 'Source Sans 3', system-ui, sans-serif; }
.kind { margin: 0; color: #5a5750; }
h1 { margin: 0 0 1rem; font: 600 1.75rem/1.2 'Source Serif 4 Variable', 'Source Serif 4', Georgia, serif; }
h2 { margin: 2rem 0 0.5rem; font: 600 1.125rem/1.3 'Source Serif 4 Variable', 'Source Serif 4', Georgia, serif; }
.result { margin: 0 0 1.5rem; padding-left: 0.75rem; border-left: 0.25rem solid #2a6541; }
.result strong { display: block; font-size: 1.25rem; color: #2a6541; }
.result.damaged { border-color: #9c2f22; }
.result.damaged strong { color: #9c2f22; }
dl { margin: 0; }
dl div { display: grid; grid-template-columns: 11rem 1fr; gap: 0 1rem; padding: 0.1875rem 0; }
dt { color: #5a5750; }
dd { margin: 0; overflow-wrap: anywhere; }
code { font: 0.8125em/1.5 ui-monospace, 'DejaVu Sans Mono', monospace; overflow-wrap: anywhere; }
table { width: 100%; border-collapse: collapse; font-size: 0.75rem; line-height: 1.35; }
th { text-align: left; font-weight: 600; border-bottom: 1px solid #8a8577; padding: 0 0.5rem 0.25rem 0; }
td { padding: 0.125rem 0.5rem 0.125rem 0; border-bottom: 1px solid #e4dfd4; vertical-align: top; }
td:first-child { width: 32%; }
td:last-child { width: 1%; padding-right: 0; white-space: nowrap; }
td code { font-size: 0.5625rem; }
.number { text-align: right; font-variant-numeric: tabular-nums; }
.fault td { color: #9c2f22; font-weight: 600; }
tr { break-inside: avoid; }
thead { display: table-header-group; }
footer { margin-top: 1.5rem; color: #5a5750; font-size: 0.8125rem; }
@media print { body { padding: 0; max-width: none; font-size: 10pt; } table { font-size: 8pt; } td code { font-size: 6.25pt; } }
`;
