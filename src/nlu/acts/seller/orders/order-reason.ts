import { phrasePattern, plainWords } from '../../phrases.ts';
import { sellerLexicon } from '../seller-lexicon.ts';
import { readOrderOwner } from './order-owner.ts';

// Why an order is refused or called off, as its buyer may read it.

const declining = phrasePattern(sellerLexicon.orders.declining);
const decliningFill = phrasePattern(sellerLexicon.orders.decliningFill);
const isPrivate = phrasePattern(sellerLexicon.orders.private);
const moneyBack = phrasePattern(sellerLexicon.refunds.back);

const PIECES = /[,，;；。:：!！]+|(?<=\p{Script=Han})\s+(?=\p{Script=Han})|\bbecause\b|\bsince\b/iu;
const FILL = new RegExp(`^(?:${decliningFill.source}|\\s+)`, 'iu');
const DEED = new RegExp(`^${declining.source}`, 'iu');

/** Sign by sign, for one pattern of all of it would try every way to read 给人家给人家. */
function withoutFirst(piece: string, ...patterns: readonly RegExp[]): string {
  let rest = piece;
  for (;;) {
    const found = patterns.map((one) => one.exec(rest)?.[0] ?? '').find((one) => one !== '');
    if (found === undefined) return rest;
    rest = rest.slice(found.length);
  }
}

function withoutDeed(piece: string): string {
  const behindFill = withoutFirst(piece, FILL);
  return DEED.test(behindFill) ? withoutFirst(behindFill, DEED, FILL) : piece;
}

/** 接不了，路断了; `can't fill it because the road is closed`: what is said beside the deed; nothing where a part of it is not for buyers. */
export const readReason = (rest: string): string =>
  (isPrivate.test(plainWords(rest)) ? '' : rest)
    .split(PIECES)
    .map((piece) => withoutDeed(piece.trim()).replace(/\s+/gu, ' '))
    .filter((piece) => withoutFirst(piece, FILL) !== '' && readOrderOwner(piece) === undefined)
    .filter((piece) => !isOfMoney(piece))
    .join('，');

/** 退钱给人家吧: done, and no reason. */
const isOfMoney = (piece: string): boolean => moneyBack.test(plainWords(piece)) && /钱|款|money/u.test(piece);
