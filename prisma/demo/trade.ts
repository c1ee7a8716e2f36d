import { sealName } from '../../src/db/crypto/person-name.ts';
import { sealedAt } from '../../src/db/crypto/sealed-columns.ts';
import {
  type ChatId,
  type MediaId,
  newId,
  type OrderId,
  type PersonId,
  type SellerId,
} from '../../src/db/ids.ts';
import type { TxContext } from '../../src/db/work.ts';
import type { PaymentMethod } from '../../src/shop/checkout/card.ts';
import { createShop, type Shop } from '../../src/shop/shop.ts';
import { baseQuantity } from '../../src/shop/values/quantity.ts';
import { drawSvg } from './drawing/draw-svg.ts';

// What is going on in the demo village when a newcomer comes: orders in every state, somebody who asks, a stream tonight.

const HOUR_MS = 3_600_000;

interface Scene {
  readonly context: TxContext;
  readonly seller: SellerId;
  readonly owner: PersonId;
  readonly buyer: PersonId;
  readonly chat: ChatId;
  readonly screenshot: Uint8Array<ArrayBuffer>;
}

export const demoRecipient = { name: '王芳', phone: '13800001234', address: '太原市迎泽区桃园路1号' };

/** What they ask. */
export const demoStream = '今晚看新核桃';
export const demoQuestions = { seller: '核桃能帮忙挑大一点的吗？', office: '村里的腊肉什么时候有？' };

/** Trade at the first household, with a `screenshot` of a transfer; every seller says where transfers go. */
export async function seedTrade(
  context: TxContext,
  sellers: readonly SellerId[],
  screenshot: Uint8Array<ArrayBuffer>,
): Promise<void> {
  const [seller] = sellers;
  if (!seller) return;
  for (const sellerId of sellers) await giveAccount(context, sellerId);
  const owner = await addPerson(context, '王秀英');
  await context.tx.member.create({
    data: { sellerId: seller, personId: owner, role: 'owner', createdAt: context.now },
  });
  const buyer = await addPerson(context, '王芳');
  const chat = newId<ChatId>();
  await context.tx.chat.create({
    data: {
      id: chat,
      personId: buyer,
      channel: 'web-buyer',
      address: `demo-${chat}`,
      createdAt: context.now,
      session: { create: { updatedAt: context.now } },
    },
  });
  const scene = { context, seller, owner, buyer, chat, screenshot };
  await seedOrders(scene);
  await askQuestions(scene);
  await createShop(context).streams.plan(owner, seller, {
    title: demoStream,
    plannedAt: tonight(context.now),
  });
}

const giveAccount = ({ tx, cipher }: TxContext, sellerId: SellerId) =>
  tx.paymentCode.create({
    data: {
      sellerId,
      kind: 'bank',
      sealed: cipher.encrypt(
        { words: '演示账户 Demo account 6228 0000 0000 0000' },
        sealedAt('payment_code.sealed', sellerId, 'bank'),
      ),
    },
  });

async function addPerson({ tx, cipher, now }: TxContext, name: string): Promise<PersonId> {
  const id = newId<PersonId>();
  await tx.person.create({ data: { id, ...sealName(cipher, id, name), locale: 'zh', createdAt: now } });
  return id;
}

/** From the oldest to the newest, each left in another state. */
async function seedOrders(scene: Scene): Promise<void> {
  await order(scene, { title: '薄皮核桃', quantity: 5_000, hoursAgo: 70 }, async (shop, id) => {
    await shop.orders.accept(scene.owner, id);
    await shop.shipments.ship(scene.owner, id, { number: 'SF1234567890123' });
    await shop.orders.received(scene.buyer, id);
    await shop.ratings.rate(scene.buyer, id, 5);
  });
  await order(scene, { title: '荞麦面', quantity: 2_500, hoursAgo: 50 }, async (shop, id) => {
    await shop.orders.cancel(scene.buyer, id);
  });
  await order(scene, { title: '核桃仁', quantity: 1_000, hoursAgo: 28 }, async (shop, id) => {
    await shop.orders.accept(scene.owner, id);
    await shop.shipments.ship(scene.owner, id, { number: 'YT7654321098765' });
  });
  await order(scene, { title: '荞麦面', quantity: 5_000, hoursAgo: 20 }, async (shop, id) => {
    await shop.orders.accept(scene.owner, id);
  });
  await order(scene, { title: '核桃仁', quantity: 500, hoursAgo: 1, payBy: 'transfer' }, async (shop, id) => {
    await shop.proofs.send(scene.buyer, id, await addScreenshot(scene));
  });
  await order(scene, { title: '薄皮核桃', quantity: 2_500, hoursAgo: 0.2 });
}

interface Wanted {
  readonly title: string;
  /** Base units. */
  readonly quantity: number;
  readonly hoursAgo: number;
  readonly payBy?: PaymentMethod;
}

async function order(
  { context, seller, buyer, chat }: Scene,
  { title, quantity, hoursAgo, payBy = 'delivery' }: Wanted,
  then: (shop: Shop, id: OrderId) => Promise<unknown> = async () => undefined,
): Promise<void> {
  const shop = createShop({ ...context, now: new Date(context.now.getTime() - hoursAgo * HOUR_MS) });
  const product = await context.tx.product.findFirstOrThrow({ where: { sellerId: seller, title } });
  await shop.cart.set(buyer, product.id, baseQuantity(quantity));
  const opened = await shop.checkout.open(
    buyer,
    chat,
    { payBy, recipient: demoRecipient },
    await shop.cart.lines(buyer),
  );
  const placed = opened.ok ? await shop.checkout.place(buyer, opened.card.id) : undefined;
  const [made] = placed?.ok ? placed.orders : [];
  if (!made) throw new Error(`the demo's order of ${title} was not placed`);
  await then(shop, made.id);
}

/** A transfer that is clearly not a real one. */
export function drawScreenshot(): Uint8Array<ArrayBuffer> {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="600" height="800"><rect width="600" height="800" fill="#f4f7f2"/>
    <rect y="0" width="600" height="120" fill="#24693f"/><text x="40" y="78" font-size="44" fill="#fff">转账成功（演示）</text>
    <text x="40" y="300" font-size="88" fill="#17211c">¥42.00</text><text x="40" y="380" font-size="36" fill="#555">收款方 王秀英</text></svg>`;
  return Uint8Array.from(drawSvg(svg));
}

async function addScreenshot({ context: { tx, cipher, now }, screenshot }: Scene): Promise<MediaId> {
  const id = newId<MediaId>();
  const base64 = Buffer.from(screenshot).toString('base64');
  const sealed = cipher.encrypt({ base64 }, sealedAt('media.bytes', id));
  const data = {
    id,
    state: 'stored',
    isPrivate: true,
    bytes: sealed,
    width: 600,
    height: 800,
    createdAt: now,
  };
  await tx.media.create({ data });
  return id;
}

/** One question to the seller about an order, and somebody who waits for the office. */
async function askQuestions({ context, buyer, chat }: Scene): Promise<void> {
  const shop = createShop(context);
  const newest = await context.tx.order.findFirstOrThrow({
    where: { personId: buyer },
    orderBy: { placedAt: 'desc' },
  });
  const about = await shop.conversations.aboutOrder(buyer, newest.id);
  if (about) await shop.conversations.say(about, buyer, demoQuestions.seller);
  const help = await shop.conversations.forHelp(buyer, chat);
  if (help) await shop.conversations.say(help, buyer, demoQuestions.office);
}

/** Eight in the evening, or an hour from now where that is over. */
function tonight(now: Date): Date {
  const eight = new Date(now);
  eight.setUTCHours(12, 0, 0, 0);
  return eight.getTime() - now.getTime() > HOUR_MS ? eight : new Date(now.getTime() + HOUR_MS);
}
