import { z } from 'zod';
import { ask } from '../../../../chat/dsl/flow.ts';
import { type Button, type Reply, type Screen, say } from '../../../../chat/dsl/screen.ts';
import { idShape, type ProductId } from '../../../../db/ids.ts';
import { saysDoubled } from '../../../../nlu/acts/offers/of-table.ts';
import {
  isLost,
  readContainers,
  readContentAmount,
  readDiscount,
  readSettled,
  readSoldSum,
  readVagueMode,
  readVagueStock,
  saysRest,
  type VagueStock,
} from '../../../../nlu/acts/seller/seller-stock.ts';
import type { SellerReading } from '../../../../nlu/reading.ts';
import { readOnlyAmount } from '../../../../nlu/rules/price-move.ts';
import type { Product } from '../../../../shop/catalogue/products/catalogue.ts';
import type { Membership } from '../../../../shop/sellers/members.ts';
import { fen, isPrice } from '../../../../shop/values/money.ts';
import { baseQuantity, isAmount } from '../../../../shop/values/quantity.ts';
import { newQuestionId } from '../../../common/question-id.ts';
import { flow, type Turn } from '../../../flow.ts';
import { productName, quantityValue } from '../../../screens/values.ts';
import { notYours, ownProduct } from '../../acting.ts';
import { changeOrAsk } from './changes.ts';
import { actTap, actText, cancelButton, openButton, whichScreen } from './changes-screen.ts';
import { latestProduct } from './latest-product.ts';
import { namedProduct, tableProduct } from './meant.ts';

/** Stock that was said without a figure: asked about, with what was probably meant as a button. */
export const stockAsks = flow('stock-asks', {
  answers: {
    container: {
      data: z.object({
        product: idShape<ProductId>(),
        mode: z.enum(['set', 'add', 'sub']),
        count: z.number().int().positive(),
      }),
      read: readContent,
    },
    'stock-about': {
      data: z.object({
        product: idShape<ProductId>(),
        unit: z.number().positive(),
        mode: z.enum(['set', 'add', 'sub']),
      }),
      read: readProposed,
    },
  },
});

/** 还剩一半, 二十来斤, 又来了两筐, 糟蹋了3斤, 打九折; nothing where a figure can be taken as it stands. */
export async function stockWords(
  turn: Turn,
  seller: Membership,
  reading: SellerReading,
): Promise<Reply | undefined> {
  const named = await namedProduct(turn, seller, reading.title);
  // 大概还有十来瓶: of nothing named, what is on the table may be asked about.
  const isOpen = !named && reading.title === null && readVagueStock(turn.text) !== undefined;
  const isDoubled = !named && reading.price === null && saysDoubled(turn.text);
  const spoken = isDoubled ? await latestProduct(turn, seller) : undefined;
  const product = isOpen ? await tableProduct(turn, seller, '') : (named ?? spoken);
  if (!product || product.status === 'draft') return undefined;
  const share = reading.price === null && reading.stock === null ? readDiscount(turn.text) : undefined;
  if (share !== undefined) {
    const price = fen(Math.round((product.price * share) / 1_000));
    return changeOrAsk(turn, product, { is: 'price', price, priceQuantity: product.priceQuantity });
  }
  if (saysDoubled(turn.text) && reading.price === null) return doubledAsk(turn, product);
  if (reading.kind === 'price' || reading.price !== null) return undefined;
  const sold = readSoldSum(turn.text);
  if (sold?.base !== undefined && sold.unit.measure === product.measure)
    return changeOrAsk(turn, product, { is: 'stock', mode: 'sub', quantity: baseQuantity(sold.base) });
  const vague = readVagueStock(turn.text);
  if (vague && (reading.stock === null || vague.is !== 'half')) return proposal(turn, product, vague);
  const isUnsaid = reading.kind === 'stock' && reading.stock === null;
  const amount = isUnsaid && isLost(turn.text) ? readOnlyAmount(turn.text) : undefined;
  if (amount?.measure === product.measure)
    return changeOrAsk(turn, product, { is: 'stock', mode: 'sub', quantity: baseQuantity(amount.base) });
  return containerAsk(turn, product, reading);
}

/** 价格翻一倍了: told, or to be done; a tap does it. */
function doubledAsk(turn: Turn, product: Product): Reply | undefined {
  const act = { is: 'price', price: fen(product.price * 2), priceQuantity: product.priceQuantity } as const;
  return isPrice(act.price) ? [whichScreen([{ product, act }], newQuestionId(turn.now))] : undefined;
}

/** What was probably meant, to be said yes to; nothing changes before. */
function proposal(turn: Turn, product: Product, vague: VagueStock): Reply | undefined {
  if (vague.is === 'between') return betweenProposal(turn, product, vague);
  const part = vague.is === 'part' ? vague.part : 1 / 2;
  const left = Math.round(product.available * part);
  if (vague.is === 'about' && vague.amount.unit.measure !== product.measure) return undefined;
  const quantity = vague.is === 'about' ? vague.amount.base : left;
  if (!isAmount(quantity)) return undefined;
  const mode = vague.is === 'about' ? readVagueMode(turn.text) : 'set';
  const act = { is: 'stock', mode, quantity } as const;
  const action = actTap(product, act, newQuestionId(turn.now));
  const values = {
    title: productName(product),
    now: quantityValue(product, product.available),
    quantity: quantityValue(product, quantity),
  };
  return [
    {
      text: say(mode === 'set' ? `stock-propose-${vague.is}` : 'stock-propose-move', values),
      buttons: [
        [{ label: actText(product, act), tap: action, tone: 'primary' }],
        [cancelButton, openButton(product)],
      ],
      yes: action,
      focus: { product: product.id },
      asks: ask('stock-about', { product: product.id, unit: unitOf(vague, product), mode }),
      fresh: true,
    },
  ];
}

/** What a bare number counts. */
function unitOf(vague: VagueStock, { priceQuantity }: Product): number {
  return (vague.is === 'about' ? vague.amount.unit.base : undefined) ?? priceQuantity;
}

/** 还有七八十斤: the smaller one is what can be sold without fail. */
function betweenProposal(
  turn: Turn,
  product: Product,
  { low, high, unit }: Extract<VagueStock, { is: 'between' }>,
): Reply | undefined {
  if (unit.measure !== product.measure || !isAmount(low) || !isAmount(high)) return undefined;
  const mode = readVagueMode(turn.text);
  const acts = [low, high].map((quantity) => ({ is: 'stock', mode, quantity }) as const);
  const asked = newQuestionId(turn.now);
  const [yes = '', other = ''] = acts.map((act) => actTap(product, act, asked));
  return [
    {
      text: say('stock-propose-between', {
        title: productName(product),
        now: quantityValue(product, product.available),
        low: quantityValue(product, low),
        high: quantityValue(product, high),
      }),
      buttons: [
        acts.map((act, i) => ({ label: actText(product, act), tap: i === 0 ? yes : other })),
        [cancelButton, openButton(product)],
      ],
      yes,
      focus: { product: product.id },
      asks: ask('stock-about', { product: product.id, unit: unit.base ?? product.priceQuantity, mode }),
      fresh: true,
    },
  ];
}

interface ProposedData {
  readonly product: ProductId;
  /** What a bare number counts. */
  readonly unit: number;
  readonly mode: 'set' | 'add' | 'sub';
}

/** 就按75斤算吧: what there is, behind a proposal. */
async function readProposed(
  turn: Turn,
  { product: id, unit, mode }: ProposedData,
): Promise<Reply | undefined> {
  const product = await ownProduct(turn, id);
  if (!product) return notYours(turn);
  const quantity = readSettled(turn.text, product.measure, unit);
  if (quantity === undefined || !isAmount(quantity)) return undefined;
  const act = { is: 'stock', mode: saysRest(turn.text) ? 'set' : mode, quantity } as const;
  return changeOrAsk(turn, product, act);
}

/** 又来了两筐 of goods that are weighed: how much is in one? */
function containerAsk(turn: Turn, product: Product, { stock }: SellerReading): Reply | undefined {
  const said = readContainers(turn.text);
  if (!said || !stock || product.measure === 'COUNT' || product.packs.length > 0) return undefined;
  return [contentAsk(product, said.name, { product: product.id, mode: stock.mode, count: said.count })];
}

interface ContainerData {
  readonly product: ProductId;
  readonly mode: 'set' | 'add' | 'sub';
  readonly count: number;
}

const contentAsk = (product: Product, name: string, data: ContainerData): Screen => ({
  text: say('stock-container', {
    title: productName(product),
    name,
    count: data.count,
    example: say(`amount-example-${product.measure}`),
  }),
  buttons: [[cancelButton, openButton(product)] satisfies Button[]],
  asks: ask('container', data),
  fresh: true,
});

/** 一筐30斤: so many times as there are. */
async function readContent(turn: Turn, data: ContainerData): Promise<Reply | undefined> {
  const product = await ownProduct(turn, data.product);
  if (!product) return notYours(turn);
  const amount = readContentAmount(turn.text);
  const quantity = amount?.base && amount.base * data.count;
  if (amount?.unit.measure !== product.measure || !quantity || !isAmount(quantity)) return undefined;
  return changeOrAsk(turn, product, { is: 'stock', mode: data.mode, quantity });
}
