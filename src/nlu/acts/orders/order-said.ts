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

/** 苹果那单的枣不要了, without the order that is called after its goods: 的枣不要了. */
export const withoutNamedOrders = (message: string): string => message.replace(CALLED_AFTER, ' ');

const CALLED_AFTER =
  /\p{Script=Han}{1,8}(?:那|这|嗰|呢)(?:一)?(?:个|张|笔)?(?:单子|订单|单)|\p{Script=Han}{1,8}的(?:那个|这个)?(?:单子|订单|单)(?!里)|\b(?:the )?[a-z]+(?: [a-z]+)? order\b/gu;

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
