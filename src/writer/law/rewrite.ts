import { findLawHits, type LawHit } from './law.ts';
import { type LawRule, law } from './law-rules.ts';

/** Each turn removes one hit; a text with more hits is not rewritten. */
const MOST_TURNS = 20;

/**
 * Rewrites `text` so that it may be published: 最甜的枣 becomes 甜的枣, and a clause about blood pressure is removed.
 * Undefined where nothing is left.
 */
export function rewriteLawfully(text: string): string | undefined {
  let left = text;
  for (let turn = 0; turn < MOST_TURNS; turn += 1) {
    const [hit] = findLawHits(left).filter(({ level }) => level !== 'mind');
    if (!hit) return /\p{L}/u.test(left) ? left.trim() : undefined;
    left = without(left, hit);
  }
  return undefined;
}

function without(text: string, { rule, words }: LawHit): string {
  const { instead } = ruleCalled(rule);
  if (instead === undefined) return withoutClause(text, words);
  const rest = instead === KEEP_TAIL ? tailOf(words) : instead;
  const next = text.replace(words, rest).replace(/(?<=^|[，,。\s])的/u, '');
  return next.length < text.length ? next.replace(/ {2,}/g, ' ').trim() : withoutClause(text, words);
}

/** `instead` of a rule whose words are kept without their first character. */
const KEEP_TAIL = '~';
const tailOf = (words: string): string => words.slice(1).trim();

function ruleCalled(id: string): LawRule {
  const rule = law().rules.find((one) => one.id === id);
  if (!rule) throw new Error(`no rule of the advertising law is called ${id}`);
  return rule;
}

function withoutClause(text: string, words: string): string {
  const clauses = text.match(/[^，,。！!？?；;\n]+[，,。！!？?；;\n]*/gu) ?? [];
  const kept = clauses.filter((clause) => !clause.includes(words));
  // The words cross the end of a clause: the text cannot be mended.
  return kept.length < clauses.length ? kept.join('').replace(/[，,；;]$/u, '') : '';
}
