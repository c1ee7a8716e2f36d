import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { printClaims, printLaw } from './print-claims.ts';
import { type Score, type Side, scoreOf } from './scoring.ts';

const usage = `npm run corpus -- [buyer|seller|law|claims] [file.jsonl] [--from=N] [--to=N] [--misses]
  Prints how well each reader reads its corpus, and how well texts are judged by the advertising law and by their
  facts: one side or both, the corpus that is kept here or another file of
  that side, all messages or those from one place to another; with --misses those that were not read exactly.`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    from: { type: 'string', default: '0' },
    to: { type: 'string', default: 'Infinity' },
    misses: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});
const sides: readonly Side[] = ['buyer', 'seller'];
const chosen = sides.filter((side) => positionals.includes(side));
const file = positionals.find((word) => word.endsWith('.jsonl'));

if (values.help || (file && chosen.length !== 1)) console.log(usage);
else {
  const others = ['law', 'claims'].filter((name) => positionals.includes(name));
  const isAll = chosen.length + others.length === 0;
  for (const side of isAll ? sides : chosen) print(side);
  if (isAll || others.includes('law')) printLaw(values.misses);
  if (isAll || others.includes('claims')) printClaims(values.misses);
}

function print(side: Side): void {
  const corpus = file ? pathToFileURL(file) : new URL(`${side}.jsonl`, import.meta.url);
  const score = scoreOf(side, corpus, Number(values.from), Number(values.to));
  console.log(`${side}: ${inWords(score)}`);
  if (values.misses) for (const miss of score.misses) console.log(missed(miss));
}

function percent(share: number): string {
  return `${(share * 100).toFixed(1)} %`;
}

function inWords({ messages, exact, wrong, needless }: Score): string {
  const shares = `exact ${percent(exact)}, wrong as fact ${percent(wrong)}, needless questions ${percent(needless)}`;
  return `${messages} messages, ${shares}`;
}

function missed({ message, expected, got, isWrong }: Score['misses'][number]): string {
  return `${isWrong ? '!' : ' '} ${message}\n    meant ${JSON.stringify(expected)}\n    read  ${JSON.stringify(got)}`;
}
