import { GRAMS, type Measure } from '../shop/quantity.ts';

/** What a number counts. A container counts pieces until its content is known. */
export interface Unit {
  readonly measure: Measure;
  /** Base units in one: grams, millilitres, pieces. */
  readonly base: number;
  readonly isContainer: boolean;
}

const mass = (base: number): Unit => ({ measure: 'MASS', base, isContainer: false });
const volume = (base: number): Unit => ({ measure: 'VOLUME', base, isContainer: false });
const count = (base: number): Unit => ({ measure: 'COUNT', base, isContainer: false });
const container: Unit = { measure: 'COUNT', base: 1, isContainer: true };

/** Every spelling of a unit; 金 is how 斤 is often mistyped. */
const spellings: readonly (readonly [string, Unit])[] = [
  ['公斤|千克|kgs|kg|kilograms|kilogrammes|kilogram|kilos|kilo', mass(GRAMS.kilogram)],
  ['市斤|斤|金|jin|catties|catty', mass(GRAMS.jin)],
  ['两|liang', mass(GRAMS.liang)],
  ['吨|tonnes|tonne|tons|ton', mass(GRAMS.tonne)],
  ['grams|gram|gr|g|克', mass(1)],
  ['毫升|ml|millilitres|milliliters', volume(1)],
  ['公升|升|litres|litre|liters|liter|l', volume(1_000)],
  ['dozens|dozen|打', count(12)],
  ['个|只|枚|颗|粒|根|条|头|件|份|捆|把|串|支|张|棵|片|朵|筒|pieces|piece|pcs|pc|ea', count(1)],
  [
    '礼盒|袋子|袋|大包|小包|包|箱子|箱|盒|瓶|罐|桶|筐|篮|篓|坛|壶|听|提|盘|板|兜|套|bags|bag|boxes|box|bottles|bottle|jars|jar|cans|can|tins|tin|packets|packet|packs|pack|cartons|carton|crates|crate|baskets|basket|sacks|sack|cases|case|trays|tray|tubs|tub|jugs|jug',
    container,
  ],
];

const all = spellings.flatMap(([words, unit]) => words.split('|').map((word) => [word, unit] as const));
const byWord = new Map(all);

/** Every unit, the longest spelling first; Latin ones end at a word's end. */
export const UNIT = [...byWord.keys()]
  .sort((a, b) => b.length - a.length)
  .map((word) => (/^[a-z]/.test(word) ? `${word}(?![a-z])` : word))
  .join('|');

export const unitOf = (word: string): Unit | undefined => byWord.get(word);
