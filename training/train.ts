import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { buyerKinds, sellerKinds } from '../src/nlu/reading.ts';
import { varied } from './augment.ts';
import { type Entry, entriesIn, labelled, type Side } from './corpus.ts';
import { framesOf, goodsForFrames, learnFrom, messagesOf } from './data.ts';
import type { Labelled } from './labelled.ts';
import { modelBytes } from './learn.ts';
import { randomFrom } from './random.ts';

const usage = `npm run train -- [buyer|seller] [--out folder] [--before N] [--copies N] [--epochs N]
  Learns from frames and corpora and writes the model files of a side, or both. The same input gives the same files.
  --before N leaves out the messages of the first corpus from place N on, --third 0, 1 or 2 the messages of a third of the writers,
  to score a reader on what it has not seen.`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    out: { type: 'string', default: new URL('../src/nlu/models/', import.meta.url).pathname },
    before: { type: 'string', default: 'Infinity' },
    copies: { type: 'string', default: '6' },
    epochs: { type: 'string', default: '5' },
    third: { type: 'string' },
    help: { type: 'boolean', default: false },
  },
});

const root = new URL('..', import.meta.url);
const SEED = 7;
const VARIATIONS = 4;
/** Weights that are smaller say nothing. */
const SMALLEST = 0.02;

function train(side: Side): void {
  const entries = corpora(side);
  const { found, missed } = labelled(side, entries, 1);
  const goods = goodsForFrames(
    entries.flatMap(namesOf).filter((name) => name.length > 0 && name.length < 14),
  );
  const random = randomFrom(SEED);
  const generated = messagesOf(framesOf(side), Number(values.copies), goods, random);
  const others = found.flatMap((one) =>
    Array.from({ length: VARIATIONS }, () => varied(one, random, goods)).filter((each) => each !== undefined),
  );
  const examples: Labelled[] = [...generated, ...found, ...found, ...others];
  console.log(
    `${side}: ${entries.length} messages of corpora (${missed.length} that no tags explain), ${examples.length} examples`,
  );
  const classes = side === 'buyer' ? buyerKinds : sellerKinds;
  const learned = learnFrom(
    side,
    classes,
    examples,
    { tagger: Number(values.epochs), classes: Number(values.epochs) + 2 },
    SEED,
  );
  mkdirSync(values.out, { recursive: true });
  write(side, 'tagger', modelBytes(learned.tagger, SMALLEST));
  write(side, 'classes', modelBytes(learned.classes, SMALLEST));
}

function write(side: Side, part: string, bytes: Buffer): void {
  writeFileSync(`${values.out}/${side}-${part}.bin`, bytes);
  console.log(
    `${side}-${part}.bin: ${bytes.length} bytes, sha256 ${createHash('sha256').update(bytes).digest('hex').slice(0, 16)}`,
  );
}

/** The side's corpora: the first, and of the fresh one only what is marked for training. */
function corpora(side: Side): Entry[] {
  const folder = new URL('test/corpus/', root);
  const first = entriesIn(new URL(`${side}.jsonl`, folder)).slice(0, Number(values.before));
  const fresh = entriesIn(new URL(`fresh-${side}.jsonl`, folder));
  return [...first, ...fresh.filter(({ part, writer = '' }) => part === 'train' && !isHeldOut(writer))];
}

/** With --third, every third writer is left out, to have more to score a reader on. */
const isHeldOut = (writer: string): boolean =>
  values.third !== undefined &&
  createHash('sha256').update(writer).digest().readUInt8(0) % 3 === Number(values.third);

const namesOf = ({ reading }: Entry): string[] =>
  ('lines' in reading ? reading.lines.map(({ product }) => product) : [reading.title ?? '']).map((name) =>
    name.toLowerCase(),
  );

if (values.help) console.log(usage);
else
  for (const side of ['buyer', 'seller'] as const)
    if (positionals.length === 0 || positionals.includes(side)) train(side);
