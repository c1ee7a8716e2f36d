import { addressEvidence, firstPlace } from './evidence.ts';
import { findAmounts } from './goods.ts';
import { TAKEN } from './mask.ts';
import { looksLikeFullName } from './names.ts';
import type { Span } from './text.ts';
import { endBeforeGoods, isWanted, partBeforeGoods, sentBehind, wantedAt } from './wanted.ts';

/** What is ordered goes to somebody: 两盒茶叶给老宋, 2 kg walnuts to Li Lei. */
const TO = /\s(?:to|at|for)\s|[寄送发]?给(?![我你俺咱她他])(?=[\p{Script=Han}]{2,6}$)/u;
/** 给林志远寄两罐茶叶. */
const SENT = /^(?:麻烦|请|帮我|帮忙)*给([\p{Script=Han}]{2,4}?)(?=[寄送发捎邮])/u;

/** A part of a piece: goods with their amounts, or what else it says. */
interface Cut extends Span {
  readonly isGoods: boolean;
}

interface Beside {
  readonly isBeforePhone: boolean;
  /** Nothing but blanks stands between an address and these words. */
  readonly isBehindAddress: boolean;
}

/** Goods with their amounts, apart from the address or name that they are glued to. */
export function cutGoods(words: string, { isBeforePhone, isBehindAddress }: Beside): Cut[] {
  const whole = [{ start: 0, end: words.length, isGoods: false }];
  const given = SENT.exec(words);
  if (given?.[1] && looksLikeFullName(given[1])) return cutAt(words, given[0].length, false);
  if (isWanted(words)) return [{ start: 0, end: words.length, isGoods: true }];
  const sent = sentBehind(words);
  if (sent !== undefined) return cutAt(words, sent, true);
  const wanted = wantedAt(words);
  if (wanted !== undefined) return cutAt(words, wanted, false);
  const bare = words.replaceAll(TAKEN, ' ');
  const isAddress = addressEvidence(withoutAmounts(bare)) >= 2;
  const amounts = findAmounts(bare, isAddress);
  const first = amounts[0];
  const last = amounts.at(-1);
  if (!first || !last) return whole;
  const behind = TO.exec(bare.slice(last.end)) ?? undefined;
  const sentTo = sentToAt(bare.slice(last.end));
  if (!behind && sentTo !== undefined) return cutAt(words, last.end + sentTo, true);
  const place = isAddress ? firstPlace(bare.slice(last.end)) : undefined;
  const at = behind
    ? last.end + behind.index
    : place
      ? last.end + leadBefore(bare, last.end, place.at)
      : undefined;
  if (at !== undefined) return cutAt(words, at, true);
  if (isAddress) return cutAt(words, addressEnd(bare, first.start), false);
  const end = isBehindAddress ? partBeforeGoods(bare.slice(0, first.start)) : 0;
  if (end > 0) return cutAt(words, end, false);
  const tail = bare.slice(last.end);
  if (isBeforePhone && looksLikeFullName(tail)) return cutAt(words, last.end, true);
  return [{ start: 0, end: words.length, isGoods: true }];
}

const withoutAmounts = (words: string): string =>
  findAmounts(words, true).reduceRight(
    (rest, { start, end }) => rest.slice(0, start) + rest.slice(end),
    words,
  );

/** 寄20斤苹果到西安市: 到 goes with the place. */
function leadBefore(words: string, from: number, at: number): number {
  const [lead = ''] = /(?:寄到|发到|送到|到|至|往|寄|发|送)$/.exec(words.slice(from, from + at)) ?? [];
  return at - lead.length;
}

/** 来三斤小米寄天津: a place without its ending is one where goods are sent there. */
function sentToAt(words: string): number | undefined {
  const found = SENT_TO.exec(words);
  const place = found?.[1] ?? '';
  return found && firstPlace(place)?.end === place.length ? found.index : undefined;
}

const SENT_TO = /(?:寄到|发到|送到|寄往|发往|寄|发|送|邮)([\p{Script=Han}]{2,8})$/u;

/** 3幢502核桃5斤: where the address ends and the name of the goods begins. */
function addressEnd(words: string, amount: number): number {
  const seen = endBeforeGoods(words.slice(0, amount));
  if (seen !== undefined) return seen;
  const [goods = ''] = /[\p{Script=Han}]{1,6}$/u.exec(words.slice(0, amount)) ?? [];
  const end = /^[号室栋幢座楼层户]/.test(goods) ? 1 : 0;
  return amount - goods.length + end;
}

function cutAt(words: string, at: number, isGoodsFirst: boolean): Cut[] {
  return [
    { start: 0, end: at, isGoods: isGoodsFirst },
    { start: at, end: words.length, isGoods: !isGoodsFirst },
  ].filter(({ start, end }) => end > start);
}
