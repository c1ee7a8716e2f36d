import type { Span } from '../../phrases.ts';
import { type Amount, isBareNumber, PIECE } from '../amounts.ts';
import { readBound } from '../bounds.ts';
import { CLOSE, factors, isSame, isThing, type Ratio, single } from './ratios.ts';

const SAVING =
  /(?:比(?:单|分开|零|散|一[个袋瓶盒包箱罐]一[个袋瓶盒包箱罐])(?:独)?[买拿](?:能|可以|要)?)?(?:能|可以|还|就)?(?:[省慳悭]|便宜|优惠|立减|少[付花掏给收]|\b(?:save|saves|saving)\b)(?:下|掉|返|出)?\s*(?:you |your |yourself )?[了下您你]?$/iu;
const MORE = /(?:[多再]|\banother |\bextra )(?:[花掏出付给加]|pays? )?(?:上|个)?$/iu;

/** Sums that several cost less together than one by one (两袋省八块), or more than fewer (多出十九块就多两瓶). */
export function findSavings(sentence: string, amounts: readonly Amount[], ratios: readonly Ratio[]): Span[] {
  return amounts.filter(isMoney(sentence)).flatMap((sum) => {
    const before = sentence.slice(0, sum.from);
    if (readBound(sentence, sum)) return [];
    const saving = SAVING.exec(before);
    if (saving) return isSaved(sum, amounts, ratios) ? [{ from: saving.index, to: sum.to }] : [];
    const more = MORE.exec(before);
    const gained = more && amounts.find((one) => isGained(one, sum, sentence, ratios));
    return more && gained ? [{ from: more.index, to: gained.to }] : [];
  });
}

const isMoney =
  (sentence: string) =>
  ({ of, from, to }: Amount): boolean =>
    of.includes('yuan') || (of.includes(PIECE) && isBareNumber(sentence.slice(from, to)));

/** How many of what are sold together. */
const severalOf = (ratios: readonly Ratio[]): Amount[] =>
  ratios.flatMap(({ one, other }) => [one, other]).filter((one) => isThing(one.of) && one.value > 1);

function isSaved({ value }: Amount, amounts: readonly Amount[], ratios: readonly Ratio[]): boolean {
  const all = severalOf(ratios);
  const named = all.filter((several) =>
    amounts.some((one) => one.value === several.value && isSame(one.of, several.of)),
  );
  return (named.length > 0 ? named : all).some((several) => {
    const prices = factors(several, single(['yuan']), ratios);
    return Math.abs(Math.max(...prices) - Math.min(...prices) - value) < CLOSE;
  });
}

const MORE_OF = /(?:[多再]|\banother |\bmore )(?:拿|得|带|来|有|买|送)?(?:上|个)?$/iu;

/** Two bottles of `多出十九块就多两瓶`: what one gets for so much more. */
function isGained(gain: Amount, sum: Amount, sentence: string, ratios: readonly Ratio[]): boolean {
  if (gain.from < sum.to || !isThing(gain.of) || !MORE_OF.test(sentence.slice(0, gain.from))) return false;
  const priced = ratios.flatMap(({ one, other }) =>
    other.of.includes('yuan')
      ? [{ thing: one, price: other.value }]
      : one.of.includes('yuan')
        ? [{ thing: other, price: one.value }]
        : [],
  );
  const sold = priced.filter(({ thing }) => isSame(thing.of, gain.of));
  return sold.some((few) =>
    sold.some(
      (many) =>
        many.thing.value - few.thing.value === gain.value &&
        Math.abs(many.price - few.price - sum.value) < CLOSE,
    ),
  );
}
