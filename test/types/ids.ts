// What must not compile: `npm run check:types` reads this file, and nothing runs it. A line below `@ts-expect-error` that
// does compile is an error.
import { z } from 'zod';
import {
  type ChatId,
  idShape,
  type MediaId,
  newId,
  type OrderId,
  type PersonId,
  type ProductId,
  parseId,
} from '../../src/db/ids.ts';
import { enqueue } from '../../src/db/outbox/outbox.ts';
import type { TxContext } from '../../src/db/work.ts';
import { formatPayload } from '../../src/flows/screens/links/deep-link.ts';
import { job } from '../../src/jobs/job.ts';
import { planAlert } from '../../src/shop/notifications/alerts/alerts.ts';
import type { Shop } from '../../src/shop/shop.ts';

const person = newId<PersonId>();
const product = newId<ProductId>();
const order = newId<OrderId>();

/** An id of another kind, and a text that nobody has checked, stand for no order. */
export async function idsOfTheWrongKind(shop: Shop, words: string): Promise<void> {
  await shop.orders.bought(person, order);
  // @ts-expect-error a product is no order
  await shop.orders.bought(person, product);
  // @ts-expect-error who and what may not be mixed up
  await shop.orders.bought(order, person);
  // @ts-expect-error a bare text is no id
  await shop.orders.bought(person, words);
  // @ts-expect-error what was parsed may be no id
  await shop.orders.bought(person, parseId<OrderId>(words));
}

/** A row's columns have their kinds, and so have the ids that are written into it. */
export async function idsInRows(context: TxContext): Promise<ProductId> {
  const { tx, now } = context;
  const row = await tx.order.findFirstOrThrow();
  const position = 0;
  await tx.productPhoto.create({ data: { productId: product, mediaId: newId<MediaId>(), position } });
  // @ts-expect-error an order is no product
  await tx.productPhoto.create({ data: { productId: order, mediaId: newId<MediaId>(), position } });
  // @ts-expect-error a product is no stream
  await planAlert(context, { kind: 'stream-start', targetId: product, dueAt: now });
  // @ts-expect-error an order's column holds no product
  return row.id;
}

/** A link says what it leads to. */
export const links = [
  formatPayload({ is: 'product', id: product }),
  // @ts-expect-error the link to a product takes no order
  formatPayload({ is: 'product', id: order }),
];

/** A job that nobody does cannot be recorded, nor one with another's payload. */
export async function jobsOfTheWrongKind(context: TxContext): Promise<void> {
  const media = newId<MediaId>();
  const chat = newId<ChatId>();
  await enqueue(context, 'fetch-photo', { media });
  // @ts-expect-error no job is called so
  await enqueue(context, 'fetch-foto', { media });
  // @ts-expect-error a photo is fetched by its own id
  await enqueue(context, 'fetch-photo', { media: product });
  // @ts-expect-error nobody would know where to show the draft
  await enqueue(context, 'show-draft', { product });
  await enqueue(context, 'show-draft', { product, chat });
}

const nothing = async () => undefined;

/** A handler has the name and the payload of a job that is recorded. */
export const handlers = [
  job('fetch-photo', z.object({ media: idShape<MediaId>() }), nothing),
  // @ts-expect-error no job is called so
  job('fetch-foto', z.object({ media: idShape<MediaId>() }), nothing),
  // @ts-expect-error what is recorded is a photo
  job('fetch-photo', z.object({ media: idShape<ProductId>() }), nothing),
];
