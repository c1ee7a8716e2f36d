import { readDataFile } from '../../../shop/values/data-file.ts';
import { lex } from '../../lexer/lexer.ts';
import { isQuantity } from '../../lexer/tokens.ts';
import { normalizeText } from '../../text/text.ts';
import { phrases } from '../lexicon.ts';
import { phrasePattern, plainWords } from '../phrases.ts';
import { isAsking } from '../question-topic.ts';

const lists = readDataFile('lexicon/shared-price.yaml', {
  both: phrases,
  joins: phrases,
  opens: phrases,
  changes: phrases,
});
const BOTH = phrasePattern(lists.both);
const JOINS = new RegExp(`\\s*(?:[、,，/+&]|${phrasePattern(lists.joins).source})+\\s*`, 'u');
const CHANGE = new RegExp(`^(?:${phrasePattern(lists.changes).source})`, 'u');
const OPENS = new RegExp(`^\\s*(?:${phrasePattern(lists.opens).source})+`, 'u');

/**
 * 核桃和红枣都改成12一斤: the same price said of each of them, by its own title; nothing where anything else is said, or it is not
 * clear which goods are meant.
 */
export function splitSharedPrice(message: string, titles: readonly string[]): readonly string[] {
  const { said, plain } = normalizeText(message);
  const both = BOTH.exec(plain);
  if (!both || isAsking(message) || CLAUSES.test(plain.slice(both.index))) return [];
  const front = said.slice(0, both.index).replace(OPENS, '');
  const rest = said.slice(both.index + both[0].length).trim();
  const names = front
    .split(JOINS)
    .map((name) => name.trim())
    .filter(Boolean);
  if (hasFigure(front) || !isOnePrice(rest)) return [];
  const meant = names.map((name) => onlyTitle(name, titles));
  const own = meant.filter((title) => title !== undefined);
  const isClear = own.length > 1 && own.length === meant.length && new Set(own).size === own.length;
  const gap = /^[a-z]/iu.test(rest) ? ' ' : '';
  return isClear ? own.map((title) => `${title}${gap}${rest}`) : [];
}

const CLAUSES = /[,，。;；!！\n]/u;

/** 改成12一斤, 涨2块: a change of price with one figure, and what that is of. */
function isOnePrice(words: string): boolean {
  const figures = lex(words).tokens.filter(isQuantity);
  const prices = figures.filter(({ is }) => is === 'money' || is === 'number');
  return CHANGE.test(plainWords(words)) && prices.length === 1 && figures.length <= 2;
}

const hasFigure = (words: string): boolean => lex(words).tokens.some(isQuantity);

/** Its own title, or the only one that ends in these words: 萝卜缨 is 干萝卜缨, and 黄瓜干 no 冬瓜干. */
function onlyTitle(name: string, titles: readonly string[]): string | undefined {
  const own = titles.find((title) => title === name);
  const [only, ...others] = titles.filter((title) => isEndOf(name, title));
  return own ?? (others.length === 0 ? only : undefined);
}

function isEndOf(name: string, title: string): boolean {
  const [said, whole] = [plainName(name), plainName(title)];
  const lead = whole.slice(0, -said.length);
  // Nut is no walnut.
  const isHalfWord = /[a-z]$/u.test(lead) && /^[a-z]/u.test(said);
  return [...said].length > 1 && whole.endsWith(said) && !isHalfWord;
}

const plainName = (words: string): string => normalizeText(words).plain.replace(/s$/u, '');
