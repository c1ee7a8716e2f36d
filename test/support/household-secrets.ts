import { sealedAt } from '../../src/db/crypto/sealed-columns.ts';
import {
  type MediaId,
  newId,
  type PersonId,
  type ProductAnswerId,
  type ProductId,
  type SellerId,
  type WriterDraftId,
} from '../../src/db/ids.ts';
import { fen } from '../../src/shop/values/money.ts';
import { baseQuantity } from '../../src/shop/values/quantity.ts';
import type { Walnut } from './walnut.ts';

/** What the household has that others must not see or change. */
export async function fillSecrets(walnut: Walnut) {
  const { db } = walnut.database;
  const order = await db.order.findFirstOrThrow();
  const product = await db.product.findFirstOrThrow({
    where: { title: '核桃' },
    include: { photos: true },
  });
  const event = await db.productEvent.findFirstOrThrow({ orderBy: { id: 'desc' } });
  const helper = await db.member.findFirstOrThrow({
    where: { sellerId: product.sellerId, role: 'helper' },
  });
  const photo = product.photos[0]?.mediaId ?? newId<MediaId>();
  const about = { orderId: order.id, mediaId: photo };
  const at = new Date();
  const claim = { position: 0, quantity: baseQuantity(1), proposed: fen(1), state: 'open', createdAt: at };
  const refund = { orderId: order.id, amount: fen(1), reason: 'asked', state: 'due', createdAt: at };
  const talk = { kind: 'order', state: 'open', orderId: order.id, createdAt: at };
  const { sellerId } = product;
  const { personId, chatId } = order;
  const stream = await db.stream.create({ data: { sellerId, title: '', state: 'live', createdAt: at } });
  const owned = await db.member.findFirstOrThrow({ where: { sellerId, role: 'owner' } });
  const hook = { sellerId, personId: owned.personId, tokenHash: 'of nobody' };
  return {
    ...{ order: order.id, product: product.id, seller: sellerId, person: helper.personId, photo },
    ...{ slip: photo, event: String(event.id), mode: 'set', quantity: '7', price: '1', stock: '1' },
    ...{ fen: '1', per: '500', measure: 'MASS', to: 'sold-out', ask: 'x', field: 'title' },
    ...{ name: 'honey', step: 'name', right: 'money', rights: 'post+pack+money', on: '1' },
    ...{ state: 'closed', locale: 'zh', why: '0', line: '0', packed: '1', courier: 'sf' },
    ...{ period: 'today', kind: 'wechat', way: 'express', at: '0', day: '2030-01-01', page: '0', n: '0' },
    ...{ work: '1', seconds: '1', words: 'aGk', topic: 'storage', number: 'SF1234567890' },
    ...{ cap: 'person', moment: String(at.getTime()) },
    proof: (await db.proof.create({ data: { ...about, state: 'sent', at } })).id,
    claim: (await db.claim.create({ data: { ...about, ...claim } })).id,
    refund: (await db.refund.create({ data: refund })).id,
    stream: stream.id,
    item: (await db.streamItem.create({ data: { streamId: stream.id, number: 1, productId: product.id } }))
      .id,
    hook: (await db.streamHook.create({ data: { ...hook, createdAt: at } })).id,
    talk: (await db.conversation.create({ data: { ...talk, personId, chatId } })).id,
    writing: await written(walnut, product),
    answer: await answered(walnut, product.id, owned.personId),
    // The browser of somebody else.
    device: '0123456789abcdef',
  };
}

/** A text that was written for a product, and waits to be taken. */
async function written(walnut: Walnut, product: { readonly id: ProductId; readonly sellerId: SellerId }) {
  const { db } = walnut.database;
  const { personId } = await db.member.findFirstOrThrow({
    where: { sellerId: product.sellerId, role: 'owner' },
  });
  const id = newId<WriterDraftId>();
  const words = { title: '好核桃', blurb: '自家的核桃。', points: [], tags: [] };
  const text = { edits: { shorter: 0, avoid: [] }, text: { voice: 'plain', zh: words, en: words } };
  const sealed = walnut.app.appContext.cipher.encrypt(text, sealedAt('writer_draft.sealed', id));
  const row = { productId: product.id, sellerId: product.sellerId, personId, sealed };
  await db.writerDraft.create({ data: { id, ...row, state: 'shown', askedAt: new Date() } });
  return id;
}

/** An answer in the book of a product that its seller has not confirmed. */
async function answered(walnut: Walnut, productId: ProductId, personId: PersonId) {
  const { db } = walnut.database;
  const id = newId<ProductAnswerId>();
  const said = { question: '甜吗', answer: '不甜' };
  const sealed = walnut.app.appContext.cipher.encrypt(said, sealedAt('product_answer.sealed', id));
  await db.productAnswer.create({
    data: { id, productId, personId, sealed, state: 'proposed', at: new Date() },
  });
  return id;
}

/** Everything that is the household's, so that any change shows. */
export async function readEverything({ database: { db } }: Walnut, sellerId: string) {
  const mine = { where: { sellerId } };
  return [
    await db.product.findMany({ ...mine, include: { packs: true, photos: true } }),
    await db.stockEntry.findMany({ where: { product: { sellerId } }, orderBy: { id: 'asc' } }),
    await db.productEvent.findMany({ where: { product: { sellerId } }, orderBy: { id: 'asc' } }),
    await db.order.findMany({ include: { events: true, payments: true, refunds: true, lines: true } }),
    await db.member.findMany({ ...mine, orderBy: { createdAt: 'asc' } }),
    await db.seller.findUnique({ where: { id: sellerId } }),
    await db.invite.count(mine),
    await db.village.findMany(),
    await db.shippingMethod.findMany(mine),
    await db.paymentCode.findMany(mine),
    await db.sellerFact.findMany(mine),
    await db.proof.findMany(),
    await db.claim.findMany(),
    await db.refund.findMany(),
    await db.stream.findMany(mine),
    await db.streamItem.findMany({ where: { stream: { sellerId } } }),
    await db.streamShowing.count({ where: { stream: { sellerId } } }),
    await db.streamHook.findMany(mine),
    await db.conversationMessage.count(),
    await db.writerDraft.findMany(mine),
    await db.productAnswer.findMany({ where: { product: { sellerId } } }),
  ];
}
