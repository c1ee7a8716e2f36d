import { readUnitWord } from '../../../../nlu/acts/seller/seller-stock.ts';
import { readStatusMove, type StatusMove } from '../../../../nlu/acts/seller/status-words.ts';
import type { SellerReading } from '../../../../nlu/reading.ts';
import {
  mayBeItsPrice,
  namesUnit,
  type PriceMove,
  readMaybeMove,
  readOnlyAmount,
  readPriceMove,
} from '../../../../nlu/rules/price-move.ts';
import type { Product } from '../../../../shop/catalogue/products/catalogue.ts';
import { type Fen, fen, isPrice, lineTotal, plusFen } from '../../../../shop/values/money.ts';
import {
  type BaseQuantity,
  baseQuantity,
  GRAMS,
  isAmount,
  isStockFigure,
  type Measure,
} from '../../../../shop/values/quantity.ts';
import { countedBy, isCountedBy } from '../../../common/amounts.ts';

export const stockModes = ['set', 'add', 'sub'] as const;
type StockMode = (typeof stockModes)[number];

interface Amount {
  readonly quantity: number;
  readonly measure: Measure | null;
  /** Bags, boxes, bottles: how much is in one, only the product's packs can tell. */
  readonly isContainer: boolean;
  /** The word of the one amount that was said. */
  readonly unitWord?: string | undefined;
  /** 还剩12: of goods that are weighed, 斤, 公斤 or bags. */
  readonly isBare?: boolean;
  /** 还剩12, and no unit anywhere: of goods that come in pairs, pairs. */
  readonly isUnitless?: boolean;
}

/** A seller's request to change an existing product; how certain it is depends on the product. */
export type ChangeRequest =
  | ({ readonly is: 'stock'; readonly mode: StockMode } & Amount)
  /** "30 斤" without saying whether that is left, sold or new. */
  | ({ readonly is: 'amount' } & Amount)
  | {
      readonly is: 'price';
      readonly price: number;
      readonly priceQuantity: number | null;
      readonly measure: Measure | null;
      /** 75元一瓶: what a bottle holds, the product's pack tells. */
      readonly isContainer: boolean;
      readonly unitWord?: string | undefined;
      /** 提价2元: by so much, where it cannot be the price itself. */
      readonly by?: PriceMove | undefined;
    }
  | { readonly is: 'by'; readonly move: PriceMove }
  | { readonly is: 'status'; readonly to: StatusMove };

/** A change of one product, complete. */
export type Act =
  | { readonly is: 'stock'; readonly mode: StockMode; readonly quantity: BaseQuantity }
  | { readonly is: 'price'; readonly price: Fen; readonly priceQuantity: BaseQuantity }
  | { readonly is: 'status'; readonly to: StatusMove };

/** The change that a message asks for; nothing where it says too little. */
export function parseChangeRequest(text: string, reading: SellerReading): ChangeRequest | undefined {
  const only = readOnlyAmount(text);
  const unitWord = readUnitWord(text);
  const { stock, price, priceQuantity, measure } = reading;
  if (reading.kind === 'status') {
    const to = readStatusMove(text);
    return to && { is: 'status', to };
  }
  const isBare = only === undefined && (measure === 'COUNT' || measure === null);
  if (stock) {
    const said = { isContainer: only?.isContainer ?? false, unitWord, isBare, isUnitless: !namesUnit(text) };
    return { is: 'stock', ...stock, measure, ...said };
  }
  if (reading.kind === 'stock')
    return (
      only && {
        is: 'amount',
        ...{ quantity: only.base, measure: only.measure, isContainer: only.isContainer, unitWord },
      }
    );
  if (price !== null) {
    const by = readMaybeMove(text);
    const isContainer = only?.isContainer ?? false;
    return { is: 'price', price, priceQuantity, measure, isContainer, unitWord, by };
  }
  const move = readPriceMove(text);
  if (!move || !mayBeItsPrice(text)) return move && { is: 'by', move };
  const { fen: by, per } = move;
  const said = { price: Math.abs(by), priceQuantity: per?.base ?? null, measure: per?.measure ?? null };
  return { is: 'price', ...said, isContainer: false, by: move };
}

/** The changes that a request may mean for this product: one if certain, several to choose from, none if impossible. */
export function changeActs(product: Product, wish: ChangeRequest): Act[] {
  switch (wish.is) {
    case 'stock':
      return findAmounts(product, wish).map((quantity) => ({ is: 'stock', mode: wish.mode, quantity }));
    case 'amount':
      return findAmounts(product, wish)
        .slice(0, 1)
        .flatMap((quantity) => stockModes.map((mode): Act => ({ is: 'stock', mode, quantity })));
    case 'price':
      return wish.by ? movedOrNew(product, wish, wish.by) : newPrice(product, wish);
    case 'by':
      return movedPrice(product, wish.move);
    case 'status':
      return [{ is: 'status', to: wish.to }];
  }
}

function newPrice(product: Product, wish: Extract<ChangeRequest, { is: 'price' }>): Act[] {
  const { price, priceQuantity, measure, isContainer, unitWord } = wish;
  const own = ownUnit(product, isContainer, unitWord);
  if (own !== undefined) return priced(price, own * (priceQuantity ?? 1));
  const [pack, ...others] = product.packs;
  if (isContainer && pack && others.length === 0) return priced(price, pack.quantity * (priceQuantity ?? 1));
  return isOther(product, measure) ? [] : priced(price, priceQuantity ?? product.priceQuantity);
}

/** 提价2元 of ¥15 is ¥17, 提价18元 is ¥18; 降价10元 may be ¥5 or ¥10. */
function movedOrNew(product: Product, wish: Extract<ChangeRequest, { is: 'price' }>, by: PriceMove): Act[] {
  const isUp = by.fen > 0;
  const [fresh, moved] = [newPrice(product, wish), movedPrice(product, by)];
  const worth = ({ price, priceQuantity }: PriceAct): number =>
    (price * product.priceQuantity) / priceQuantity / product.price;
  const isLikely = (act: Act): boolean => {
    if (act.is !== 'price') return false;
    const share = worth(act);
    return isUp ? share > 1 && share < MOST_UP : share < 1 && share > LEAST_DOWN;
  };
  const likely = [...moved, ...fresh].filter(isLikely);
  return likely.length > 0 ? likely : [...moved, ...fresh];
}

type PriceAct = Extract<Act, { is: 'price' }>;

/** No price is said to go further in words that do not say where to. */
const MOST_UP = 2;
const LEAST_DOWN = 0.4;

/** 瓶, of what its seller sells by the 瓶: one of them, whatever packs there are. */
const ownUnit = ({ unit }: Product, isContainer: boolean, word: string | undefined): number | undefined =>
  isContainer && unit && word !== undefined && isCountedBy(word, unit) ? unit.size : undefined;

const isOther = (product: Product, measure: Measure | null): boolean =>
  measure !== null && measure !== product.measure;

/**
 * Base units of the product. What it is sold in is itself; any other bag is as large as the product's pack; where there are several sizes, each is
 * possible.
 */
function findAmounts(
  product: Product,
  { quantity, measure, isContainer, unitWord, isBare, isUnitless }: Amount,
): BaseQuantity[] {
  const times = (units: readonly number[]) => units.map((unit) => unit * quantity).filter(isStockFigure);
  if (isBare && product.measure !== 'COUNT') return times(findUnits(product));
  if (isUnitless && product.measure === 'COUNT') return times([countedBy(product.unit)]);
  const own = ownUnit(product, isContainer, unitWord);
  if (own !== undefined) return times([own]);
  if (isContainer && product.packs.length > 0) return times(product.packs.map((pack) => pack.quantity));
  return isOther(product, measure) ? [] : times([1]);
}

/** What one may be of goods that are weighed or poured: what the price is for, a 斤, a litre or kilo, a pack. */
const findUnits = ({ measure, priceQuantity, packs }: Product): number[] => [
  ...new Set([
    priceQuantity,
    ...(measure === 'MASS' ? [GRAMS.jin] : []),
    1_000,
    ...packs.map((pack) => pack.quantity),
  ]),
];

const priced = (price: number, priceQuantity: number): Act[] =>
  isPrice(price) && isAmount(priceQuantity) ? [{ is: 'price', price, priceQuantity }] : [];

function movedPrice(product: Product, { fen: moved, per }: PriceMove): Act[] {
  const { price, priceQuantity, measure } = product;
  if (per && per.measure !== measure) return [];
  const by = per ? lineTotal({ fen: fen(moved), per: baseQuantity(per.base) }, priceQuantity) : fen(moved);
  return priced(plusFen(price, by), priceQuantity);
}
