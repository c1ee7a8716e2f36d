import { type PlainText, plainText, sliceOriginal } from '../text/plain-text.ts';
import { cutChinese } from '../text/segment.ts';
import { type LawLevel, type LawRule, law } from './law-rules.ts';
import { countSigns, findClauses, findPassages, findSentences, type Place } from './passages.ts';
import { isTelling } from './sense-features.ts';
import { type Judgement, judgeSense } from './senses.ts';

/** Words of a text that an advertisement may not contain, or only under a condition. */
export interface LawHit {
  readonly rule: string;
  /** As they stand in the text. */
  readonly words: string;
  readonly level: LawLevel;
}

const kept = new Map<string, LawHit[]>();
const MOST_KEPT = 500;

/** Finds all words of `text` that a rule is against, in the order of the text. Kept, since drafts share sentences. */
export function findLawHits(text: string): LawHit[] {
  const known = kept.get(text);
  if (known) return [...known];
  const hits = placedHits(text).map(({ rule, words }) => ({ rule: rule.id, words, level: rule.level }));
  if (kept.size >= MOST_KEPT) kept.clear();
  kept.set(text, hits);
  return [...hits];
}

/** What the rules alone find in `text`, before the learned half has its say: that half is taught by it. */
export function findRuleHits(text: string): LawHit[] {
  const plain = plainText(text);
  return ruleHits(plain).map(({ rule, from, to }) => ({
    ...{ rule: rule.id, level: rule.level },
    words: sliceOriginal(plain, text, from, to),
  }));
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

/**
 * Rules know the words; what was learned knows how a text is meant. A rule's words count unless the learned half is all
 * but sure that they are harmless there, and a passage counts that it takes for unlawful though no rule knows the words.
 */
function placedHits(text: string): PlacedHit[] {
  const plain = plainText(text);
  const found = ruleHits(plain);
  return findPassages(plain.text)
    .flatMap((passage) =>
      hitsIn(
        passage,
        plain.text,
        found.filter((hit) => isWithin(hit, passage)),
      ),
    )
    .sort((one, other) => one.from - other.from)
    .map((hit) => ({ ...hit, words: sliceOriginal(plain, text, hit.from, hit.to) }));
}

type Found = Omit<PlacedHit, 'words'>;

/** Fewer signs are judged with what stands around them alone: `This year's walnuts;` says nothing by itself. */
const LEAST_SIGNS = 10;

const isWithin = (hit: Place, passage: Place): boolean => hit.from >= passage.from && hit.from < passage.to;

function hitsIn(passage: Place, text: string, byRules: readonly Found[]): Found[] {
  // Few signs, names alone, and what is left of a sentence without its names say nothing by their sense.
  const said = text.slice(passage.from, passage.to);
  if (byRules.length === 0 && (countSigns(said) < LEAST_SIGNS || !isTelling(said))) return [];
  const judgement = judgePassage(text, passage);
  const known = byRules.filter(
    ({ rule: { level } }) => level === 'mind' || judgement[level] >= HARMLESS[level],
  );
  const learned = (['forbidden', 'certificate'] as const)
    .filter((level) => judgement[level] >= UNLAWFUL[level] && !known.some(({ rule }) => rule.level === level))
    .map((level) => ({ ...worstClause(text, passage, level), rule: ruleOf(judgement, level) }));
  return [...known, ...learned];
}

/**
 * Shares of the learned half, chosen on writers who were left out when it learned. The words of papers leave less room:
 * there the rules are seldom wrong.
 */
const HARMLESS = { forbidden: 0.01, certificate: 0.0002 };
const UNLAWFUL = { forbidden: 0.3, certificate: 0.5 };

/** A sentence may be unlawful that is lost among lawful ones. */
function judgePassage(text: string, passage: Place): Judgement {
  const whole = text.slice(passage.from, passage.to);
  const sentences = findSentences(whole).map(({ from, to }) => whole.slice(from, to));
  const parts = sentences.length > 1 ? sentences.filter((part) => countSigns(part) >= LEAST_SIGNS) : [];
  return [whole, ...parts].map((part) => judgeSense(part)).reduce(worse);
}

const worse = (one: Judgement, other: Judgement): Judgement => ({
  sense: one.forbidden >= other.forbidden ? one.sense : other.sense,
  forbidden: Math.max(one.forbidden, other.forbidden),
  certificate: Math.max(one.certificate, other.certificate),
});

/** The clause that speaks most for it. */
function worstClause(text: string, passage: Place, level: 'forbidden' | 'certificate'): Place {
  const clauses = findClauses(text.slice(passage.from, passage.to)).map(({ from, to }) => ({
    ...{ from: passage.from + from, to: passage.from + to },
    share: judgeSense(text.slice(passage.from + from, passage.from + to))[level],
  }));
  return clauses.reduce((worst, one) => (one.share > worst.share ? one : worst), { ...passage, share: -1 });
}

/** The rule that names what was learned. */
function ruleOf({ sense }: Judgement, level: LawLevel): LawRule {
  const name = level === 'certificate' ? level : sense === 'certificate' ? 'absolute' : sense;
  const rule = law().rules.find((one) => one.sense === name);
  if (!rule) throw new Error(`no rule of the advertising law names the sense ${name}`);
  return rule;
}

function ruleHits(plain: PlainText): Found[] {
  const { rules, noticeCues, offerCues } = law();
  const isNotice = noticeCues.test(plain.text) && !offerCues.test(plain.text);
  const edges = lazyWordEdges(plain.text);
  return rules
    .filter((rule) => !(isNotice && rule.passesNotices))
    .flatMap((rule) => hitsOf(rule, plain, edges).map((place) => ({ ...place, rule })));
}

function hitsOf(rule: LawRule, { text }: PlainText, edges: () => ReadonlySet<number>): Place[] {
  if (!rule.words) return [];
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
