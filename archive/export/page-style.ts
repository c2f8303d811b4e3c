/** How exported pages look, on paper and on a screen. */
export const PAGE_STYLE = `
@page { size: A4; margin: 20mm 24mm 26mm; }
:root { color-scheme: light; --serif: 'Source Serif 4 Variable', 'Source Serif 4', Georgia, serif;
  --sans: 'Source Sans 3 Variable', 'Source Sans 3', system-ui, sans-serif; }
body { margin: 0 auto; max-width: 42rem; padding: 2.5rem 1.5rem 4rem; color: #1f1e1b; background: #fff;
  font: 1.125rem/1.5 var(--serif); overflow-wrap: break-word; hyphens: manual; }
p { margin: 0 0 0.75em; orphans: 3; widows: 3; }
h1, h2, h3, h4, h5, h6 { break-after: avoid; break-inside: avoid; text-wrap: balance; }
h1 { margin: 0.2em 0 0.6em; font: 600 1.75em/1.15 var(--serif); letter-spacing: -0.012em; }
h1.long { font-size: 1.25em; line-height: 1.25; text-wrap: pretty; }
h2 { margin: 1.4em 0 0.4em; font: 600 1.2em/1.25 var(--serif); }
h3, h4, h5, h6 { margin: 1.2em 0 0.3em; font: 600 1em/1.3 var(--serif); }
.kicker, .note { margin: 0; font: 0.8125em/1.45 var(--sans); color: #4f4c45; }
.kicker > span, .parts > span { display: inline-block; }
.note { margin: 0.75em 0; padding: 0.4em 0 0.4em 0.9em; border-left: 3px solid #7d5000; color: #1f1e1b; break-inside: avoid; }
.lead { font-size: 1.0625em; font-weight: 600; }
blockquote { margin: 0 0 0.75em; padding-left: 1.2em; border-left: 2px solid #cfc8b9; }
ul, ol { margin: 0 0 0.75em; padding-left: 1.5em; }
li { margin-bottom: 0.25em; orphans: 2; widows: 2; }
li > ul, li > ol { margin: 0.25em 0 0; }
table { width: 100%; margin: 0.75em 0 1.25em; border-collapse: collapse; font: 0.8125em/1.35 var(--sans); break-inside: avoid; }
thead { display: table-header-group; }
tr { break-inside: avoid; }
th, td { padding: 0.3em 0.7em 0.3em 0; border-bottom: 1px solid #cfc8b9; text-align: left; vertical-align: top; overflow-wrap: anywhere; }
th.numeric, td.numeric { padding: 0.3em 0 0.3em 1.2em; text-align: right; white-space: nowrap; font-variant-numeric: tabular-nums; }
th { font-weight: 600; border-bottom-color: #4f4c45; }
sup { font: 0.65em/1 var(--sans); color: #4f4c45; }
.aside { margin-top: 1.5em; font: 0.8125em/1.45 var(--sans); }
.aside h2 { margin: 0 0 0.4em; font: 600 1em/1.4 var(--sans); }
.aside p { margin-bottom: 0.5em; }
.contacts > div { columns: 16em 2; column-gap: 2em; }
address { margin-bottom: 0.75em; font-style: normal; break-inside: avoid; }
.addresses { list-style: none; padding: 0; }
.addresses li { display: grid; grid-template-columns: 1.6em 1fr; break-inside: avoid; }
.addresses li > span { grid-column: 2; }
.address { display: block; color: #4f4c45; overflow-wrap: anywhere; }
.origin { margin-top: 2em; padding-top: 0.9em; border-top: 1px solid #8a8577; break-inside: avoid; }
.reference { font: 1.125em/1.45 var(--serif); overflow-wrap: anywhere; }
dl { margin: 0.75em 0 0; }
dl div { display: grid; grid-template-columns: 11em 1fr; gap: 0 1em; padding: 0.1em 0; break-inside: avoid; }
dt { color: #4f4c45; }
dd { margin: 0; overflow-wrap: anywhere; }
.entries { list-style: none; margin: 1.25em 0 0; padding: 0; }
.entries > li { margin: 0; padding: 0.55em 0; border-top: 1px solid #e4dfd4; break-inside: avoid; }
.entries h2 { margin: 0 0 0.1em; font: 600 1em/1.3 var(--serif); }
.entries p { margin: 0; font: 0.8125em/1.4 var(--sans); color: #4f4c45; overflow-wrap: anywhere; }
@media print { body { padding: 0; max-width: none; font-size: 10.5pt; } }
`;
