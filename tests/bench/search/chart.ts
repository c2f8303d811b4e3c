import { spreadOf } from './derived.ts';
import { engineNames, engineTitles } from './engines/index.ts';
import type { EngineName } from './engines/index.ts';
import type { CorpusFigures, EngineFigures } from './figures.ts';

/** Colours that can be told apart on white and on black, and without colour by the shapes of the points. */
const looks: Readonly<Record<EngineName, { readonly colour: string; readonly shape: string }>> = {
  ours: { colour: '#d1495b', shape: 'M-5-5h10v10h-10z' },
  'stock-lunr': { colour: '#3b82c4', shape: 'M0-6L6 5H-6z' },
  fts5: { colour: '#2a9d6f', shape: 'M-5 0a5 5 0 1 0 10 0a5 5 0 1 0-10 0' },
  minisearch: { colour: '#b7791f', shape: 'M0-6L6 0L0 6L-6 0z' },
  flexsearch: { colour: '#8b6fc0', shape: 'M-5-2h3v-3h4v3h3v4h-3v3h-4v-3h-3z' },
  orama: { colour: '#7a8594', shape: 'M0 6L6-5H-6z' },
};

interface Panel {
  readonly title: string;
  readonly of: (corpus: CorpusFigures, engine: EngineName, figures: EngineFigures) => number;
}

const panels: readonly Panel[] = [
  { title: 'p95 of what it can be asked (ms)', of: (corpus, engine) => spreadOf(corpus, engine).p95 },
  { title: 'opening to first answer (ms)', of: (_corpus, _engine, { open }) => open },
  {
    title: 'memory after all asks (MB, 1 at least)',
    of: (_corpus, _engine, { memoryAfter }) => Math.max(1, memoryAfter / 1e6),
  },
  { title: 'index file (MB)', of: (_corpus, _engine, { file }) => file / 1e6 },
];

/** In pixels: a panel with its margins, and the plot within. */
const PANEL = { width: 420, height: 280 } as const;
const PLOT = { left: 52, top: 36, width: 344, height: 196 } as const;
const LEGEND = 64;
const LEGEND_COLUMNS = 3;
const LEGEND_LINE = 20;

interface Point {
  readonly x: number;
  readonly y: number;
}

/** A picture of cost against the number of documents, both axes by powers of ten. Readable on light and dark. */
export function chart(corpora: readonly CorpusFigures[]): string {
  const bySize = corpora.toSorted((a, b) => a.documents - b.documents);
  const [width, height] = [PANEL.width * 2, PANEL.height * 2 + LEGEND];
  const body = panels.map((panel, at) => {
    const [x, y] = [(at % 2) * PANEL.width, Math.floor(at / 2) * PANEL.height];
    return `<g transform="translate(${x} ${y})">${panelOf(panel, bySize)}</g>`;
  });
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-label="Cost of each search engine against the number of documents">`,
    `<style>text{font:12px system-ui,sans-serif;fill:#333}.axis{stroke:#8888;stroke-width:1;fill:none}.title{font-weight:600}@media(prefers-color-scheme:dark){text{fill:#ddd}}</style>`,
    ...body,
    `<g transform="translate(0 ${PANEL.height * 2 + 16})">${legend(bySize)}</g>`,
    '</svg>\n',
  ].join('\n');
}

function panelOf(panel: Panel, corpora: readonly CorpusFigures[]): string {
  const series = engineNames.map((engine) => ({ engine, points: pointsOf(panel, engine, corpora) }));
  const all = series.flatMap(({ points }) => points);
  const [x, y] = [scale(all.map((point) => point.x)), scale(all.map((point) => point.y))];
  const at = (point: Point): string =>
    `${fixed(PLOT.left + x.at(point.x) * PLOT.width)} ${fixed(PLOT.top + (1 - y.at(point.y)) * PLOT.height)}`;
  const lines = series
    .filter(({ points }) => points.length > 0)
    .map(({ engine, points }) => {
      const { colour, shape } = looks[engine];
      const marks = points.map(
        (point) => `<path d="${shape}" fill="${colour}" transform="translate(${at(point)})"/>`,
      );
      const path = points.map((point, n) => `${n === 0 ? 'M' : 'L'}${at(point)}`).join('');
      return `<path d="${path}" fill="none" stroke="${colour}" stroke-width="2"/>${marks.join('')}`;
    });
  const bottom = PLOT.top + PLOT.height;
  const frame = `<path class="axis" d="M${PLOT.left} ${PLOT.top}V${bottom}H${PLOT.left + PLOT.width}"/>`;
  return [
    `<text class="title" x="${PLOT.left}" y="20">${panel.title}</text>`,
    frame,
    ...y.ticks.map((tick) => {
      const height = fixed(PLOT.top + (1 - y.at(tick)) * PLOT.height);
      return `<path class="axis" d="M${PLOT.left} ${height}h${PLOT.width}" opacity=".4"/><text x="${PLOT.left - 6}" y="${height}" dy="4" text-anchor="end">${shown(tick)}</text>`;
    }),
    ...corpora.map(
      ({ documents, name }) =>
        `<text x="${fixed(PLOT.left + x.at(documents) * PLOT.width)}" y="${bottom + 18}" text-anchor="middle">${shown(documents)}${name === 'real' ? ' real' : ''}</text>`,
    ),
    ...lines,
  ].join('');
}

function pointsOf(panel: Panel, engine: EngineName, corpora: readonly CorpusFigures[]): readonly Point[] {
  return corpora.flatMap((corpus) => {
    const figures = corpus.engines[engine];
    return figures === undefined
      ? []
      : [{ x: corpus.documents, y: Math.max(panel.of(corpus, engine, figures), 0.01) }];
  });
}

interface Scale {
  /** Where a value lies, 0 to 1. */
  readonly at: (value: number) => number;
  /** Powers of ten within. */
  readonly ticks: readonly number[];
}

function scale(values: readonly number[]): Scale {
  const low = Math.log10(Math.min(...values)) - 0.15;
  const high = Math.log10(Math.max(...values)) + 0.15;
  const ticks: number[] = [];
  for (let power = Math.ceil(low); power <= Math.floor(high); power += 1) ticks.push(10 ** power);
  return { at: (value) => (Math.log10(value) - low) / (high - low), ticks };
}

function legend(corpora: readonly CorpusFigures[]): string {
  const shownNames = engineNames.filter((name) => corpora.some(({ engines }) => engines[name] !== undefined));
  const step = (PANEL.width * 2 - PLOT.left) / LEGEND_COLUMNS;
  return shownNames
    .map((name, n) => {
      const { colour, shape } = looks[name];
      const x = PLOT.left + (n % LEGEND_COLUMNS) * step;
      const y = Math.floor(n / LEGEND_COLUMNS) * LEGEND_LINE;
      const mark = `<path d="${shape}" fill="${colour}" transform="translate(${fixed(x)} ${y + 8})"/>`;
      return `${mark}<text x="${fixed(x + 12)}" y="${y + 12}">${engineTitles[name]}</text>`;
    })
    .join('');
}

function shown(value: number): string {
  return value >= 1 ? Math.round(value).toLocaleString('en') : String(Number(value.toPrecision(1)));
}

function fixed(value: number): string {
  return String(Math.round(value * 10) / 10);
}
