import { readDataFile } from '../../../shop/values/data-file.ts';
import { lex } from '../../lexer/lexer.ts';
import { isQuantity } from '../../lexer/tokens.ts';
import { normalizeText } from '../../text/text.ts';
import { phrases } from '../lexicon.ts';
import { phrasePattern } from '../phrases.ts';

const lists = readDataFile('lexicon/shared-figure.yaml', { both: phrases, joins: phrases, opens: phrases });
const BOTH = phrasePattern(lists.both);
const JOINS = new RegExp(`\\s*(?:[、,，/+&]|${phrasePattern(lists.joins).source})+\\s*`, 'u');
const OPENS = new RegExp(`^\\s*(?:${phrasePattern(lists.opens).source})+`, 'u');

/** One figure for several goods. */
export interface SharedFigure {
  /** The same said of each of them, by its own title. */
  readonly each: readonly string[];
  /** Names that are nobody's title, or more than one's. */
  readonly unknown: readonly string[];
}

/** 核桃和红枣都改成12一斤; nothing where fewer than two are named, or another figure stands before them. */
export function readSharedFigure(message: string, titles: readonly string[]): SharedFigure | undefined {
  const { said, plain } = normalizeText(message);
  const both = BOTH.exec(plain);
  if (!both) return undefined;
  const front = said.slice(0, both.index).replace(OPENS, '');
  const rest = said.slice(both.index + both[0].length).trim();
  const names = front
    .split(JOINS)
    .map((name) => name.trim())
    .filter(Boolean);
  if (hasFigure(front) || !hasFigure(rest) || names.length < 2) return undefined;
  const meant = names.map((name) => onlyTitle(name, titles));
  const own = [...new Set(meant.filter((title) => title !== undefined))];
  const gap = /^[a-z]/iu.test(rest) ? ' ' : '';
  return {
    each: own.map((title) => `${title}${gap}${rest}`),
    unknown: names.filter((_, i) => meant[i] === undefined),
  };
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
  return said !== '' && whole.endsWith(said) && !isHalfWord;
}

const plainName = (words: string): string => normalizeText(words).plain.replace(/s$/u, '');
