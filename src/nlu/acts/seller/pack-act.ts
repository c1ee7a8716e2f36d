import { readDataFile } from '../../../shop/values/data-file.ts';
import { lex } from '../../lexer/lexer.ts';
import { type Amount, isQuantity, type Lexed, type Quantity } from '../../lexer/tokens.ts';
import { phrases } from '../lexicon.ts';
import { phrasePattern, plainWords } from '../phrases.ts';

// Packs with a price of their own: 5斤装卖50, `the 5 kg bag is 36 yuan`, 两种规格：5斤75，10斤140.

interface PackSize {
  readonly measure: Amount['unit']['measure'];
  readonly quantity: number;
}

/** What a pack costs. */
export interface PackPrice extends PackSize {
  readonly fen: number;
}

export const packLists = readDataFile('lexicon/packs.yaml', {
  ...{ named: phrases, adding: phrases, stock: phrases, dropped: phrases, told: phrases },
  ...{
    containers: phrases,
    holders: phrases,
    bulk: phrases,
    upwards: phrases,
    each: phrases,
    bought: phrases,
    notBulk: phrases,
    ...{ loose: phrases, unchanged: phrases, fromHere: phrases, there: phrases },
  },
});
const named = phrasePattern(packLists.named);
const stock = phrasePattern(packLists.stock);
const dropped = phrasePattern(packLists.dropped);
const told = phrasePattern(packLists.told);
const adding = phrasePattern(packLists.adding, 'gi');

const [containers, holders] = [packLists.containers.join('|'), packLists.holders.join('|')];
const PACKED = new RegExp(
  '^\\s*的?(?:an? |in an? |to an? |per )?' +
    '(?:装|一?[袋箱盒包桶罐瓶坛壶筐篮篓串捆把听件板提]|礼盒|大?包装|的规格|规格|' +
    `(?:gift |paper |glass |plastic )?(?:${containers})\\b|gift)`,
  'iu',
);
/** 礼盒装两斤58, 一箱10斤. */
const PACKED_BEFORE = new RegExp(
  '(?:礼盒|规格|[袋箱盒瓶桶罐件]装|[一每][袋箱盒包桶罐瓶坛壶筐篮篓件板提](?:是|有|装)?|[大中小][袋箱盒包桶罐瓶]|' +
    `\\b(?:${holders}) (?:of|with|holds?))\\s*$`,
  'iu',
);

/** The message without what only says that a pack is added: what is left names the goods. */
export const withoutAdding = (message: string): string => message.replace(adding, ' ').trim();

/** 五斤装的不卖了: the pack that goes. */
export function readDroppedPack(message: string): PackSize | undefined {
  const { text, tokens } = lex(message);
  const [only, ...others] = tokens.filter(isQuantity);
  if (only?.is !== 'amount' || others.length > 0 || only.amount.base === undefined) return undefined;
  const isPack = PACKED.test(text.plain.slice(only.end)) || named.test(text.plain);
  return isPack && dropped.test(plainWords(message)) && !(only.amount.unit.isContainer && only.amount.isOne)
    ? { measure: only.amount.unit.measure, quantity: only.amount.base }
    : undefined;
}

/** Packs and what each costs; nothing where a figure of the message is anything else. */
export function readPackPrices(message: string): readonly PackPrice[] {
  const lexed = lex(withPieces(message));
  const { plain } = lexed.text;
  const words = plainWords(message);
  if (told.test(words) || stock.test(words.replace(/\bsold in\b/u, ' '))) return [];
  const all = lexed.tokens.filter(isQuantity);
  const figures = all.filter((one) => !isOneContainer(one));
  const sizes = figures.filter((one) => one.is === 'amount');
  const prices = figures.filter((one) => one.is === 'money' || one.is === 'number');
  const isPaired = sizes.length > 0 && sizes.length === prices.length;
  if (!isPaired || sizes.length + prices.length !== figures.length || !alternates(figures)) return [];
  const isSaid =
    named.test(plain) || CONTAINER.test(plain) || all.some(isOneOfContainers) || sizes.length > 1;
  const packs = sizes.map((size, i) => toPack(lexed, size, prices[i], isSaid));
  return packs.every((pack) => pack !== undefined) ? packs : [];
}

/** 一箱, a bag, /bag, each: what the pack itself is called. */
const isOneContainer = (one: Quantity): boolean =>
  (one.is === 'unit' && (one.amount.unit.isContainer || one.amount.unit.measure === 'COUNT')) ||
  (one.is === 'amount' && one.amount.isOne && (one.amount.unit.isContainer || one.text.endsWith('个')));

/** 10斤140块一箱: the price is for a box. */
const isOneOfContainers = (one: Quantity): boolean =>
  (one.is === 'unit' || one.is === 'amount') && one.amount.isOne && one.amount.unit.isContainer;

/** Each size beside its price, all in the same order. */
const alternates = (figures: readonly Quantity[]): boolean =>
  figures.every((one, i) => ((one.is === 'amount') === (figures[0]?.is === 'amount')) === (i % 2 === 0));

function toPack(
  { text }: Lexed,
  size: Extract<Quantity, { is: 'amount' }>,
  price: Quantity | undefined,
  isSaid: boolean,
): PackPrice | undefined {
  const { base, unit, isOne } = size.amount;
  const isPack =
    PACKED.test(text.plain.slice(size.end)) || PACKED_BEFORE.test(text.plain.slice(0, size.start));
  if (base === undefined || unit.isContainer || !(isPack || (isSaid && !isOne))) return undefined;
  const sum =
    price?.is === 'money' ? price.fen : price?.is === 'number' ? (price.value ?? 0) / 10 : undefined;
  return sum !== undefined && Number.isInteger(sum) && sum > 0
    ? { measure: unit.measure, quantity: base, fen: sum }
    : undefined;
}

const CONTAINER = /\b(?:bag|box|pack|sack|tub|jar|can|bottle|carton|crate|tray|basket|bucket)\b/u;
const BOX = '(?:box|tray|carton|crate|case|pack|basket)';
const OF_SO_MANY = new RegExp(`\\b(${BOX}) of (\\d+)\\b(?!\\s*(?:kg|g|jin|kilo|ml|l)\\b)`, 'giu');
const SO_MANY_A = new RegExp(`\\b(\\d+) (?=(?:in |to )?an? ${BOX}\\b)`, 'giu');

/** `box of 12`, `30 a tray`: so many pieces. */
const withPieces = (message: string): string =>
  message
    .replace(OF_SO_MANY, '$2 pieces $1')
    .replace(SO_MANY_A, '$1 pieces ')
    .replace(/\bby the dozen\b/giu, '12 pieces pack')
    .replace(/\b(?:two|three|2|3) (?=sizes\b|packs\b|kinds of\b)/giu, '');
