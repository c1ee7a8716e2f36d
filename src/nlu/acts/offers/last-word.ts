import { lex } from '../../lexer/lexer.ts';
import { isQuantity, type Quantity } from '../../lexer/tokens.ts';
import { phrasePattern, plainWords } from '../phrases.ts';
import { sellerLexicon } from '../seller/seller-lexicon.ts';

const mended = phrasePattern(sellerLexicon.part.mended, 'g');
/** Traditional signs are looked at more closely. */
const mayBeMended = new RegExp(`${phrasePattern(sellerLexicon.part.mended).source}|[錯對說誤]`, 'u');
const filler = phrasePattern(sellerLexicon.part.mendedFill, 'g');

/**
 * 核桃20一斤不对是25: the message as if the second figure had been said at once. Where it cannot be told which figure is
 * taken back, the message stays as it is.
 */
export function withLastWord(message: string): string {
  if (!mayBeMended.test(message.toLowerCase())) return message;
  const lexed = lex(message);
  const { said, plain } = lexed.text;
  const quantities = lexed.tokens.filter(isQuantity);
  for (const found of plain.matchAll(mended)) {
    const start = found.index;
    const end = start + found[0].length;
    const next = quantities.find((one) => one.start >= end);
    const before = quantities.filter((one) => one.end <= start);
    const old = next && takenBack(before, next);
    if (!old || !isBare(plain.slice(end, next.start), plain.slice(0, old.start))) continue;
    const [per, was] = [behind(quantities, next), behind(quantities, old)];
    const unit = per && !was ? per.text : '';
    const rest = withoutOld(said.slice(per?.end ?? next.end), old.text);
    const middle = said.slice(old.end, start).replace(/[\s,，。….啊哦噢哎]+$/u, '');
    return withLastWord(`${said.slice(0, old.start)}${inPlaceOf(old, next)}${unit}${middle}${rest}`);
  }
  return message;
}

/** 18是隔壁家的价: told of the figure that was taken back, and of nothing else. */
const withoutOld = (rest: string, old: string): string =>
  rest
    .split(/(?=[,，])/u)
    .filter((clause) => {
      const words = clause.replace(/^[,，\s]+/u, '');
      const isOld = words.startsWith(old) && OF_OLD.test(words.slice(old.length));
      return !isOld || lex(words).tokens.filter(isQuantity).length > 1;
    })
    .join('');
const OF_OLD = /^\s*(?:是|was\b|is\b)/u;

const isSum = ({ is }: Quantity): boolean => is === 'money' || is === 'number';
const isWhole = (one: Quantity): boolean => one.is === 'amount' && !one.amount.isOne;

/** The last figure of the same kind; a bare number takes back the only one there is. */
function takenBack(before: readonly Quantity[], next: Quantity): Quantity | undefined {
  const sums = before.filter(isSum);
  const wholes = before.filter(isWhole);
  if (next.is === 'money') return sums.at(-1);
  if (next.is === 'number') {
    if (sums.length > 0 && wholes.length > 0) return undefined;
    return sums.at(-1) ?? (wholes.length === 1 ? wholes[0] : undefined);
  }
  if (next.is !== 'amount' || next.amount.isOne) return undefined;
  const { measure } = next.amount.unit;
  return wholes.findLast((one) => one.is === 'amount' && one.amount.unit.measure === measure);
}

/** Nothing but 是, 卖了 and the like, or the same words once more, stands before the second figure. */
function isBare(between: string, earlier: string): boolean {
  const words = plainWords(between).replace(filler, ' ').trim();
  return words === '' || plainWords(earlier).endsWith(plainWords(between));
}

/** 一斤 behind a price: what it is for. */
function behind(quantities: readonly Quantity[], one: Quantity): Quantity | undefined {
  const next = quantities.find(({ start }) => start >= one.end && start <= one.end + 1);
  const isPer = next?.is === 'unit' || (next?.is === 'amount' && next.amount.isOne);
  return isSum(one) && isPer ? next : undefined;
}

const NUMERAL = /^[¥$\s]*[\d.,零一二两三四五六七八九十百千万半]+/u;

/** 40斤, no, 60: in the unit of the first. */
function inPlaceOf(old: Quantity, next: Quantity): string {
  if (next.is !== 'number' || old.is === 'number') return next.text;
  const unit = old.text.replace(NUMERAL, '');
  return /[\d一二三四五六七八九]/u.test(unit) ? `${next.text}块` : `${next.text}${unit}`;
}
