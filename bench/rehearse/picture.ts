import { drawPng, WIDTH } from '../../src/pictures/draw.ts';
import { box, colours, svg, text } from '../../src/pictures/svg.ts';
import { type RehearsalReport, reportRows } from './report.ts';

const EDGE = 64;
const CHART = { top: 160, height: 420 };
const ROW = 52;
const COLUMNS = 120;

/** How many had heard at each time, when Telegram said 429, and the figures below. */
export function drawRehearsal(report: RehearsalReport, title: string): Promise<Uint8Array> {
  const rows = reportRows(report);
  const height = CHART.top + CHART.height + 120 + rows.length * ROW;
  const lastMs = Math.max(1_000, report.heardMs.at(-1) ?? 0, report.refusedMs.at(-1) ?? 0);
  return drawPng(
    svg(WIDTH, height, [
      box(0, 0, WIDTH, height, colours.ground),
      text(EDGE, 100, title, { size: 40, bold: true }),
      ...curve(report, lastMs),
      ...report.refusedMs.map((ms) => box(xAt(ms, lastMs), CHART.top + CHART.height, 3, 16, colours.amber)),
      text(EDGE, CHART.top + CHART.height + 56, '0 s', { size: 28, colour: colours.muted }),
      text(WIDTH - EDGE, CHART.top + CHART.height + 56, `${Math.round(lastMs / 1_000)} s`, {
        ...{ size: 28, colour: colours.muted, align: 'end' },
      }),
      ...rows.flatMap(([what, much], n) => row(what, much, CHART.top + CHART.height + 120 + n * ROW)),
    ]),
  );
}

const xAt = (ms: number, lastMs: number): number => EDGE + (ms / lastMs) * (WIDTH - 2 * EDGE);

function curve({ heardMs, meant }: RehearsalReport, lastMs: number): string[] {
  const width = (WIDTH - 2 * EDGE) / COLUMNS;
  return Array.from({ length: COLUMNS }, (_, n) => {
    const until = ((n + 1) / COLUMNS) * lastMs;
    const heard = heardMs.filter((ms) => ms <= until).length;
    const height = Math.round((heard / Math.max(1, meant)) * CHART.height);
    return box(EDGE + n * width, CHART.top + CHART.height - height, width - 2, height, colours.green);
  });
}

const row = (what: string, much: string, y: number): string[] => [
  text(EDGE, y, what, { size: 32, colour: colours.muted }),
  text(WIDTH - EDGE, y, much, { size: 32, bold: true, align: 'end' }),
];
