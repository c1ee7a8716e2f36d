import { lex } from '../lexer/lexer.ts';
import type { Amount, Lexed } from '../lexer/tokens.ts';
import { isQuantity } from '../lexer/tokens.ts';
import type { Known } from '../model/goods.ts';
import type { SellerReading } from '../reading.ts';
import { type Figures, isSum, sortFigures } from './figures.ts';
import { type Part, splitParts } from './parts.ts';
import { saleLexicon } from './words.ts';

// 娃，咱家冻下的那个沙棘果能给卖了不，一斤要九块: goods that are put on sale in a sentence, told by what each figure is.

export interface SaleOffer {
  readonly reading: SellerReading;
  /** Its own words. */
  readonly text: string;
  /** How likely its name is one. */
  readonly likeness: number;
  readonly least?: Amount;
  readonly most?: Amount;
}

/** Whether a message says that something is for sale. */
export const saysSale = (message: string): boolean => {
  saleLexicon.sale.lastIndex = 0;
  return saleLexicon.sale.test(lex(message).text.plain);
};

/** 红枣别上架: it is not to be sold, or not now, or told of others. */
export const deniesSale = (message: string): boolean => saleLexicon.denied.test(lex(message).text.plain);

/** What a message offers; nothing where it may do anything else, or where a figure in it is not explained. */
export function readSaleOffers(message: string, known: Known): readonly SaleOffer[] | undefined {
  const lexed = lex(message);
  const { plain } = lexed.text;
  const isNone = deniesSale(message) || saleLexicon.elsewhere.test(plain.replace(saleLexicon.sale, ' '));
  if (isNone || asksFigure(lexed)) return undefined;
  const parts = splitParts(lexed, known);
  const offers = parts.map((part) => offerOf(lexed, part, parts));
  return offers.length > 0 && offers.every((one) => one !== undefined) ? offers : undefined;
}

/** 能卖十块一颗不？: a figure that is asked about. */
function asksFigure({ text, tokens }: Lexed): boolean {
  const ends = [...text.plain.matchAll(/[?？]|[吗么不](?=[\s,，。.!！]|$)/gu)];
  return ends.some(({ index }) => {
    const start = Math.max(
      0,
      ...[...text.plain.slice(0, index).matchAll(/[,，。!！?？]|\.\s/gu)].map((sign) => sign.index + 1),
    );
    return tokens.some(
      (token) => token.start >= start && token.end <= index && isSum(isQuantity(token) ? token : undefined),
    );
  });
}

/** Whether a message offers one thing, and says all of it. */
export const isOneWhole = (offers: readonly SaleOffer[] | undefined): boolean => {
  const [one, ...others] = offers ?? [];
  const { title, priceQuantity, stock } = one?.reading ?? {};
  return others.length === 0 && Boolean(title) && Boolean(priceQuantity) && Boolean(stock);
};

/** The unit that another part's price is for, where this one's names none. */
function unitOf(figures: Figures, others: readonly (Figures | undefined)[]): Amount | undefined {
  if (figures.per) return figures.per;
  const told = others.find((one) => one?.per)?.per;
  return told && (!figures.stock || figures.stock.unit.measure === told.unit.measure) ? told : undefined;
}

function offerOf({ text }: Lexed, part: Part, parts: readonly Part[]): SaleOffer | undefined {
  const figures = sortFigures(part.figures);
  if (!figures) return undefined;
  const per = unitOf(
    figures,
    parts.map((one) => (one === part ? undefined : sortFigures(one.figures))),
  );
  const { fen, content, stock, least, most } = figures;
  const price = measured(per, content);
  const amount = measured(stock, content);
  const isOther = price && amount && price.measure !== amount.measure;
  if (isOther || (fen === undefined && !amount)) return undefined;
  const isNear = stock !== undefined && stock.base === undefined;
  const title = part.name ? text.said.slice(part.name.start, part.name.end) : null;
  return {
    text: text.said.slice(part.start, part.end),
    likeness: part.name?.likeness ?? 0,
    reading: {
      kind: 'product',
      title,
      measure: price?.measure ?? amount?.measure ?? null,
      price: fen ?? null,
      priceQuantity: fen === undefined ? null : (price?.base ?? null),
      stock: amount?.base === undefined ? null : { mode: 'set', quantity: amount.base },
      packs: content?.amount.base === undefined ? [] : [content.amount.base],
      ambiguous: [
        ...(fen !== undefined && price?.base === undefined ? ['priceQuantity'] : []),
        ...(isNear ? ['stock'] : []),
      ],
    },
    ...(least && { least }),
    ...(most && { most }),
  };
}

/** In base units: a container of known content is that content. */
function measured(amount: Amount | undefined, content: Figures['content']) {
  if (!amount) return undefined;
  const { measure, word, base: one } = amount.unit;
  const isHeld = content?.amount.base !== undefined && word === content.holder;
  const base = amount.base ?? amount.near ?? (amount.isOne ? one : undefined);
  return isHeld
    ? {
        base: base === undefined ? undefined : base * (content.amount.base ?? 1),
        measure: content.amount.unit.measure,
      }
    : { base, measure };
}
