import { GRAMS, type Measure } from '../../../shop/values/quantity.ts';
import { THOUSAND } from './numbers.ts';

/** What a number counts. A container counts pieces until its content is known. */
export interface Unit {
  readonly measure: Measure;
  /** Base units in one: grams, millilitres, pieces. */
  readonly base: number;
  /** What one is where that is no whole number: a pound. */
  readonly exact?: number;
  readonly isContainer: boolean;
}

const mass = (base: number): Unit => ({ measure: 'MASS', base, isContainer: false });
const rounded = (exact: number): Unit => ({ ...mass(Math.round(exact)), exact });
const volume = (base: number): Unit => ({ measure: 'VOLUME', base, isContainer: false });
const count = (base: number): Unit => ({ measure: 'COUNT', base, isContainer: false });
const container: Unit = { measure: 'COUNT', base: 1, isContainer: true };

export const PIECE: Unit = count(1);

/** 一份, 一套: one of whatever it is, where nothing is said of what it holds. */
export const PORTION: Unit = { ...container };

/** Every spelling of a unit, common slips among them: 金 is how 斤 is often mistyped. */
const spellings: readonly (readonly [string, Unit])[] = [
  [
    "公斤|公金|千克|kgs|kg|kilograms|kilogrammes|kilogram|kilogramme|kilo's|kilos|kilo|killos|killo",
    mass(GRAMS.kilogram),
  ],
  ['市斤|斤|金|觔|jins|jin|catties|catty', mass(GRAMS.jin)],
  [
    '两(?!斤|公斤|千克|升|[种样百千万])(?!(?<=\\s两)[箱袋盒瓶罐桶包个只份条件筐板块])|liang',
    mass(GRAMS.liang),
  ],
  ['吨|tonnes|tonne|tons|ton', mass(GRAMS.tonne)],
  ['lbs|lb|pounds|pound|磅', rounded(453.59237)],
  ['ounces|ounce|oz|盎司', rounded(28.349523125)],
  // 一担 is 100 斤.
  ['担(?!担|子|心)', mass(100 * GRAMS.jin)],
  ['grams|gram|grammes|gms|gm|gr|g|克', mass(1)],
  ['毫升|ml|mls|millilitres|milliliters|millilitre|milliliter', volume(1)],
  ['公升|升|litres|litre|liters|liter|ltrs|ltr|l', volume(1_000)],
  ['dozens|dozen|doz|打(?!包|折|开|算)', count(12)],
  ['双(?!黄|色)|对(?!虾|不|吗|了|吧|方)|pairs|pair', count(2)],
  [
    '个|只(?!有|剩|要|能|卖(?![了掉出])|够|是)|枚|颗|粒|根|条|头|支|枝|张|棵|株|片|朵|筒|卷|尾|匹|块|圈|瓣|节|口(?!味|感|袋|人|罩|水|号|碑)|床|台(?!湾|州)|副|羽|pieces|piece|pcs|pc|peices|ea|heads|head|blocks|block|ears|ear|cobs|cob|bulbs|bulb|stalks|stalk|bunches|bunch|loaves|loaf|slices|slice',
    count(1),
  ],
  [
    '礼盒|辫子|辫|纸箱|泡沫箱|编织袋|麻袋|袋子|袋|大包|小包|大袋|小袋|大箱|小箱|大盒|小盒|大瓶|小瓶|大桶|小桶|大罐|小罐|包(?!邮)|箱子|箱|盒子|盒|瓶子|瓶|樽|罐子|罐|桶|筐|框|篮子|篮|篓|坛|壶|缸|听|提|盘|板|托|兜|捆|串|挂|匣|盅|杯|碗|瓮|把(?!握|关|子)|单(?!子|号|位|据|价|独|人)|饼(?!干|子|铛|肥|茶)',
    container,
  ],
  ['套|件|份|sets|set', PORTION],
  [
    'bags|bag|sacks|sack|boxes|box|boxs|bottles|bottle|botles|botle|jars|jar|cans|can(?! (?:i|you|we|u|he|she|they|it)\\b)|tins|tin|packets|packet|packs|pack|packages|package|pkts|pkt|pks|pk|cartons|carton|crates|crate|baskets|basket|drums|drum|kegs|keg|pouches|pouch|sachets|sachet|punnets|punnet|cases|case|trays|tray|tubs|tub|jugs|jug|buckets|bucket|barrels|barrel|bundles|bundle|strings|pots|pot|cakes|cake',
    container,
  ],
];

const all = spellings.flatMap(([words, unit]) => splitSpellings(words).map((word) => [word, unit] as const));
const byWord = new Map(all.map(([word, unit]) => [bare(word), unit]));

/** A spelling may end in what must not follow it; bars inside such a group divide nothing. */
function splitSpellings(words: string): string[] {
  return words.split(/\|(?![^()]*\))/);
}

function bare(word: string): string {
  return word.replace(/\(\?!.*$/, '');
}

/** Every unit, the longest spelling first, as the source of a pattern; Latin ones end at a word's end, or before times (250gx4). */
export const UNIT = all
  .map(([word]) => word)
  .sort((a, b) => bare(b).length - bare(a).length)
  .map((word) => (/^[a-z]/.test(word) ? word.replace(bare(word), `${bare(word)}(?!(?!x ?\\d)[a-z])`) : word))
  .join('|');

export const unitOf = (word: string): Unit | undefined => byWord.get(word);

/** Units whose size differs from place to place: what they measure is known, how much is not. */
export const FOREIGN_UNIT = 'gallons|gallon|pints|pint|加仑';

export const foreignUnit: Unit = volume(1);

/** Thousandths of a unit in base units; nothing where that is no whole number, unless the unit is none. */
export function wholeBase(value: number, { base: one, exact }: Unit): number | undefined {
  if (exact !== undefined) return Math.round((value * exact) / THOUSAND);
  const base = (value * one) / THOUSAND;
  return Number.isSafeInteger(base) ? base : undefined;
}
