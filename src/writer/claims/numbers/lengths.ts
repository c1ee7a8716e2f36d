import { NUMBER, readNumber, THOUSAND } from '../../../nlu/rules/lexer/numbers.ts';
import { measures } from './measures.ts';
import type { Quantity } from './quantity.ts';

const TENTHS = 10;
const CENTIMETRE = 0.01;

/** 一米八, 两公分三, 三斤二: the digit behind a unit counts tenths of it. */
const AND_TENTHS = new RegExp(
  `(?<number>${NUMBER})(?<unit>公分|厘米|公斤|公里|米|斤|升|尺|寸|里)(?<tenths>[一二三四五六七八九])(?=[,。;!?、\\s]|$|[的乘×x长宽高深厚]|[到至](?:${NUMBER})\\k<unit>)`,
  'gu',
);

/** 长40宽30, 口径三十: people leave out that it is centimetres. */
const BARE = new RegExp(
  `(?<=[长宽高深厚径])(?:约|大约)?(?<number>${NUMBER})(?=[,。;!?、\\s长宽高深厚×x*]|$)`,
  'gu',
);
/** No thing of a village shop is said so without its unit that is smaller or larger. */
const LEAST = 2;
const MOST = 400;

/** Sizes and weights as people say them short. */
export const findLengths = (text: string): Quantity[] => [
  ...[...text.matchAll(AND_TENTHS)].flatMap(({ index, 0: words, groups = {} }) => {
    const unit = measures().units.get(groups.unit ?? '');
    const many = (readNumber(groups.number ?? '') ?? 0) / THOUSAND;
    const tenths = (readNumber(groups.tenths ?? '') ?? 0) / THOUSAND / TENTHS;
    if (!unit || many === 0) return [];
    const place = { from: index, to: index + words.length, isLoose: false };
    return [
      { ...place, dimension: unit.dimension, value: rounded((many + tenths) * unit.size), size: unit.size },
    ];
  }),
  ...[...text.matchAll(BARE)].flatMap(({ index, 0: words, groups = {} }) => {
    const many = (readNumber(groups.number ?? '') ?? 0) / THOUSAND;
    if (many < LEAST || many > MOST) return [];
    const from = index + words.length - (groups.number?.length ?? 0);
    return [centimetres(from, index + words.length, many)];
  }),
];

/** Of the sizes of a fact that leaves out their unit: 尺寸:30×180. */
export const findBareSizes = (fact: string): Quantity[] => {
  if (
    !/^(?:尺寸|大小|size|dimensions?)\s*:[^:]*\d\s*[×x*]\s*\d[\d.]*(?![\d.]*\s*(?:[a-z]|[厘毫]?米|公分))/iu.test(
      fact,
    )
  )
    return [];
  return [...fact.matchAll(/\d+(?:\.\d+)?/g)].map(({ index, 0: words }) =>
    centimetres(index, index + words.length, Number(words)),
  );
};

const centimetres = (from: number, to: number, many: number): Quantity => ({
  ...{ from, to, dimension: 'metres', size: CENTIMETRE, isLoose: false },
  value: rounded(many * CENTIMETRE),
});

/** Without what floating point adds: 1.1 × 500. */
const rounded = (value: number): number => Math.round(value * 1e6) / 1e6;
