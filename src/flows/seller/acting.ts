import { tap } from '../../chat/dsl/action.ts';
import type { Flow, Handler } from '../../chat/dsl/flow.ts';
import { type Reply, type Screen, say } from '../../chat/dsl/screen.ts';
import { type OrderId, type ProductId, parseId } from '../../db/ids.ts';
import type { Product } from '../../shop/catalogue/products/catalogue.ts';
import type { Membership } from '../../shop/sellers/members.ts';
import type { Right } from '../../shop/sellers/sellers.ts';
import type { Shop } from '../../shop/shop.ts';
import type { Turn } from '../flow.ts';
import { homeButton, sellerName } from '../screens/values.ts';
import { officeButton } from './admin/office.ts';
import { foundingFirst } from './founding.ts';

/** The seller the person acts for; undefined for people without one. */
export const findActingSeller = ({ shop, person }: Turn<string>): Promise<Membership | undefined> =>
  shop.members.acting(person.id);

export const notASeller: Reply = [{ text: say('seller-not-joined') }];

/** The first screen of an operator without a seller: founding if there is no village, else the office. */
const officeHome = async (turn: Turn<string>): Promise<Reply> =>
  (await foundingFirst(turn)) ?? [{ text: say('office-hello'), buttons: [[officeButton]] }];

/** A card was tapped that is no longer the one in hand. */
export const oldCard: Screen = { text: say('setting-old'), buttons: [[homeButton]] };

export const hasRight = ({ role, rights }: Membership, right: Right): boolean =>
  role === 'owner' || rights.includes(right);

/** For a helper without the right to do this. */
export const noRight = (seller: Membership, right: Right): Reply => [
  {
    text: say('no-right', { seller: sellerName(seller), right: say(`right-${right}`) }),
    buttons: [[homeButton]],
  },
];

/** The acting seller if the person may change its products; else the refusal. */
export async function requirePostRight(
  turn: Turn<string>,
): Promise<{ seller: Membership } | { refused: Reply }> {
  const seller = await findActingSeller(turn);
  if (!seller) return { refused: notASeller };
  return hasRight(seller, 'post') ? { seller } : { refused: noRight(seller, 'post') };
}

/** The person's own product. Using a seller's product makes that the acting seller. */
export async function ownProduct(
  { shop, person }: Turn<string>,
  id: ProductId,
): Promise<Product | undefined> {
  const product = await shop.listings.own(person.id, id);
  if (product) await shop.members.actFor(person.id, product.sellerId);
  return product;
}

/** The refusal for a product: the same as for strangers, or that a right is missing. */
export async function notYours(turn: Turn<string>): Promise<Reply> {
  const seller = await findActingSeller(turn);
  if (seller && !hasRight(seller, 'post')) return noRight(seller, 'post');
  return [{ text: say('product-not-yours'), buttons: [[homeButton]] }];
}

/**
 * Wraps a flow: operators without a seller get the office, and members of several sellers see on top for which one
 * they act.
 */
export const namingSeller = (of: Flow<Shop>): Flow<Shop> => ({
  name: of.name,
  taps: mapped(of.taps, marking),
  commands: mapped(of.commands, marking),
  answers: mapped(of.answers, (one) => ({
    ...one,
    read: async (turn: Turn, data: unknown) => {
      const reply = await one.read(turn, data);
      return reply && marked(turn, reply);
    },
  })),
  onMessage: mapped(of.onMessage, marking),
});

const marking =
  <Param extends string>(handler: Handler<Shop, Param>): Handler<Shop, Param> =>
  async (turn) => {
    await followOrder(turn);
    return marked(turn, await handler(turn));
  };

/** Using a seller's order makes that the acting seller. */
async function followOrder({ shop, person, params }: Turn<string>): Promise<void> {
  const id = parseId<OrderId>(params.order);
  if (id === undefined || (await shop.members.count(person.id)) < 2) return;
  const order = await shop.orders.sold(person.id, id);
  if (order) await shop.members.actFor(person.id, order.sellerId);
}

const mapped = <T, U>(all: Readonly<Record<string, T>>, to: (one: T) => U): Record<string, U> =>
  Object.fromEntries(Object.entries(all).map(([key, one]) => [key, to(one)]));

async function marked(turn: Turn<string>, reply: Reply): Promise<Reply> {
  if (reply === notASeller && turn.person.isOperator) return officeHome(turn);
  const at = reply.findIndex((part) => 'text' in part);
  const screen = reply[at];
  if (!screen || !('text' in screen) || (await turn.shop.members.count(turn.person.id)) < 2) return reply;
  const seller = await findActingSeller(turn);
  return seller ? reply.with(at, withName(screen, seller)) : reply;
}

const withName = (screen: Screen, seller: Membership): Screen => ({
  ...screen,
  text: [say('acting-for', { seller: sellerName(seller) }), screen.text],
  buttons: [[{ label: say('acting-other'), tap: tap('acting') }], ...(screen.buttons ?? [])],
});
