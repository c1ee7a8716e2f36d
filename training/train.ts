import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { buyerKinds, sellerKinds } from '../src/nlu/reading.ts';
import { varied } from './augment.ts';
import { optionsOf } from './chooser-data.ts';
import { type Entry, entriesIn, labelled, type Side } from './corpus.ts';
import { framesOf, goodsForFrames, type Learned, learnFrom, messagesOf } from './data.ts';
import { asModel, modelBytes } from './learn.ts';
import { writeManifest } from './manifest.ts';
import { randomFrom } from './random.ts';
import { trainChooser } from './train-chooser.ts';

const usage = `npm run train -- [buyer|seller] [--out folder]
  Learns from frames and corpora and writes what was learned of a side, or of both: the tagger and the classifier, and the
  weights by which the reader chooses, which are learned on writers that tagger and classifier have not seen. One
  thread, some minutes a side; the same input gives the same files.`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    out: { type: 'string', default: new URL('../src/nlu/models/', import.meta.url).pathname },
    help: { type: 'boolean', default: false },
  },
});

const corpora = new URL('../test/corpus/', import.meta.url);
const out = pathToFileURL(`${values.out}/`);
const SEED = 7;
/** Messages of every frame, other versions of every message of a corpus, how often all are looked at. */
const COPIES = 6;
const VARIATIONS = 4;
const EPOCHS = { tagger: 5, classes: 7 };
/** Weights that are smaller say nothing. */
const SMALLEST = 0.02;
/** Writers are divided by a hash of their names into three; the messages of two thirds teach the choice, in turn. */
const FOLDS = [1, 2];
/** Numbers that the rules read otherwise are stated where their share is at least this, else they are asked. */
const SURE = { buyer: 0.7, seller: 0.85 } as const;

function train(side: Side): void {
  const first = entriesIn(new URL(`${side}.jsonl`, corpora));
  const fresh = entriesIn(new URL(`fresh-${side}.jsonl`, corpora)).filter(({ part }) => part === 'train');
  const examples = FOLDS.flatMap((fold) => {
    const { tagger, classes } = learn(side, [...first, ...fresh.filter((entry) => foldOf(entry) !== fold)]);
    const models = { tagger: asModel(tagger), classes: asModel(classes) };
    const held = fresh.filter((entry) => foldOf(entry) === fold);
    return held.map((entry) => ({ options: optionsOf(side, models, entry) }));
  });
  const chooser = { weights: trainChooser(examples), sure: SURE[side] };
  write(`${side}-chooser.json`, Buffer.from(`${JSON.stringify(chooser, null, 2)}\n`));
  const { tagger, classes } = learn(side, [...first, ...fresh]);
  write(`${side}-tagger.bin`, modelBytes(tagger, SMALLEST));
  write(`${side}-classes.bin`, modelBytes(classes, SMALLEST));
}

function learn(side: Side, entries: readonly Entry[]): Learned {
  const { found, missed } = labelled(side, entries, 1);
  const goods = goodsForFrames(
    entries.flatMap(namesOf).filter((name) => name.length > 0 && name.length < 14),
  );
  const random = randomFrom(SEED);
  const generated = messagesOf(framesOf(side), COPIES, goods, random);
  const others = found.flatMap((one) =>
    Array.from({ length: VARIATIONS }, () => varied(one, random, goods)).filter((each) => each !== undefined),
  );
  const examples = [...generated, ...found, ...found, ...others];
  console.log(
    `${side}: ${examples.length} examples; no tags explain ${missed.length} of ${entries.length} messages`,
  );
  return learnFrom(side, side === 'buyer' ? buyerKinds : sellerKinds, examples, EPOCHS, SEED);
}

const foldOf = ({ writer = '' }: Entry): number =>
  createHash('sha256').update(writer).digest().readUInt8(0) % 3;

const namesOf = ({ reading }: Entry): string[] =>
  ('lines' in reading ? reading.lines.map(({ product }) => product) : [reading.title ?? '']).map((name) =>
    name.toLowerCase(),
  );

function write(name: string, bytes: Buffer): void {
  mkdirSync(out, { recursive: true });
  writeFileSync(new URL(name, out), bytes);
  console.log(`${name}: ${bytes.length} bytes`);
}

if (values.help) console.log(usage);
else {
  for (const side of ['buyer', 'seller'] as const)
    if (positionals.length === 0 || positionals.includes(side)) train(side);
  writeManifest(out);
}
