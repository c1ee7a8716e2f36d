import { isQuantity, type Token } from '../lexer/tokens.ts';
import { type Model, scoreFeatures } from '../model/model.ts';
import type { Automaton } from './automaton.ts';

/** A tagging of a whole message, with the logarithm of its share of all taggings. */
export interface Tagging {
  readonly tags: readonly string[];
  readonly score: number;
}

/** Which tags a token may have: words are goods or none, amounts have a role or are part of a name (五 in 五花肉). */
export function allowed(token: Token, tagCount: number): number[] {
  if (token.is === 'sign') return [1, 2];
  if (!isQuantity(token)) return [0, 1, 2];
  return token.is === 'number' || token.is === 'money'
    ? [0, 1, ...amountsFrom(tagCount)]
    : amountsFrom(tagCount);
}

const amountsFrom = (tagCount: number): number[] => Array.from({ length: tagCount - 3 }, (_, i) => i + 3);

/** Kinds of amounts that the memory tells apart. */
export function kindOfAmount(token: Token): number {
  if (token.is === 'money') return 0;
  if (token.is === 'number') return token.isTimes ? 1 : 2;
  if (token.is === 'unit') return 3;
  if (token.is !== 'amount') return 7;
  return token.amount.unit.measure !== 'COUNT' ? 4 : token.amount.unit.isContainer ? 5 : 6;
}

export const KINDS = 8;

/** The weight of going from one state to the next by a tag: `transitions`, then for amounts the memory. */
export function stepWeight(
  model: Model,
  automaton: Automaton,
  state: number,
  tag: number,
  kind: number,
): number {
  const count = automaton.tags.length;
  const from = automaton.tagOf[state] ?? 2;
  const local = model.extra[from * count + tag] ?? 0;
  if (tag < 3) return local;
  const memory = automaton.memoryOf[state] ?? 0;
  return local + (model.extra[count * count + (memory * KINDS + kind) * count + tag] ?? 0);
}

interface Path {
  readonly score: number;
  readonly tag: number;
  readonly back: Path | undefined;
}

/** The `most` likeliest taggings, the likeliest first; `total` is the logarithm of the sum over all. */
export function likeliest(
  model: Model,
  automaton: Automaton,
  tokens: readonly Token[],
  features: readonly (readonly number[])[],
  most: number,
): { taggings: Tagging[]; scoreOf: (tags: readonly string[]) => number } {
  const count = automaton.tags.length;
  let paths = new Map<number, Path[]>([[automaton.start, [{ score: 0, tag: -1, back: undefined }]]]);
  let sums = new Map<number, number>([[automaton.start, 0]]);
  const emissions = features.map((some) => scoreFeatures(model, some));
  for (const [i, token] of tokens.entries()) {
    const emission = emissions[i];
    const tags = allowed(token, count);
    const kind = kindOfAmount(token);
    const nextPaths = new Map<number, Path[]>();
    const nextSums = new Map<number, number>();
    for (const [state, some] of paths) {
      const sum = sums.get(state) ?? Number.NEGATIVE_INFINITY;
      for (const tag of tags) {
        const to = automaton.next(state, tag);
        if (to < 0) continue;
        const weight = (emission?.[tag] ?? 0) + stepWeight(model, automaton, state, tag, kind);
        const old = nextSums.get(to);
        nextSums.set(to, old === undefined ? sum + weight : logAdd(old, sum + weight));
        const list = nextPaths.get(to) ?? [];
        for (const path of some) insert(list, { score: path.score + weight, tag, back: path }, most);
        nextPaths.set(to, list);
      }
    }
    paths = nextPaths;
    sums = nextSums;
  }
  const total = [...sums.values()].reduce(logAdd, Number.NEGATIVE_INFINITY);
  const all: Path[] = [];
  for (const list of paths.values()) for (const path of list) insert(all, path, most);
  return {
    taggings: all.map((path) => ({ tags: tagsOf(path, automaton), score: path.score - total })),
    scoreOf: (tags) => pathScore(model, automaton, tokens, emissions, tags) - total,
  };
}

function pathScore(
  model: Model,
  automaton: Automaton,
  tokens: readonly Token[],
  emissions: readonly Float64Array[],
  tags: readonly string[],
): number {
  let state = automaton.start;
  let score = 0;
  for (const [i, token] of tokens.entries()) {
    const tag = automaton.tags.indexOf(tags[i] ?? 'O');
    score += (emissions[i]?.[tag] ?? 0) + stepWeight(model, automaton, state, tag, kindOfAmount(token));
    state = automaton.next(state, tag);
  }
  return score;
}

function insert(list: Path[], path: Path, most: number): void {
  if (list.length === most && path.score <= (list.at(-1)?.score ?? 0)) return;
  let at = list.length;
  while (at > 0 && (list[at - 1]?.score ?? 0) < path.score) at -= 1;
  list.splice(at, 0, path);
  if (list.length > most) list.pop();
}

function tagsOf(path: Path, automaton: Automaton): string[] {
  const tags: string[] = [];
  for (let at: Path | undefined = path; at && at.tag >= 0; at = at.back)
    tags.push(automaton.tags[at.tag] ?? 'O');
  return tags.reverse();
}

export function logAdd(one: number, other: number): number {
  const [high, low] = one > other ? [one, other] : [other, one];
  return low === Number.NEGATIVE_INFINITY ? high : high + Math.log1p(Math.exp(low - high));
}
