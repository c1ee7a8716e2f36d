import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { varied } from './augment.ts';
import { composed } from './compose.ts';
import { type Entry, entriesIn, labelled, type Side } from './corpus.ts';
import { goodsForFrames, messagesOf } from './data.ts';
import { type Frame, parseFrame } from './grammar.ts';
import type { Labelled } from './labelled.ts';
import { randomFrom } from './random.ts';

/** All that a side is learned from. */
export interface Material {
  readonly side: Side;
  /** Messages of writers who never saw a rule, and older ones. */
  readonly fresh: readonly Entry[];
  readonly first: readonly Entry[];
  readonly frames: readonly (Frame & { readonly writer: string })[];
}

const corpora = new URL('../test/corpus/', import.meta.url);
/** Corpora whose writers are named: of each some are learned from. */
const WRITERS = ['fresh', 'sixth', 'seventh', 'eighth'] as const;
export const ofWriters: Readonly<Record<Side, readonly string[]>> = { buyer: WRITERS, seller: ['fresh'] };
const SEED = 7;
/** Messages of every frame, and other versions of every message of a corpus. */
const COPIES = 5;
const VARIATIONS = 3;
/** Messages of two sentences for every message of one. */
const PAIRS = 0.45;

/** Reads what is learned from. Of fresh messages only those of some parts: what is scored on is never read. */
export function materialOf(side: Side, parts: readonly string[] = ['train']): Material {
  return {
    side,
    fresh: ofWriters[side].flatMap((name) =>
      entriesIn(new URL(`${name}-${side}.jsonl`, corpora)).filter(
        (entry) => parts.includes(entry.part ?? '') && isOfOne(entry),
      ),
    ),
    first: entriesIn(new URL(`${side}.jsonl`, corpora)),
    frames: framesWithWriters(side),
  };
}

/** Of several goods in one message nothing is stated; that is seen by other means (`choose/several-goods.ts`). */
const isOfOne = ({ reading }: Entry): boolean => !reading.ambiguous.includes('title');

function framesWithWriters(side: Side): Material['frames'] {
  const folder = new URL(`frames/${side}/`, import.meta.url);
  const files = readdirSync(folder).filter((name) => name.endsWith('.txt'));
  return files.sort().flatMap((name) =>
    readFileSync(new URL(name, folder), 'utf8')
      .split('\n')
      .filter((line) => line.trim() !== '' && !line.startsWith('#'))
      .map((line) => ({ ...parseFrame(line), writer: writerOf(name, line) })),
  );
}

/** The large files are of many speakers: there a line stands for itself. */
const LARGE =
  /^(?:first|after-sales|asks-and-chatter|mends-and-lists|plain-talk|many-trades|halves-and-makers|tellers|packs-and|learners|which-and-if|kept-and|others-and|paid-and|markets-and)/;
const writerOf = (name: string, line: string): string => (LARGE.test(name) ? line : name);

/** A writer's place among some folds, by a hash of the name. */
const foldOf = (name: string, folds: number): number =>
  createHash('sha256').update(name).digest().readUInt8(0) % folds;

/** Fresh writers are few: they are dealt out evenly. */
function foldOfFresh({ fresh }: Material, folds: number): (entry: Entry) => number {
  const writers = [...new Set(fresh.map(({ writer = '' }) => writer))].sort();
  return ({ writer = '' }) => writers.indexOf(writer) % folds;
}

/** What is learned from while one fold of writers is held out, and what was held out. */
export function parted(material: Material, fold: number, folds: number): { rest: Material; held: Material } {
  const fresh = foldOfFresh(material, folds);
  const tests = {
    fresh: (one: Entry) => fresh(one) === fold,
    first: ({ message }: Entry) => foldOf(message, folds) === fold,
    frames: ({ writer }: Material['frames'][number]) => foldOf(writer, folds) === fold,
  };
  const part = (isHeld: boolean): Material => ({
    side: material.side,
    fresh: material.fresh.filter((one) => tests.fresh(one) === isHeld),
    first: material.first.filter((one) => tests.first(one) === isHeld),
    frames: material.frames.filter((one) => tests.frames(one) === isHeld),
  });
  return { rest: part(false), held: part(true) };
}

/** Tagged messages of all that: those of frames, those of corpora twice, and other versions of these. */
export function examplesOf({ side, fresh, first, frames }: Material, seed = SEED): Labelled[] {
  const entries = [...first, ...fresh];
  const { found, missed } = labelled(side, entries, 1);
  const names = entries.flatMap(namesOf).filter((name) => name.length > 0 && name.length < 14);
  const goods = goodsForFrames(names);
  const random = randomFrom(seed);
  const generated = messagesOf(frames, COPIES, goods, random);
  const others = found.flatMap((one) =>
    Array.from({ length: VARIATIONS }, () => varied(one, random, goods)).filter((each) => each !== undefined),
  );
  const single = [...generated, ...found];
  const pairs = composed(side, single, Math.floor(single.length * PAIRS), random);
  const all = [...generated, ...found, ...found, ...others, ...pairs];
  console.log(
    `${side}: ${all.length} examples; no tags explain ${missed.length} of ${entries.length} messages`,
  );
  return all;
}

/** Messages of frames that were held out, with names of goods that the lexicon knows. */
export function messagesOfFrames({ side, frames }: Material, copies: number): Labelled[] {
  const random = randomFrom(SEED + 1);
  const single = messagesOf(frames, copies, goodsForFrames([]), random);
  return [...single, ...composed(side, single, Math.floor(single.length * PAIRS), random)];
}

const namesOf = ({ reading }: Entry): string[] =>
  ('lines' in reading ? reading.lines.map(({ product }) => product) : [reading.title ?? '']).map((name) =>
    name.toLowerCase(),
  );
