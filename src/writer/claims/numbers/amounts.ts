import type { Span } from '../phrases.ts';
import { measures } from './measures.ts';
import { containerNamed, packaging } from './packaging.ts';
import { findQuantities } from './quantities.ts';
import type { Quantity } from './quantity.ts';

/** So much of something that a pack holds or costs: 500 g, 36 yuan, 20 pieces, a box. */
export interface Amount extends Span {
  /** What it may be counted in: grams, millilitres, yuan, pieces, or the Chinese names of a container. */
  readonly of: readonly string[];
  readonly value: number;
  /** Whether it is said to be somewhat more: 八十来块. */
  readonly isOver?: boolean | undefined;
}

export const PIECE = 'piece';
const YUAN = 'yuan';
const MEASURED = ['grams', 'millilitres', YUAN];
/** Counters of what no pack holds. */
export const OTHERS = /[户家人口位代辈次遍回道趟种样层届名茬季步分倍成]$/u;

/** The amounts of a clause in order, those of one (`每斤`, `per bottle`) among them. */
export function findAmounts(clause: string): Amount[] {
  const counted = findQuantities(clause).flatMap((one) => amountOf(one, clause));
  const implied = [...eachChinese(clause), ...eachEnglish(clause)].filter(
    (one) => !counted.some(({ from, to }) => from < one.to && one.from < to),
  );
  return [...counted, ...implied].sort((one, other) => one.from - other.from);
}

function amountOf(one: Quantity, clause: string): Amount[] {
  const { from, to, dimension, value, isLoose, isOver } = one;
  if (MEASURED.includes(dimension)) return [{ from, to, value, isOver, of: [dimension] }];
  const [next = ''] = /^[- ]?[a-z]+/i.exec(clause.slice(to)) ?? [];
  if (dimension === 'plain')
    return isLoose ? [] : [{ from, to, value, isOver, of: plainUnit(clause, one, next) }];
  if (dimension !== 'count') return [];
  const counter = clause[to - 1] ?? '';
  if (counter === '块') return [{ from, to, value, isOver, of: [PIECE, YUAN] }];
  return OTHERS.test(counter) ? [] : [{ from, to, value, isOver, of: containerNamed(counter) ?? [PIECE] }];
}

/** 20 of `20 bottles` and of `20 eggs`; 九十 of 两瓶九十 and 19.9 are yuan. */
function plainUnit(clause: string, { from, to, value }: Quantity, next: string): readonly string[] {
  if (!Number.isInteger(value) && next.trim() === '') return [YUAN];
  const isChinese = /\p{Script=Han}/u.test(clause.slice(Math.max(0, from - 1), to + 1));
  if (/^\d+(?:\.\d+)? an?$/i.test(clause.slice(from, to))) return [YUAN];
  if (/\bfor $/i.test(clause.slice(0, from)) && next.trim() === '') return [YUAN];
  return isChinese ? [YUAN] : (containerNamed(next.trim()) ?? [PIECE]);
}

/** 75 of `75 each`: a number without a unit. */
export const isBareNumber = (words: string): boolean => /^\d+(?:\.\d+)?$/.test(words.trim());

const one = (from: number, to: number, of: readonly string[], value = 1): Amount => ({ from, to, value, of });

let eachPattern: RegExp | undefined;

function readEachPattern(): RegExp {
  const { units, counters } = measures();
  const names = [...[...units.keys()].filter((name) => !/^[a-z]/.test(name)), ...counters];
  const longest = names.sort((name, other) => other.length - name.length).join('|');
  return new RegExp(`(?:${packaging().each.zh.join('|')}|/)(?<unit>${longest})`, 'gu');
}

/** 每斤, 每瓶, /斤. */
function eachChinese(clause: string): Amount[] {
  const { units } = measures();
  eachPattern ??= readEachPattern();
  return [...clause.matchAll(eachPattern)].flatMap(({ index, 0: words, groups = {} }) => {
    const to = index + words.length;
    const unit = units.get(groups.unit ?? '');
    if (unit) return MEASURED.includes(unit.dimension) ? [one(index, to, [unit.dimension], unit.size)] : [];
    return OTHERS.test(groups.unit ?? '')
      ? []
      : [one(index, to, containerNamed(groups.unit ?? '') ?? [PIECE])];
  });
}

/** Per kilo, to the case, apiece; an egg, where a price stands before it. */
function eachEnglish(clause: string): Amount[] {
  const { each, apiece } = packaging();
  const words = `\\b(?:${each.en.join('|')})(?: (?:full|whole|single))? (?<unit>[a-z]+)\\b`;
  const found = [...clause.matchAll(new RegExp(words, 'gi'))].flatMap(({ index, 0: match, groups = {} }) => {
    const word = (groups.unit ?? '').toLowerCase();
    const to = index + match.length;
    const unit = measures().units.get(word);
    if (unit) return MEASURED.includes(unit.dimension) ? [one(index, to, [unit.dimension], unit.size)] : [];
    const container = containerNamed(word);
    if (container) return [one(index, to, container)];
    return /\b(?:yuan|rmb) $/i.test(clause.slice(0, index)) ? [one(index, to, [PIECE])] : [];
  });
  const alone = [
    ...clause.matchAll(new RegExp(`\\b(?:${apiece.join('|')})\\b(?! [a-z]+ (?:box|case|bag))`, 'gi')),
  ];
  return [
    ...found,
    ...alone
      .map(({ index, 0: match }) => one(index, index + match.length, [PIECE]))
      .filter(({ from, to }) => !found.some((other) => other.from < to && from < other.to)),
  ];
}
