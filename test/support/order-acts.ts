import { expect } from 'vitest';
import type { Database } from '../../src/db/client/client.ts';
import type { MediaId, OrderId, PersonId, ProductId, ProofId, SellerId } from '../../src/db/ids.ts';
import type { TxContext } from '../../src/db/work.ts';
import { lapseProofs } from '../../src/shop/payments/unanswered-proofs.ts';
import { createShop, type Shop } from '../../src/shop/shop.ts';
import { fen } from '../../src/shop/values/money.ts';
import { baseQuantity } from '../../src/shop/values/quantity.ts';
import type { TestClock } from './clock.ts';
import { type Act, interleave, type Meeting } from './interleave.ts';
import { recipient } from './placing.ts';
import { granted, present } from './present.ts';
import { privatePhoto } from './private-photo.ts';
import type { Neighbour, Village } from './village.ts';
import { testSeal } from './village.ts';

// Everything that two people may do to one order at the same moment, and what must be true of money and stock after it.

/** An order of fresh goods that are still to be picked and of dry ones that are there. */
export interface Scene {
  readonly db: Database;
  readonly clock: TestClock;
  readonly buyer: Neighbour;
  readonly owner: PersonId;
  readonly seller: SellerId;
  readonly order: OrderId;
  readonly fresh: ProductId;
  readonly dry: ProductId;
  /** A proof that was sent while the stage was set, and one more picture to send. */
  readonly proof: ProofId | undefined;
  readonly picture: MediaId;
}

type OrderAct = (shop: Shop, scene: Scene, context: TxContext) => Promise<unknown>;

const answered = async (shop: Shop, { owner, proof }: Scene, isThere: boolean): Promise<unknown> =>
  proof && shop.proofs.answer(owner, proof, isThere);

const acts: Readonly<Record<string, OrderAct>> = {
  accept: (shop, { owner, order }) => shop.orders.accept(owner, order),
  decline: (shop, { owner, order }) => shop.shipments.decline(owner, order, 'sold-out'),
  ship: (shop, { owner, order }) => shop.shipments.ship(owner, order, { number: 'SF1234567890' }),
  deliver: (shop, { owner, order }) => shop.orders.deliver(owner, order),
  money: (shop, { owner, order }) => shop.orders.confirmPayment(owner, order),
  cancel: (shop, { buyer, order }) => shop.orders.cancel(buyer.person, order),
  received: (shop, { buyer, order }) => shop.orders.received(buyer.person, order),
  restore: (shop, { buyer, order }) => shop.orderRestore.restore(buyer.person, order),
  proof: (shop, { buyer, order, picture }) => shop.proofs.send(buyer.person, order, picture),
  moneyIsThere: (shop, scene) => answered(shop, scene, true),
  noMoney: (shop, scene) => answered(shop, scene, false),
  harvest: (shop, { owner, fresh }) => shop.preorders.picked(owner, fresh, baseQuantity(1_000)),
  noHarvest: (shop, { owner, fresh }) => shop.preorders.picked(owner, fresh, baseQuantity(0)),
  weigh: (shop, { owner, order }) =>
    shop.packing.weigh(owner, { orderId: order, position: 0, packed: baseQuantity(500) }),
  acceptAll: (shop, { clock, owner, seller }) => shop.orders.acceptAll(owner, seller, clock.now()),
  expire: (shop) => shop.orders.expireDue(),
  proofRunsOut: (_, __, context) => lapseProofs(context),
  claim: (shop, { buyer, order, picture }) =>
    shop.claims.open(buyer.person, {
      orderId: order,
      position: 1,
      quantity: baseQuantity(500),
      mediaId: picture,
      words: '',
    }),
  refunded: async (shop, { db, owner, order }) => {
    const due = await db.refund.findFirst({ where: { orderId: order, state: 'due' } });
    return due && shop.refunds.done(owner, due.id);
  },
  forget: (shop, { buyer }) => shop.erasure.eraseWhenClosed(buyer.person),
  soldElsewhere: (shop, { owner, dry }) =>
    shop.listings.moveStock(owner, dry, { mode: 'set', quantity: baseQuantity(0) }),
};

export const actNames: readonly string[] = Object.keys(acts);

/** What has been done to the order before the two meet. Its buyer is a newcomer, unless `known` stands there. */
export const stages = {
  ordered: ['delivery', 'known'],
  accepted: ['delivery', 'known', 'accept'],
  delivered: ['delivery', 'known', 'accept', 'ship', 'deliver'],
  cancelled: ['delivery', 'known', 'cancel'],
  held: ['delivery'],
  heldAccepted: ['delivery', 'accept'],
  heldCancelled: ['delivery', 'cancel'],
  heldExpired: ['delivery', 'late', 'expire'],
  unpaid: ['transfer'],
  proven: ['transfer', 'proof'],
  paid: ['transfer', 'money'],
  packing: ['transfer', 'money', 'accept'],
  arrived: ['transfer', 'money', 'accept', 'ship', 'deliver'],
  expired: ['transfer', 'late', 'expire'],
  calledOff: ['transfer', 'money', 'cancel'],
  lapsed: ['transfer', 'proof', 'late', 'proofRunsOut'],
} as const satisfies Record<string, readonly ['delivery' | 'transfer', ...string[]]>;

export type Stage = keyof typeof stages;

/** Beyond every deadline: to pay, to accept a newcomer's order, to answer a proof. */
const LATE_MS = 73 * 3_600_000;

async function setStage(db: Database, clock: TestClock, village: Village, stage: Stage): Promise<Scene> {
  const [payBy, ...before] = stages[stage];
  const [fresh, dry] = [await village.product('鲜枣', 0), await village.product('干枣', 50_000)];
  // A price that comes out in whole fen neither for half of what is ordered nor for a quarter.
  const odd = { price: fen(1_001), priceQuantity: baseQuantity(2_000) };
  await db.product.update({ where: { id: fresh }, data: odd });
  const owner = village.owner.person;
  const isKnown = (before as readonly string[]).includes('known');
  const buyer = await (isKnown ? village.known() : village.person());
  const order = await village.shop(async (shop) => {
    await shop.preorders.expect(owner, fresh, new Date('2026-12-20'), baseQuantity(10_000));
    await shop.cart.set(buyer.person, fresh, baseQuantity(2_000));
    clock.advance(1);
    await shop.cart.set(buyer.person, dry, baseQuantity(1_000));
    const lines = await shop.cart.lines(buyer.person);
    const { card } = granted(await shop.checkout.open(buyer.person, buyer.chat, { payBy, recipient }, lines));
    const { orders } = granted(await shop.checkout.place(buyer.person, card.id));
    return present(orders[0]).id;
  });
  let scene = {
    db,
    clock,
    buyer,
    owner,
    seller: village.seller,
    order,
    fresh,
    dry,
    proof: undefined,
    picture: await privatePhoto(db, clock),
  };
  for (const name of before) {
    if (name === 'late') clock.advance(LATE_MS);
    else await village.shop(async (shop, context) => acts[name]?.(shop, scene, context));
  }
  const proof = await db.proof.findFirst({ where: { orderId: order }, select: { id: true } });
  scene = { ...scene, picture: await privatePhoto(db, clock) };
  return { ...scene, proof: proof?.id };
}

const DEADLINES: ReadonlySet<string> = new Set(['expire', 'proofRunsOut']);

/** Two acts, and what has been done to the order before. */
export interface Pair {
  readonly stage: Stage;
  readonly first: string;
  readonly second: string;
}

/**
 * Lets the second act come at every statement of the first. Who waits at the same place for the first's lock at one
 * statement and at the last one has also done so at each between them: until the first ends, its locks only grow and
 * nobody else sees what it wrote. Those between are left out.
 */
export async function meetEverywhere(
  db: Database,
  clock: TestClock,
  village: Village,
  pair: Pair,
): Promise<void> {
  const at = (statement: number): Promise<Meeting> => meet(db, clock, village, { ...pair, at: statement });
  let last: Meeting | undefined;
  for (let i = 0; ; i += 1) {
    const { statements, waitedAt } = await at(i);
    if (i + 1 >= statements) return;
    if (waitedAt === undefined) continue;
    last ??= await at(statements - 1);
    if (last.waitedAt === waitedAt) return;
  }
}

/** One meeting of two acts, the second when the first is about to send its statement number `at`. */
export async function meet(
  db: Database,
  clock: TestClock,
  village: Village,
  { stage, first, second, at }: Pair & { at: number },
): Promise<Meeting> {
  const scene = await setStage(db, clock, village, stage);
  if ([first, second].some((name) => DEADLINES.has(name))) clock.advance(LATE_MS);
  const does =
    (name: string): Act =>
    (tx) => {
      const context: TxContext = { tx, cipher: testSeal, now: clock.now() };
      return acts[name]?.(createShop(context), scene, context) ?? Promise.resolve();
    };
  const meeting = await interleave(db, does(first), does(second), at);
  await addsUp(scene);
  return meeting;
}

async function addsUp({ db, order: id, fresh, dry }: Scene): Promise<void> {
  const order = await db.order.findUniqueOrThrow({
    where: { id },
    include: { payments: true, refunds: true, lines: true, proofs: true },
  });
  const sent = order.lines.filter(({ allotted }) => allotted !== 0);
  for (const productId of [fresh, dry]) {
    const { onHand, held } = await db.product.findUniqueOrThrow({ where: { id: productId } });
    const of = (where: object) => db.stockEntry.aggregate({ where, _sum: { change: true } });
    const wanted = sum(sent.filter((line) => line.productId === productId).map(({ quantity }) => quantity));
    expect((await of({ productId }))._sum.change ?? 0, 'the ledger is what is on hand').toBe(onHand);
    expect(onHand - held, 'what is available').toBeGreaterThanOrEqual(0);
    expect(held, 'what is held').toBe(order.stock === 'held' ? wanted : 0);
    const taken = (await of({ productId, orderId: id }))._sum.change ?? 0;
    expect(taken + (order.stock === 'taken' ? wanted : 0), 'what is taken').toBe(0);
  }
  const isOff = ['declined', 'cancelled', 'expired'].includes(order.fulfilment);
  expect(order.stock === 'returned', 'goods that are back').toBe(isOff);
  const paid = sum(order.payments.map(({ amount }) => amount));
  const cost = sum(
    sent.map(({ total, quantity, packed }) =>
      Math.round((total * Math.min(packed ?? quantity, quantity)) / quantity),
    ),
  );
  const back = sum(order.refunds.map(({ amount }) => amount));
  if (paid > 0) expect(paid, 'paid is what is sent and what is owed back').toBe((isOff ? 0 : cost) + back);
  else if (!isOff) expect(order.total, 'what is to be paid').toBe(cost);
  const proven = order.proofs.find(({ state }) => state === 'accepted');
  if (proven) expect(paid, 'the money that the picture showed').toBe(proven.amount);
  const isDue = order.refunds.some(({ state }) => state === 'due');
  if (order.payment === 'refund-due') expect(isDue, 'a refund that is due').toBe(true);
  if (order.payment === 'refunded') expect(isDue, 'a refund that is due').toBe(false);
}

const sum = (all: readonly number[]): number => all.reduce((whole, one) => whole + one, 0);
