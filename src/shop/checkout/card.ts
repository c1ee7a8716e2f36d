import { z } from 'zod';
import {
  bool,
  bytes,
  int,
  json,
  nullable,
  statement,
  text,
  time,
  uuid,
} from '../../db/connection/statement.ts';
import { sealedAt } from '../../db/crypto/sealed-columns.ts';
import type { Prisma } from '../../db/generated/client.ts';
import {
  type ChatId,
  type CheckoutId,
  idShape,
  type OrderId,
  type PersonId,
  type SellerId,
} from '../../db/ids.ts';
import type { TxContext } from '../../db/work.ts';
import { type CheckoutLine, parseLines } from '../cart/line.ts';
import { type Recipient, recipientShape } from '../customers/addresses.ts';
import { shippingMethods } from '../shipping/rates.ts';
import { type Fen, fenShape } from '../values/money.ts';
import { isNewcomer } from './newcomers.ts';

/** `invoice` is paid through the platform to the village's own account. */
export type PaymentMethod = 'delivery' | 'transfer' | 'invoice';

/** Payment methods that the settings allow. */
export interface PaymentSettings {
  /** A payment provider is set. */
  readonly invoices: boolean;
}

const sellerOrderShape = z.object({
  sellerId: idShape<SellerId>(),
  sellerName: z.string(),
  sellerNameEn: z.string().nullable(),
  way: z.enum(shippingMethods),
  fee: fenShape,
  /** What the goods cost without the fee. */
  goods: fenShape,
  /** Where to pick up, if that is the way. */
  place: z.string(),
  /** The day on which the seller packs again, where today is off. */
  packsAgain: z.string().nullable(),
  /** The other ways to choose from, with what they would cost. */
  others: z.array(z.object({ way: z.enum(shippingMethods), fee: fenShape })),
});

/** One seller's part of a card: how it travels and what that costs, as the card showed it. */
export type SellerOrder = z.infer<typeof sellerOrderShape>;

/** An order that is being changed: it stands until the card is confirmed. */
export interface Replaced {
  readonly id: OrderId;
  readonly number: string;
}

/** Exactly what a confirmation card shows. The Confirm button carries its id. */
export interface Card {
  readonly id: CheckoutId;
  readonly lines: readonly CheckoutLine[];
  readonly sellerOrders: readonly SellerOrder[];
  /** Goods and fees. */
  readonly total: Fen;
  readonly payBy: PaymentMethod;
  /** All the ways to pay that can be chosen here. */
  readonly paymentMethods: readonly PaymentMethod[];
  readonly recipient: Recipient | undefined;
  /** To the sellers. */
  readonly note: string | undefined;
  /** The order that this one takes the place of when it is confirmed. */
  readonly replaces: Replaced | undefined;
  /** A newcomer's: what it takes is held within caps until the seller accepts or it is paid. */
  readonly isNewcomer: boolean;
  /** … that is paid on delivery: it waits for the seller. */
  readonly isHeld: boolean;
}

/** False only where everything is picked up: then a name and a phone are enough. */
export const needsAddress = ({ sellerOrders }: Pick<Card, 'sellerOrders'>): boolean =>
  sellerOrders.some((part) => part.way !== 'pickup');

/** True when it is known who gets the goods, and where. */
export const hasDestination = (card: Pick<Card, 'sellerOrders' | 'recipient'>): boolean =>
  card.recipient !== undefined && (card.recipient.address !== '' || !needsAddress(card));

/** The person's open card. */
export async function findOpenCard(
  context: TxContext,
  personId: PersonId,
  checkoutId: CheckoutId,
  means: PaymentSettings = { invoices: false },
): Promise<Card | undefined> {
  const row = await context.tx.checkout.findFirst({
    where: { id: checkoutId, personId, state: 'open' },
    include: { replaces: { select: { id: true, number: true } } },
  });
  if (!row) return undefined;
  return {
    ...toCard(context, row),
    paymentMethods: await findPaymentMethods(context, row.chatId, means, parseLines(row.lines)),
    ...(await holdingFor(context, personId, parsePaymentMethod(row.payment))),
  };
}

const closeCard = statement(
  'close-card',
  [uuid<CheckoutId>(), uuid<PersonId>(), time(), time()],
  {
    ...{ id: uuid<CheckoutId>(), lines: json(), sellerOrders: json(), total: int<Fen>(), payment: text() },
    ...{ recipient: nullable(bytes()), note: nullable(bytes()), isNewcomer: bool(), takesTransfers: bool() },
    ...{ hasOffers: bool(), isLive: bool(), isSoon: bool(), replaces: nullable(json()) },
  },
  `UPDATE checkout SET state = 'placed', placed_at = $3 WHERE id = $1 AND person_id = $2 AND state = 'open'
   RETURNING id, lines, seller_orders AS "sellerOrders", total, payment, recipient, note,
     NOT EXISTS (SELECT FROM orders WHERE person_id = $2 AND fulfilment = 'delivered') AS "isNewcomer",
     EXISTS (SELECT FROM stock_offer WHERE person_id = $2 AND state = 'open') AS "hasOffers",
     EXISTS (SELECT FROM jsonb_array_elements(lines) AS line JOIN stream ON seller_id = (line->>'sellerId')::uuid
       WHERE stream.state IN ('live', 'interrupted')) AS "isLive",
     EXISTS (SELECT FROM checkout WHERE person_id = $2 AND state = 'placed' AND id <> $1 AND placed_at > $4) AS "isSoon",
     NOT EXISTS (SELECT FROM jsonb_array_elements(lines) AS line
       WHERE NOT EXISTS (SELECT FROM payment_code WHERE seller_id = (line->>'sellerId')::uuid)) AS "takesTransfers",
     (SELECT jsonb_build_object('id', id, 'number', number) FROM orders WHERE id = checkout.replaces_id) AS replaces`,
);

/** A card that is being placed. */
export interface ClosedCard extends Card {
  /** Goods that came back are kept for this person, of whatever product. */
  readonly hasOffers: boolean;
  /** A seller of it streams now. */
  readonly isLive: boolean;
  /** The person placed another a moment ago, so that this may be the same once more. */
  readonly isSoon: boolean;
}

/** A card placed so soon after another may be the same once more. */
export const DUPLICATE_MS = 10 * 60_000;

/** Closes the person's open card to be placed, and answers it; of two at once, one gets it. */
export async function closeOpenCard(
  context: TxContext,
  personId: PersonId,
  checkoutId: CheckoutId,
): Promise<ClosedCard | undefined> {
  const { tx, now } = context;
  const [row] = await tx.$prepared(
    closeCard,
    checkoutId,
    personId,
    now,
    new Date(now.getTime() - DUPLICATE_MS),
  );
  if (!row) return undefined;
  const card = toCard(context, row);
  const { hasOffers, isLive, isSoon } = row;
  return {
    ...card,
    paymentMethods: row.takesTransfers ? ['delivery', 'transfer'] : ['delivery'],
    isNewcomer: row.isNewcomer,
    isHeld: card.payBy === 'delivery' && row.isNewcomer,
    ...{ hasOffers, isLive, isSoon },
  };
}

export async function holdingFor(
  { tx }: TxContext,
  personId: PersonId,
  payBy: PaymentMethod,
): Promise<Pick<Card, 'isNewcomer' | 'isHeld'>> {
  const isNew = await isNewcomer(tx, personId);
  return { isNewcomer: isNew, isHeld: isNew && payBy === 'delivery' };
}

/**
 * A transfer only where every seller has said where it goes; invoices only on Telegram, and only where one payee is named:
 * the village's account.
 */
export async function findPaymentMethods(
  context: TxContext,
  chatId: ChatId,
  { invoices }: PaymentSettings,
  lines: readonly Pick<CheckoutLine, 'sellerId'>[],
): Promise<PaymentMethod[]> {
  const takesTransfers = await haveAllCodes(context, [...new Set(lines.map(({ sellerId }) => sellerId))]);
  return [
    'delivery',
    ...(takesTransfers ? (['transfer'] as const) : []),
    ...(invoices && (await canBeInvoiced(context, chatId)) ? (['invoice'] as const) : []),
  ];
}

async function haveAllCodes({ tx }: TxContext, sellerIds: SellerId[]): Promise<boolean> {
  const withCodes = await tx.paymentCode.groupBy({
    by: ['sellerId'],
    where: { sellerId: { in: sellerIds } },
  });
  return withCodes.length === sellerIds.length;
}

async function canBeInvoiced({ tx }: TxContext, chatId: ChatId): Promise<boolean> {
  const chat = await tx.chat.findUnique({ where: { id: chatId }, select: { channel: true } });
  return (
    chat?.channel === 'telegram-buyer' && (await tx.village.count({ where: { payee: { not: '' } } })) > 0
  );
}

type CardRow = Pick<
  Prisma.CheckoutGetPayload<object>,
  'id' | 'total' | 'payment' | 'lines' | 'sellerOrders'
> & { readonly recipient: Uint8Array | null; readonly note: Uint8Array | null; readonly replaces: unknown };

const replacedShape = z.object({ id: idShape<OrderId>(), number: z.string() });

const toCard = (
  { cipher }: TxContext,
  row: CardRow,
): Omit<Card, 'paymentMethods' | 'isNewcomer' | 'isHeld'> => ({
  id: row.id,
  lines: parseLines(row.lines),
  sellerOrders: z.array(sellerOrderShape).parse(row.sellerOrders),
  total: row.total,
  payBy: parsePaymentMethod(row.payment),
  recipient: row.recipient
    ? recipientShape.parse(cipher.decrypt(row.recipient, sealedAt('checkout.recipient', row.id)))
    : undefined,
  note: row.note ? z.string().parse(cipher.decrypt(row.note, sealedAt('checkout.note', row.id))) : undefined,
  replaces: row.replaces ? replacedShape.parse(row.replaces) : undefined,
});

const parsePaymentMethod = (kept: string): PaymentMethod =>
  kept === 'transfer' || kept === 'invoice' ? kept : 'delivery';

/** How the person paid the last time; on delivery at first. */
export async function findLastPaymentMethod({ tx }: TxContext, personId: PersonId): Promise<PaymentMethod> {
  const last = await tx.checkout.findFirst({
    where: { personId, state: 'placed' },
    orderBy: { placedAt: 'desc' },
    select: { payment: true },
  });
  return parsePaymentMethod(last?.payment ?? '');
}
