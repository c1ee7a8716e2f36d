import { readNumber, THOUSAND } from '../../../nlu/rules/lexer/numbers.ts';
import { measures } from './measures.ts';
import type { Quantity } from './quantity.ts';

const DENOMINATORS: Readonly<Record<string, number>> = {
  ...{ half: 2, third: 3, quarter: 4, fifth: 5, sixth: 6, eighth: 8, tenth: 10 },
};
const NAMES = Object.keys(DENOMINATORS).join('|');
const ENGLISH = new RegExp(
  `\\b(?<many>an?|one|two|three|four|five|six|seven|nine|\\d)[ -](?<name>${NAMES})s?\\b(?: of an? (?<unit>[a-z]+))?`,
  'gi',
);
const CHINESE = /(?<whole>[二三四五六七八九十]|\d{1,2})分之(?<part>[一二三四五六七八九]|\d)/gu;
const PARTS =
  /\b(?<one>[a-z]+|\d+) parts? (?:of )?[a-z -]{2,30}?(?: and| to|,) (?<other>[a-z]+|\d+)(?: parts?)?(?= |$)/gi;

/** Parts of a whole, in percent or in their unit: three fifths, 五分之三, three quarters of a litre, three parts to one. */
export const findFractions = (text: string): Quantity[] => [
  ...[...text.matchAll(ENGLISH)].flatMap(({ index, 0: words, groups = {} }) => {
    const many = /^an?$/i.test(groups.many ?? '') ? 1 : whole(groups.many);
    const share = many / (DENOMINATORS[groups.name?.toLowerCase() ?? ''] ?? 1);
    const unit = measures().units.get(groups.unit?.toLowerCase() ?? '');
    // A half is read as a number; a third of the harvest counts nothing that could be compared.
    if (!unit && (share >= 1 || /^an?$/i.test(groups.many ?? '') || groups.name?.toLowerCase() === 'half'))
      return [];
    const end = unit ? words.length : words.replace(/ of an? .*/i, '').length;
    const place = { from: index, to: index + end, isLoose: false };
    return unit
      ? [{ ...place, dimension: unit.dimension, value: share * unit.size, size: unit.size }]
      : [percent(place.from, place.to, share)];
  }),
  ...[...text.matchAll(CHINESE)].map(({ index, 0: words, groups = {} }) =>
    percent(index, index + words.length, whole(groups.part) / whole(groups.whole)),
  ),
  ...[...text.matchAll(PARTS)].flatMap(({ index, 0: words, groups = {} }) => {
    const [one = '', other = ''] = [groups.one, groups.other];
    const sum = whole(one) + whole(other);
    const at = index + words.lastIndexOf(other);
    return whole(one) > 0 && whole(other) > 0
      ? [
          percent(index, index + one.length, whole(one) / sum),
          percent(at, at + other.length, whole(other) / sum),
        ]
      : [];
  }),
];

const whole = (words = ''): number => (readNumber(words.toLowerCase()) ?? 0) / THOUSAND;

/** Of a hundredth of a percent, so that three tenths are the 30 of a fact. */
const PRECISION = 100;

const percent = (from: number, to: number, share: number): Quantity => ({
  ...{ from, to, dimension: 'percent', isLoose: false },
  value: Math.round(share * 100 * PRECISION) / PRECISION,
});
