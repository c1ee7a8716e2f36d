import { offerWords } from '../../clauses/offer-words.ts';
import { readNumber } from '../../rules/lexer/numbers.ts';

// Sums and units as they are heard: run into other words, or written by their sound.

/** 一只一百二嗯都宰好的, 一双八十现在做好了: a price in Han signs that runs into words that name no size. */
const SPOKEN_SUM =
  /(?<=(?<![\d一二两三四五六七八九十百])一(?:斤|两|瓶|袋|盒|箱|罐|包|桶|个|只|把|坛|双|条|块|件|板|枚|串|捆|捧|篮|筐|壶|对|套))([一二三四五六七八九十百]{2,5})(?=嗯|呃|呢|嘛|然后|现在|宰|杀好|做好)/gu;

const asFigure = (run: string): string => {
  const value = readNumber(run);
  return value === undefined ? run : `${value / 1_000}块`;
};

/** 八十一斤，我搁这儿有十斤, with no other sum: 80 for one, and so much there is. */
const TENS_ALONE =
  /(?<![\d一二两三四五六七八九十百有共剩约来存收])([二三四五六七八九]?十)一(斤|公斤|瓶|袋|盒|箱)(?=[^\d一二两三四五六七八九十百千]{0,12}?(?:有|还剩|库存|共)[\d一二两三四五六七八九十百千]+[来多几]?\2)/u;

const HAS_SUM =
  /[\d一二两三四五六七八九十百半]\s*(?:块|元|毛|蚊|文|角)|[¥￥]|[一每/](?:斤|公斤|瓶|袋|盒|箱)\s*[\d一二三四五六七八九]/u;

/** Of what went, came or was asked for, no figure is a price, and none is all that there is. */
const saysMoved = (message: string): boolean =>
  offerWords.went.test(message) || offerWords.came.test(message) || MOVED.test(message);

const MOVED = /[卖送吃][了咗掉出]|[坏烂要摘拿采收借退]|上午|下午|昨[天日儿]/u;

const withTensAlone = (message: string): string =>
  saysMoved(message) ||
  HAS_SUM.test(message.replace(TENS_ALONE, ' ')) ||
  message.match(new RegExp(TENS_ALONE, 'gu'))?.length !== 1
    ? message
    : message.replace(TENS_ALONE, '$1块一$2');

/** 四十带, 一平: telephones and old people write one sign for another that sounds like it. */
const SOUNDED: readonly (readonly [RegExp, string])[] = [
  ...(
    [
      ['袋', '带代', ''],
      ['瓶', '平', '|[\\d一二两三四五六七八九十]'],
      ['斤', '今', '|[\\d一二两三四五六七八九十]'],
    ] as const
  ).map(
    ([unit, signs, figure]) =>
      [
        new RegExp(
          `(?<=[\\d一二两三四五六七八九十百半每])(?:[${signs}])(?=[\\s,，。.!！;；有共还装]${figure}|是[\\d一二两三四五六七八九十半]|$)`,
          'gu',
        ),
        unit,
      ] as const,
  ),
  [/(?<=我家|咱家|俺家|[\p{L}]{2})要买(?=\s*[\d一二两三四五六七八九十])/gu, '要卖'],
  [/(?<=[\d十])入(?=[\d,，裝装\s]|$)/gu, '个'],
  [/(?<=\d)\s+of\s+(?:them|those|these)\b/giu, ' pcs'],
];

const asSounded = (message: string): string =>
  SOUNDED.reduce((text, [heard, meant]) => text.replace(heard, meant), message);

const FIGURE = '[\\d一二两三四五六七八九十百千半]+';
const UNIT = '(?:斤|公斤|个|只|瓶|袋|箱|盒|包|双|枚|罐|桶|把)';

/** 没有四十，三十六斤: so much there is. */
const NOT_SO_MANY = new RegExp(`没有${FIGURE}${UNIT}?[,，\\s]*(?:只有|就|是|才)?(?=${FIGURE}${UNIT})`, 'gu');
/** 给我妹子留五斤，挂十五斤: what is kept is not for sale. */
const KEPT = new RegExp(
  `(?:我|俺|咱)?给[^,，\\d]{1,6}留(?:了|下|着|出)?${FIGURE}${UNIT}[,，\\s]*(?:就)?(?:挂|摆|上|放|写)(?=${FIGURE}${UNIT})`,
  'gu',
);

const saysGone = (message: string): boolean => offerWords.went.test(message) || offerWords.came.test(message);

/** What there is, where it is said beside what there is not, or what is kept. */
const withWhatThereIs = (message: string): string =>
  saysGone(message) ? message : message.replace(NOT_SO_MANY, '还剩').replace(KEPT, '还剩');

/** The message with its sums apart, and its units as they are meant. */
export const withSumsApart = (message: string): string =>
  withTensAlone(withWhatThereIs(asSounded(message))).replace(SPOKEN_SUM, asFigure);
