// The table of goals: `npm run bench`, or some of its lines: `npm run bench -- turn confirm`. ROUNDS=5 is the default.
import { availableParallelism } from 'node:os';
import type { Line, Row } from './harness/line.ts';
import { alerts } from './lines/alerts.ts';
import { confirm } from './lines/confirm.ts';
import { growth } from './lines/growth.ts';
import { lists } from './lines/lists.ts';
import { reading } from './lines/reading.ts';
import { search } from './lines/search.ts';
import { start } from './lines/start.ts';
import { turn } from './lines/turn.ts';

const lines: readonly Line[] = [turn, confirm, growth, lists, search, reading, start, alerts];
const ROUNDS = Number(process.env.ROUNDS ?? 5);

const wanted = process.argv.slice(2);
const chosen = lines.filter(({ name }) => wanted.length === 0 || wanted.includes(name));
if (chosen.length === 0)
  throw new Error(`there are these lines: ${lines.map(({ name }) => name).join(', ')}`);

const columns = ['what', 'goal', 'beside', 'walnut', 'ratio'] as const;
const heads: Row = { what: '', goal: 'goal', beside: 'limit or peer', walnut: 'Walnut', ratio: 'ratio' };
const asLine = (row: Row): string => `| ${columns.map((column) => row[column]).join(' | ')} |`;

console.log(`${availableParallelism()} cores, Node ${process.version}; medians of ${ROUNDS}\n`);
console.log(`${asLine(heads)}\n|${columns.map(() => '---').join('|')}|`);
for (const line of chosen) for (const row of await line.measure(ROUNDS)) console.log(asLine(row));
