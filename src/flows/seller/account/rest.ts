import { z } from 'zod';
import { tap } from '../../../chat/dsl/action.ts';
import { ask } from '../../../chat/dsl/flow.ts';
import {
  type Button,
  type Reply,
  type Screen,
  say,
  type Text,
  type Value,
} from '../../../chat/dsl/screen.ts';
import { readSellerAct } from '../../../nlu/acts/seller/seller-act.ts';
import { readRest } from '../../../nlu/acts/seller/settings/rest-act.ts';
import { readSeller } from '../../../nlu/read.ts';
import type { Product, ProductStatus } from '../../../shop/catalogue/products/catalogue.ts';
import type { Membership } from '../../../shop/sellers/members.ts';
import { nextDay } from '../../../shop/shipping/rates.ts';
import { flow, type Turn } from '../../flow.ts';
import { dayText } from '../../screens/dates.ts';
import { homeButton, productName } from '../../screens/values.ts';
import { findActingSeller, hasRight, noRight, notASeller, oldCard } from '../acting.ts';
import { namedProduct } from '../listings/changes/meant.ts';
import { findSettings } from '../shipping/apply-changes.ts';
import { goodsRestAnswer } from './goods-rest.ts';

const daysShape = z.object({ days: z.array(z.string()) });

/** A household that rests: days without parcels, which end by themselves, or nothing on sale until it is back. */
export const rests = flow('rests', {
  taps: { 'rest-yes': restNow, 'rest-close': close, 'rest-open': open },
  answers: { rest: { data: daysShape, read: readAnswer } },
});

/** 我要休息三天, 店先关了, 我又开门了: shown as it was understood; nothing where goods are named. */
export async function restAnswer(turn: Turn, seller: Membership): Promise<Reply | undefined> {
  const ofGoods = await goodsRestAnswer(turn, seller);
  if (ofGoods) return ofGoods;
  const act = readRest(turn.text, { now: turn.now, timeZone: await turn.shop.sellers.timeZone() });
  if (!act || readSeller(turn.text).title !== null || (await namedProduct(turn, seller, null)))
    return undefined;
  if (!hasRight(seller, 'post')) return noRight(seller, 'post');
  switch (act.is) {
    case 'rest':
      return [restCard(daysBetween(act.first, act.last))];
    case 'close':
      return [closeCard(await withStatus(turn, seller, 'on-sale'))];
    case 'open':
      return openCard(turn, seller);
  }
}

const isoDay = (day: Date): string => day.toISOString().slice(0, 10);

function daysBetween(first: Date, last: Date): string[] {
  const days = [isoDay(first)];
  while ((days.at(-1) ?? '') < isoDay(last)) days.push(nextDay(days.at(-1) ?? ''));
  return days;
}

const leave: Button = { label: say('change-leave'), tap: tap('change-leave') };

function restCard(days: readonly string[]): Screen {
  const action = tap('rest-yes');
  return {
    text: [say('rest-ask', { ...restValues(days) }), say('rest-ask-how')],
    buttons: [
      [{ label: say('rest-yes'), tap: action, tone: 'primary' }],
      [{ label: say('rest-close'), tap: tap('rest-close') }],
      [leave, homeButton],
    ],
    asks: ask('rest', { days: [...days] }),
    yes: action,
    fresh: true,
  };
}

function restValues(days: readonly string[]): Record<'count' | 'first' | 'last' | 'back', Value> {
  const [first = ''] = days;
  const last = days.at(-1) ?? first;
  return { count: days.length, first: dayText(first), last: dayText(last), back: dayText(nextDay(last)) };
}

/** Yes to the card; anything else is read as if nothing had been asked. */
async function readAnswer(turn: Turn, data: z.infer<typeof daysShape>): Promise<Reply | undefined> {
  return readSellerAct(turn.text)?.is === 'yes' ? rest(turn, data.days) : undefined;
}

async function restNow(turn: Turn<never>): Promise<Reply> {
  const card = turn.asking?.step === 'rest' ? daysShape.safeParse(turn.asking.data) : undefined;
  return card?.success ? rest(turn, card.data.days) : [oldCard];
}

async function rest(turn: Turn<string>, days: readonly string[]): Promise<Reply> {
  const seller = await findActingSeller(turn);
  if (!seller) return notASeller;
  const { shop, person } = turn;
  const done = await shop.shippingSettings.apply(person.id, seller.id, [{ is: 'days', days, isOff: true }]);
  if (!done) return noRight(seller, 'post');
  return [
    {
      text: say('rest-done', restValues(days)),
      buttons: [[{ label: say('rest-open'), tap: tap('rest-open') }, homeButton]],
      fresh: true,
    },
  ];
}

/** All of a household's products in this state. */
async function withStatus(
  { shop }: Turn<string>,
  seller: Membership,
  status: ProductStatus,
): Promise<readonly Product[]> {
  const all: Product[] = [];
  for (let page = 0, pages = 1; page < pages; page += 1) {
    const found = await shop.catalogue.pageOfSeller(seller.id, page);
    pages = found.pages;
    all.push(...found.items.filter((one) => one.status === status));
  }
  return all;
}

/** More lines than these say no more. */
const MOST_LINES = 12;

const listed = (products: readonly Product[]): Text[] => [
  ...products.slice(0, MOST_LINES).map((one) => say('rest-line', { title: productName(one) })),
  ...(products.length > MOST_LINES ? [say('rest-more', { count: products.length - MOST_LINES })] : []),
];

function closeCard(onSale: readonly Product[]): Screen {
  if (onSale.length === 0) return { text: say('rest-nothing-on-sale'), buttons: [[homeButton]], fresh: true };
  const action = tap('rest-close');
  return {
    text: [say('rest-close-ask', { count: onSale.length }), ...listed(onSale)],
    buttons: [[{ label: say('rest-close'), tap: action, tone: 'primary' }], [leave, homeButton]],
    yes: action,
    fresh: true,
  };
}

async function close(turn: Turn<string>): Promise<Reply> {
  const seller = await findActingSeller(turn);
  if (!seller) return notASeller;
  if (!hasRight(seller, 'post')) return noRight(seller, 'post');
  const onSale = await withStatus(turn, seller, 'on-sale');
  for (const { id } of onSale) await turn.shop.listings.setStatus(turn.person.id, id, 'paused');
  return [
    {
      text: [say('rest-closed', { count: onSale.length }), ...listed(onSale)],
      buttons: [[{ label: say('rest-open'), tap: tap('rest-open') }, homeButton]],
      fresh: true,
    },
  ];
}

/** What a return would change: days off that are still ahead, and what is paused. */
async function openCard(turn: Turn<string>, seller: Membership): Promise<Reply> {
  const paused = await withStatus(turn, seller, 'paused');
  const days = (await findSettings(turn))?.closedOn ?? [];
  if (paused.length + days.length === 0)
    return [{ text: say('rest-is-open'), buttons: [[homeButton]], fresh: true }];
  const action = tap('rest-open');
  // 那天照常发货: the shop was open all the while.
  const isDayAlone = paused.length === 0 && days.length === 1;
  return [
    {
      text: [
        say(isDayAlone ? 'rest-days-back-ask' : 'rest-open-ask'),
        ...days.map((day) => say('rest-day-back', { day: dayText(day) })),
        ...listed(paused),
      ],
      buttons: [
        [{ label: say(isDayAlone ? 'rest-days-back' : 'rest-open'), tap: action, tone: 'primary' }],
        [leave, homeButton],
      ],
      yes: action,
      fresh: true,
    },
  ];
}

async function open(turn: Turn<string>): Promise<Reply> {
  const { shop, person } = turn;
  const seller = await findActingSeller(turn);
  if (!seller) return notASeller;
  if (!hasRight(seller, 'post')) return noRight(seller, 'post');
  const days = (await findSettings(turn))?.closedOn ?? [];
  if (days.length > 0)
    await shop.shippingSettings.apply(person.id, seller.id, [{ is: 'days', days, isOff: false }]);
  const back: Product[] = [];
  for (const product of await withStatus(turn, seller, 'paused')) {
    const changed = await shop.listings.setStatus(person.id, product.id, 'on-sale');
    if (changed.ok) back.push(changed.product);
  }
  return [
    {
      text: [
        back.length === 0 && days.length === 1
          ? say('rest-days-are-back')
          : say('rest-opened', { count: back.length }),
        ...listed(back),
      ],
      buttons: [[homeButton]],
      fresh: true,
    },
  ];
}
