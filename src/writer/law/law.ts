import { type PlainText, plainText, sliceOriginal } from '../text/plain-text.ts';
import { cutChinese } from '../text/segment.ts';
import { type LawLevel, type LawRule, law } from './law-rules.ts';

/** Words of a text that an advertisement may not contain, or only under a condition. */
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

/** Finds all words of `text` that a rule is against, in the order of the text. */
export function findLawHits(text: string): LawHit[] {
  return placedHits(text).map(({ rule, words }) => ({ rule: rule.id, words, level: rule.level }));
}

/** The words of `text` that may not be published, each once. */
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

/** The sentence around a hit. A comma does not end it: 三种梨，这种最甜 is one statement. */
function clauseAround(text: string, { from, to }: Place): string {
  let start = from;
  let end = to;
  while (start > 0 && !CLAUSE_END.test(text[start - 1] ?? '')) start -= 1;
  while (end < text.length && !CLAUSE_END.test(text[end] ?? '')) end += 1;
  return text.slice(start, end);
}

/** 没有机器 does not contain 有机: a match that begins within one word and ends in the next does not count. */
function isWhole(rule: LawRule, text: string, { from, to }: Place, edges: ReadonlySet<number>): boolean {
  if (rule.beginsAnywhere || !/\p{Script=Han}/u.test(text.slice(from, to))) return true;
  const wordsWithin = [...edges].filter((edge) => edge > from && edge < to).length;
  return wordsWithin !== 1 || edges.has(from);
}

/** The word boundaries of `text`, computed at the first call. */
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
