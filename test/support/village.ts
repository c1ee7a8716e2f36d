import { randomUUID } from 'node:crypto';
import type { ChannelName, Locale } from '../../src/chat/dsl/event.ts';
import type { Database } from '../../src/db/client/client.ts';
import { type Cipher, createCipher } from '../../src/db/crypto/cipher.ts';
import { sealedAt } from '../../src/db/crypto/sealed-columns.ts';
import {
  type ChatId,
  newId,
  type PersonId,
  type ProductId,
  type SellerId,
  type VillageId,
} from '../../src/db/ids.ts';
import { type AppContext, type Clock, inTransaction, type TxContext } from '../../src/db/work.ts';
import { createShop, type Shop } from '../../src/shop/shop.ts';
import { fen } from '../../src/shop/values/money.ts';
import { baseQuantity } from '../../src/shop/values/quantity.ts';

/** A person with one chat. */
export interface Neighbour {
  readonly person: PersonId;
  readonly chat: ChatId;
  readonly address: string;
}

/** A village with one household that sells, to put people and goods into. */
export interface Village {
  readonly appContext: AppContext;
  readonly id: VillageId;
  readonly seller: SellerId;
  readonly owner: Neighbour;
  /** Runs `act` on the shop in one transaction. */
  shop<T>(act: (shop: Shop, context: TxContext) => Promise<T>): Promise<T>;
  person(channel?: ChannelName, locale?: Locale): Promise<Neighbour>;
  /** So many followers of the seller, made in one go; answers their chats' addresses in the order they followed. */
  followers(count: number, channel?: ChannelName): Promise<string[]>;
  product(title: string, grams: number): Promise<ProductId>;
  /** Somebody who has had an order delivered: no newcomer any more. */
  known(): Promise<Neighbour>;
  /** The operators trust newcomers without limit. */
  trustsNewcomers(): Promise<void>;
}

/** Under this key tests seal, in every process of theirs. */
export const testSeal: Cipher = createCipher(Buffer.alloc(32, 7));

/** The seller has said where transfers go: buyers are offered to pay by one. */
export const takesTransfers = (db: Database, sellerId: SellerId) =>
  db.paymentCode.create({
    data: {
      sellerId,
      kind: 'bank',
      sealed: testSeal.encrypt(
        { words: '农行 6228 4800 0000 0000 王秀英' },
        sealedAt('payment_code.sealed', sellerId, 'bank'),
      ),
    },
  });

export async function foundVillage(db: Database, clock: Clock): Promise<Village> {
  const store = { db, cipher: testSeal, clock };
  const createdAt = clock.now();
  const names = { county: '', countyEn: '', province: '', provinceEn: '', story: '', storyEn: '' };
  const { id } = await db.village.create({
    data: { slug: randomUUID(), name: '岭头', nameEn: 'Lingtou', createdAt, ...names },
  });
  const seller = await db.seller.create({
    data: { villageId: id, name: '老王家', nameEn: 'Wang', createdAt },
  });

  await takesTransfers(db, seller.id);

  const person = async (
    channel: ChannelName = 'telegram-buyer',
    locale: Locale = 'en',
  ): Promise<Neighbour> => {
    const address = randomUUID();
    const made = await db.person.create({ data: { name: address, locale, createdAt: clock.now() } });
    const session = { create: { updatedAt: clock.now() } };
    const chat = await db.chat.create({
      data: { personId: made.id, channel, address, createdAt: clock.now(), session },
    });
    return { person: made.id, chat: chat.id, address };
  };

  const owner = await person('telegram-seller');
  await db.member.create({ data: { sellerId: seller.id, personId: owner.person, role: 'owner', createdAt } });

  return {
    appContext: store,
    id,
    seller: seller.id,
    owner,
    shop: (act) => inTransaction(store, (context) => act(createShop(context), context)),
    person,
    async followers(count, channel = 'telegram-buyer') {
      const made = Array.from({ length: count }, (_, i) => ({
        person: newId<PersonId>(),
        chat: newId<ChatId>(),
        address: `follower-${i}-${randomUUID()}`,
        createdAt: new Date(clock.now().getTime() + i),
      }));
      await db.person.createMany({
        data: made.map((one) => ({
          id: one.person,
          name: one.address,
          locale: 'en',
          createdAt: one.createdAt,
        })),
      });
      await db.chat.createMany({
        data: made.map((one) => ({
          id: one.chat,
          personId: one.person,
          channel,
          address: one.address,
          createdAt: one.createdAt,
        })),
      });
      await db.session.createMany({
        data: made.map((one) => ({ chatId: one.chat, updatedAt: one.createdAt })),
      });
      await db.subscription.createMany({
        data: made.map((one) => ({
          personId: one.person,
          chatId: one.chat,
          kind: 'seller',
          targetId: seller.id,
          createdAt: one.createdAt,
        })),
      });
      return made.map((one) => one.address);
    },
    async known() {
      const one = await person();
      const { person: personId, chat: chatId } = one;
      const at = { createdAt: clock.now() };
      const kept = { state: 'placed', payment: 'delivery', lines: [], total: fen(0) };
      const checkout = await db.checkout.create({ data: { personId, chatId, ...kept, ...at } });
      const done = { fulfilment: 'delivered', payment: 'none', stock: 'taken', total: fen(0) };
      const of = { checkoutId: checkout.id, sellerId: seller.id, personId, chatId };
      await db.order.create({ data: { number: `X-${randomUUID()}`, ...of, ...done, placedAt: clock.now() } });
      return one;
    },
    async trustsNewcomers() {
      await db.village.update({
        where: { id },
        data: { newcomerPerson: null, newcomerAddress: null, newcomerShare: 100 },
      });
    },
    async product(title, grams) {
      const data = {
        sellerId: seller.id,
        title,
        category: 'nuts',
        measure: 'MASS',
        price: fen(1_500),
        priceQuantity: baseQuantity(500),
        onHand: baseQuantity(grams),
        ...(grams > 0 && {
          ledger: { create: { change: baseQuantity(grams), reason: 'opening', at: clock.now() } },
        }),
        status: 'on-sale',
        createdAt: clock.now(),
        publishedAt: clock.now(),
      };
      return (
        await db.product.create({ data: { ...data, packs: { create: { quantity: baseQuantity(2_500) } } } })
      ).id;
    },
  };
}
