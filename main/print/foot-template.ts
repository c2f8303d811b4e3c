import { escaped } from '../contract/index.ts';

/** As many lines as each of what stands there may take. */
const MOST_LINES = 2;
/** Chromium draws the foot before any font that is not the system's could be there: these are, one or another. */
const FAMILIES = "'Source Sans 3','Segoe UI','Helvetica Neue',Arial,sans-serif";

/**
 * The foot of every sheet as Chromium asks for it: what stands there, and which sheet of how many.
 *
 * @param side from the edge of the sheet to the text, in millimetres.
 */
export function footTemplate(foot: readonly string[], side: number): string {
  const lines = foot.map((line) => `<div class="line">${escaped(line)}</div>`);
  return `<style>
.foot{box-sizing:border-box;width:100%;padding:0 ${side}mm 4mm;display:flex;align-items:flex-end;gap:8mm;font:6.5pt/1.4 ${FAMILIES};color:#4f4c45}
.lines{flex:1;min-width:0;border-top:0.5px solid #8a8577;padding-top:1.5mm}
.line{display:-webkit-box;-webkit-box-orient:vertical;-webkit-line-clamp:${MOST_LINES};overflow:hidden;overflow-wrap:anywhere}
.sheet{white-space:nowrap;font-variant-numeric:tabular-nums}</style>
<div class="foot"><div class="lines">${lines.join('')}</div><div class="sheet"><span class="pageNumber"></span> (<span class="totalPages"></span>)</div></div>`;
}
