import { z } from 'zod';
import { tap } from '../../../chat/dsl/action.ts';
import { ask } from '../../../chat/dsl/flow.ts';
import { type Button, type Reply, type ReplyPart, type Screen, say } from '../../../chat/dsl/screen.ts';
import { idShape, type ProductId } from '../../../db/ids.ts';
import { parseDay } from '../../../nlu/datetime.ts';
import { readBuyer } from '../../../nlu/rules/orders/buyer.ts';
import type { Product } from '../../../shop/catalogue/products/catalogue.ts';
import type { Allotment } from '../../../shop/orders/preorders.ts';
import { type BaseQuantity, isAmount } from '../../../shop/values/quantity.ts';
import { flow, type Turn } from '../../flow.ts';
import { draftScreen } from '../../screens/catalogue/draft-screen.ts';
import { homeButton, moneyValue, productName, quantityValue } from '../../screens/values.ts';

/** Preorders: selling a harvest before it is picked, and allotting it then. */
export const preorders = flow('harvest', {
  taps: {
    'harvest/:product': askHarvest,
    'harvest-as/:product/:day/:quantity': sellAhead,
    'picked/:product': askPicked,
    'harvest-reminder/:on': turnReminder,
  },
  answers: {
    harvest: { data: z.object({ product: idShape<ProductId>() }), read: readHarvest },
    picked: { data: z.object({ product: idShape<ProductId>() }), read: readPicked },
  },
});

/** The buttons that belong on a seller's product. */
export const preorderButton = (productId: ProductId, isExpected: boolean): Button =>
  isExpected
    ? { label: say('harvest-picked'), tap: tap('picked/:product', { product: productId }), tone: 'success' }
    : { label: say('harvest-begin'), tap: tap('harvest/:product', { product: productId }) };

const notYours: Reply = [{ text: say('product-not-yours'), buttons: [[homeButton]] }];

const lookButton = (product: Product): Button => ({
  label: say('mine-open'),
  tap: tap('mine-one/:product', { product: product.id }),
});

async function askHarvest({ shop, person, params }: Turn<'product'>): Promise<Reply> {
  const product = await shop.listings.own(person.id, params.product);
  return product ? [harvestQuestion(product)] : notYours;
}

export const harvestQuestion = (product: Product): Screen => ({
  text: say('harvest-ask', { title: productName(product) }),
  asks: ask('harvest', { product: product.id }),
  fresh: true,
});

async function readHarvest(turn: Turn, data: { product: ProductId }): Promise<Reply> {
  const { shop, person, text, now } = turn;
  const product = await shop.listings.own(person.id, data.product);
  if (!product) return notYours;
  const village = await shop.sellers.village();
  const day = parseDay(text, { now, timeZone: village?.timeZone ?? 'Asia/Shanghai' });
  const quantity = parseHarvestAmount(withoutDay(text), product);
  if (!day || quantity === undefined)
    return [
      { text: say(day ? 'harvest-how-much' : 'harvest-when'), asks: ask('harvest', data), isMiss: true },
    ];
  return expectHarvest(turn, product, day, quantity);
}

/** As the card said that proposed it. */
async function sellAhead(turn: Turn<'product' | 'day' | 'quantity'>): Promise<Reply> {
  const { shop, person, params } = turn;
  const product = await shop.listings.own(person.id, params.product);
  const [day, quantity] = [new Date(`${params.day}T00:00:00Z`), Number(params.quantity)];
  if (!product || Number.isNaN(day.getTime()) || !isAmount(quantity)) return notYours;
  return expectHarvest(turn, product, day, quantity);
}

async function expectHarvest(
  { shop, person }: Turn<string>,
  product: Product,
  day: Date,
  quantity: BaseQuantity,
): Promise<Reply> {
  const planned = await shop.preorders.expect(person.id, product.id, day, quantity);
  if (!planned) return notYours;
  const values = { day: day.toISOString().slice(0, 10), quantity: quantityValue(product, quantity) };
  const text = say('harvest-set', { title: productName(product), ...values });
  if (planned.status !== 'draft') return [{ text, buttons: [[lookButton(product), homeButton]] }];
  return [{ text, fresh: true }, draftScreen(planned, await shop.listings.hints(person.id, planned.id))];
}

/** The day's own numbers are no amount. */
const withoutDay = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/\d{1,2}\s*[月/-]\s*\d{1,2}\s*[日号]?/g, ' ')
    .replace(
      /\d{1,2}(?:st|nd|rd|th)?\s*(?:of\s*)?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*/gi,
      ' ',
    )
    .replace(/(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\s*\d{1,2}(?:st|nd|rd|th)?\b/gi, ' ');

/** The switch of the reminder on the promised day, which that carries. */
async function turnReminder({ shop, person, params }: Turn<'on'>): Promise<Reply> {
  const isOn = params.on === 'yes';
  await shop.reminders.set(person.id, { harvest: isOn });
  if (isOn) return [{ text: say('harvest-started'), buttons: [[homeButton]] }];
  const again = { label: say('harvest-again'), tap: tap('harvest-reminder/:on', { on: 'yes' }) };
  return [{ text: say('harvest-stopped'), buttons: [[again], [homeButton]] }];
}

async function askPicked({ shop, person, params }: Turn<'product'>): Promise<Reply> {
  const product = await shop.listings.own(person.id, params.product);
  if (!product) return notYours;
  const example = say(`amount-example-${product.measure}`);
  return [
    {
      text: say('picked-ask', { title: productName(product), example }),
      asks: ask('picked', { product: product.id }),
      fresh: true,
    },
  ];
}

async function readPicked(turn: Turn, data: { product: ProductId }): Promise<Reply> {
  const { shop, person, text } = turn;
  const product = await shop.listings.own(person.id, data.product);
  if (!product) return notYours;
  const quantity = parseHarvestAmount(text, product);
  if (quantity === undefined) {
    const example = say(`amount-example-${product.measure}`);
    return [{ text: say('amount-unclear', { example }), asks: ask('picked', data), isMiss: true }];
  }
  return allocateHarvest(turn, product, quantity);
}

/** An amount in the product's own measure. */
function parseHarvestAmount(text: string, { measure }: Product): BaseQuantity | undefined {
  const [line, ...others] = readBuyer(text).lines;
  const isSure = line && others.length === 0 && line.measure === measure;
  return isSure && line.quantity !== null && isAmount(line.quantity) ? line.quantity : undefined;
}

/** Notifies every waiting buyer of their allotment. */
export async function allocateHarvest(
  { shop, person }: Turn<string>,
  product: Product,
  quantity: BaseQuantity,
): Promise<Reply> {
  const end = await shop.preorders.picked(person.id, product.id, quantity);
  if (!end) return notYours;
  const { allotments, left } = end;
  const full = allotments.filter(({ got, wanted }) => got === wanted).length;
  const values = {
    title: productName(product),
    quantity: quantityValue(product, quantity),
    full,
    less: allotments.length - full,
    left: quantityValue(product, left),
  };
  return [
    { text: say('picked-shared', values), buttons: [[lookButton(product), homeButton]] },
    ...allotments.map((one) => allocationNotice(product, one)),
  ];
}

function allocationNotice(product: Product, one: Allotment): ReplyPart {
  const { number, wanted, got, less, isPaid, isUnpaid, isProven, isCancelled, orderId, chatId } = one;
  const { measure } = product;
  const values = {
    number,
    title: productName(product),
    wanted: quantityValue(measure, wanted),
    got: quantityValue(measure, got),
    less: moneyValue(less),
  };
  const fate =
    got === wanted ? (isUnpaid ? 'all-unpaid' : 'all') : isCancelled || got === 0 ? 'none' : 'some';
  const money =
    less === 0 ? [] : [say(isPaid ? 'picked-refund' : isProven ? 'picked-back' : 'picked-off', values)];
  const look: Button = {
    label: say('placed-look', { number }),
    tap: tap('order/:order', { order: orderId }),
  };
  return {
    to: [chatId],
    screen: { text: [say(`picked-${fate}`, values), ...money], buttons: [[look]], fresh: true },
  };
}
