import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import type { Part, PartScore } from './parts.ts';
import { printClaims, printLaw } from './print-claims.ts';
import { scoreRecipients } from './recipients.ts';
import {
  type CorpusPart,
  corpusParts,
  isLater,
  type Score,
  type Side,
  scoreOf,
  scorePart,
} from './scoring.ts';
import { scoreTimes } from './times.ts';

const usage = `npm run corpus -- [buyer|seller|addresses|times|law|claims] [file.jsonl] [--from=N] [--to=N] [--misses]
  Prints how well each reader reads its corpus, and texts are judged by law and facts: one or all, the corpus that is kept here or another file of
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
const parts = { addresses: scoreRecipients, times: scoreTimes };
const all = positionals.every((word) => word.endsWith('.jsonl'));
const file = positionals.find((word) => word.endsWith('.jsonl'));

if (values.help || (file && chosen.length !== 1)) console.log(usage);
else {
  for (const side of all ? sides : chosen) print(side);
  for (const [name, score] of Object.entries(parts))
    if ((all && !file) || positionals.includes(name)) printParts(name, score);
  for (const [name, print] of Object.entries({ law: printLaw, claims: printClaims }))
    if ((all && !file) || positionals.includes(name)) print(values.misses);
}

/** The part that judges is printed apart from those that may be looked at; its misses are not printed. */
function printParts(name: string, scoreOfPart: (part: Part) => PartScore): void {
  for (const part of ['train', 'dev', 'test'] as const) {
    const { messages, exact, wrong, cut, misses } = scoreOfPart(part);
    const more = cut === undefined ? '' : `, cut ${percent(cut)}`;
    console.log(
      `${name}, ${part}: ${messages} messages, exact ${percent(exact)}, wrong as fact ${percent(wrong)}${more}`,
    );
    if (values.misses && part !== 'test')
      for (const { message, expected, got } of misses)
        console.log(`  ${message}\n    meant ${JSON.stringify(expected)}\n    read  ${JSON.stringify(got)}`);
  }
}

function print(side: Side): void {
  if (file) {
    const score = scoreOf(side, pathToFileURL(file), Number(values.from), Number(values.to));
    console.log(`${side}: ${inWords(score)}`);
    if (values.misses) for (const miss of score.misses) console.log(missed(miss));
  } else for (const part of corpusParts[side]) printPart(side, part);
}

/** Of the parts that judge no misses are printed. */
function printPart(side: Side, part: CorpusPart): void {
  const score = scorePart(side, part);
  console.log(`${side}, ${part}: ${inWords(score)}`);
  if (values.misses && part !== 'test' && !isLater(part))
    for (const miss of score.misses) console.log(missed(miss));
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
