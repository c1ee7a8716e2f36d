import { readDataFile } from '../../../shop/values/data-file.ts';
import type { Measure } from '../../../shop/values/quantity.ts';
import { lex } from '../../lexer/lexer.ts';
import type { Token } from '../../lexer/tokens.ts';
import { phrases } from '../lexicon.ts';
import { phrasePattern } from '../phrases.ts';

// 短了2斤, five of the eggs arrived broken, 过秤只有18斤: how much of what came is lost.

const lexicon = readDataFile('lexicon/losses.yaml', {
  came: phrases,
  cameBehind: phrases,
  lostBefore: phrases,
  lostBehind: phrases,
  all: phrases,
  half: phrases,
  notHalf: phrases,
});

const before = (list: readonly string[]): RegExp =>
  new RegExp(`${phrasePattern(list).source}[了我咗\\s]*(?:about|around|大概|差不多|大约)?\\s*$`, 'u');
const behind = (list: readonly string[]): RegExp =>
  new RegExp(`^[\\s的个都]*(?:[a-z]+ )?${phrasePattern(list).source}`, 'u');
const pattern = {
  came: before(lexicon.came),
  cameBehind: phrasePattern(lexicon.cameBehind),
  lostBefore: before(lexicon.lostBefore),
  lostBehind: behind(lexicon.lostBehind),
  all: phrasePattern(lexicon.all),
  half: phrasePattern(lexicon.half),
  notHalf: phrasePattern(lexicon.notHalf),
};

/** The goods that came, in base units of their measure. */
export interface Came {
  readonly measure: Measure;
  readonly base: number;
}

interface Said {
  readonly base: number;
  readonly is: 'came' | 'lost' | 'unsaid';
  /** Nothing else is said. */
  readonly isAlone: boolean;
}

/** How much is lost, in base units; nothing where that is not certain. The whole that came is no loss beside a part of it. */
export function readLostAmount(message: string, came: Came): number | undefined {
  const { tokens, text } = lex(message);
  const all = tokens.flatMap((token) => saidBy(token, came, text.plain) ?? []);
  const parts = all.filter(({ base, is }) => base < came.base || is === 'lost');
  if (parts.length === 0) return shareOf(text.plain, came, all);
  const lost = new Set(parts.map(({ base, is }) => (is === 'came' ? came.base - base : base)));
  if (lost.size === 1) return [...lost][0];
  const certain = new Set(parts.filter(({ is }) => is === 'lost').map(({ base }) => base));
  return certain.size === 1 ? [...certain][0] : undefined;
}

function shareOf(plain: string, came: Came, all: readonly Said[]): number | undefined {
  if (pattern.notHalf.test(plain)) return undefined;
  if (pattern.half.test(plain)) return Math.floor(came.base / 2) || undefined;
  const [only, ...others] = all;
  const isWhole = others.length === 0 && (only?.is === 'lost' || only?.isAlone);
  return isWhole || pattern.all.test(plain) ? came.base : undefined;
}

/** An amount of these goods and no more than came. A bare number only where it is said what became of them. */
function saidBy(token: Token, came: Came, plain: string): Said | undefined {
  const base = baseOf(token, came.measure);
  if (base === undefined || base <= 0 || base > came.base) return undefined;
  const lead = plain.slice(0, token.start);
  const rest = plain.slice(token.end);
  const isCame = pattern.came.test(lead) || pattern.cameBehind.test(clauseOf(rest));
  const isLost = !isCame && (pattern.lostBefore.test(lead) || pattern.lostBehind.test(rest));
  if (token.is === 'number' && !isCame && !isLost) return undefined;
  const isAlone = plain.trim().length === token.text.length;
  return { base, is: isLost ? 'lost' : isCame ? 'came' : 'unsaid', isAlone };
}

const clauseOf = (rest: string): string => /^[^,.;!?]*/.exec(rest)?.[0] ?? '';

function baseOf(token: Token, measure: Measure): number | undefined {
  if (token.is === 'amount') return token.amount.unit.measure === measure ? token.amount.base : undefined;
  return token.is === 'number' &&
    measure === 'COUNT' &&
    token.value !== undefined &&
    token.value % 1_000 === 0
    ? token.value / 1_000
    : undefined;
}
