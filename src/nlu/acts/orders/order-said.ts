import { pattern } from '../act-patterns.ts';
import { lexicon } from '../lexicon.ts';
import { phrasePattern, plainWords } from '../phrases.ts';

// Which order a message speaks of, and what it says besides.

const { part } = lexicon;
const thatOrder = phrasePattern(part.thatOrder, 'gi');

/** 我那单, `my order`: what was ordered before. */
export const meansPlacedOrder = (message: string): boolean => pattern.thatOrder.test(plainWords(message));

/** 小米那单, the millet order: an order is spoken of, by whatever it holds. */
export const namesOrder = (message: string): boolean => pattern.namedOrder.test(plainWords(message));

/**
 * 刚才那单的红枣不要了: the words for a part of an order that is not wanted, and what else is said; nothing where the order is
 * called after its goods, or all of it is meant.
 */
export function readUnwantedPart(
  message: string,
): { readonly part: string; readonly rest: string } | undefined {
  const clauses = message.split(/[,，。;；!！\n]+/u);
  const found = clauses.map((clause) => PART.exec(clause)?.groups?.part);
  const at = found.findIndex((part) => part !== undefined);
  const part = found[at];
  const isUnwanted = part !== undefined && UNWANTED.test(plainWords(clauses[at] ?? ''));
  return isUnwanted ? { part, rest: clauses.filter((_, i) => i !== at).join('，') } : undefined;
}

const UNWANTED = new RegExp(`退[掉了]|${pattern.remove.source}`, 'u');
const PART =
  /(?:单子|订单|那单|这单|一单|个单)(?:(?:里面|里头|里边|里|中|上)的?|的)(?<part>.{1,20})|\b(?<part>[a-z' ]{3,40}?) (?:from|off|out of|in) (?:my|the|that|this) (?:last )?order\b/iu;

/** 苹果那单不要了，小米照发: without the clauses that say what stays. */
export const withoutKept = (message: string): string => {
  const clauses = message.split(/[,，。;；!！\n]+|\s+but\s+/u);
  const left = clauses.filter((clause) => !KEPT.test(plainWords(clause)));
  return left.length > 0 && left.length < clauses.length ? left.join('，') : message;
};

const KEPT = phrasePattern([...part.unchanged, ...part.kept]);

/** 刚下的那单多加两斤, without the words for the order. */
export const withoutOrderWords = (message: string): string =>
  message
    .replace(thatOrder, ' ')
    .replace(/^[\s的里,，]+/u, '')
    .trim();

/** A-0010改成4斤, without the number. */
export const withoutOrderNumber = (message: string): string =>
  message
    .replace(ORDER_NUMBER, ' ')
    .replace(/^[\s的里,，]+/u, '')
    .trim();

const ORDER_NUMBER = /(?:订单|单号)?\s*\b[a-z]{1,2}-?\d{4}(?!\d)/giu;
