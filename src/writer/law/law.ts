import { type PlainText, plainText, sliceOriginal } from '../text/plain-text.ts';
import { cutChinese } from '../text/segment.ts';
import { type LawLevel, type LawRule, law } from './law-rules.ts';

/** Words of a text that an advertisement may not say, or only under a condition. */
export interface LawHit {
  readonly rule: string;
  /** As they stand in the text. */
  readonly words: string;
  readonly level: LawLevel;
}

interface Place {
  readonly from: number;
  readonly to: number;
}

/** All that the law has against `text`, judged by sense, in the order in which it stands there. */
export function findLawHits(text: string): LawHit[] {
  return placedHits(text).map(({ rule, words }) => ({ rule: rule.id, words, level: rule.level }));
}

/** Every word of `text` that may not be published as it is, once each. */
export function findUnlawful(text: string): string[] {
  const hits = findLawHits(text).filter(({ level }) => level !== 'mind');
  return [...new Set(hits.map(({ words }) => words))];
}

interface PlacedHit extends Place {
  readonly rule: LawRule;
  readonly words: string;
}

function placedHits(text: string): PlacedHit[] {
  const plain = plainText(text);
  const { rules, noticeCues, offerCues } = law();
  const isNotice = noticeCues.test(plain.text) && !offerCues.test(plain.text);
  const edges = lazyWordEdges(plain.text);
  return rules
    .filter((rule) => !(isNotice && rule.passesNotices))
    .flatMap((rule) => hitsOf(rule, plain, edges).map((place) => ({ ...place, rule })))
    .sort((one, other) => one.from - other.from)
    .map((hit) => ({ ...hit, words: sliceOriginal(plain, text, hit.from, hit.to) }));
}

function hitsOf(rule: LawRule, { text }: PlainText, edges: () => ReadonlySet<number>): Place[] {
  const found = placesOf(rule.words, text);
  if (found.length === 0) return [];
  const lookAlikes = rule.except ? placesOf(rule.except, text) : [];
  return found
    .filter((hit) => !lookAlikes.some((other) => overlap(hit, other)))
    .filter((hit) => !rule.unless?.test(clauseAround(text, hit)))
    .filter((hit) => isWhole(rule, text, hit, edges()));
}

const placesOf = (pattern: RegExp, text: string): Place[] =>
  [...text.matchAll(pattern)].map((match) => ({ from: match.index, to: match.index + match[0].length }));

const overlap = (one: Place, other: Place): boolean => one.from < other.to && other.from < one.to;

const CLAUSE_END = /[。!?;\n]/;

/** The sentence in which a hit stands; a comma ends none, for 三种梨，这种最甜 is one thought. */
function clauseAround(text: string, { from, to }: Place): string {
  let start = from;
  let end = to;
  while (start > 0 && !CLAUSE_END.test(text[start - 1] ?? '')) start -= 1;
  while (end < text.length && !CLAUSE_END.test(text[end] ?? '')) end += 1;
  return text.slice(start, end);
}

/** 没有机器 holds no 有机: what begins within one Chinese word and goes on into the next is no hit. */
function isWhole(rule: LawRule, text: string, { from, to }: Place, edges: ReadonlySet<number>): boolean {
  if (rule.beginsAnywhere || !/\p{Script=Han}/u.test(text.slice(from, to))) return true;
  const wordsWithin = [...edges].filter((edge) => edge > from && edge < to).length;
  return wordsWithin !== 1 || edges.has(from);
}

/** Where the words of `text` begin and end; found out when it is first asked. */
function lazyWordEdges(text: string): () => ReadonlySet<number> {
  let edges: ReadonlySet<number> | undefined;
  return () => {
    edges ??= wordEdges(text);
    return edges;
  };
}

function wordEdges(text: string): ReadonlySet<number> {
  const edges = new Set([0]);
  let at = 0;
  for (const word of cutChinese(text)) {
    at += word.length;
    edges.add(at);
  }
  return edges;
}
