import { z } from 'zod';
import type { Prisma } from '../../db/generated/client.ts';
import type { Work } from '../../db/work.ts';
import { type CheckoutLine, linesIn } from '../cart/line.ts';
import { type Recipient, recipientShape } from '../customers/addresses.ts';
import { ways } from '../shipping/rates.ts';
import type { Fen } from '../values/money.ts';

/** `invoice` is paid through the platform to the village's own account. */
export type PayBy = 'delivery' | 'transfer' | 'invoice';

/** What this Walnut can do about money, by its settings. */
export interface PayMeans {
  /** A payment provider is set. */
  readonly invoices: boolean;
}

const partShape = z.object({
  sellerId: z.uuid(),
  sellerName: z.string(),
  sellerNameEn: z.string().nullable(),
  way: z.enum(ways),
  fee: z.number().int(),
  /** What the goods cost without the fee. */
  goods: z.number().int(),
  /** Where to pick up, if that is the way. */
  place: z.string(),
  /** The day on which the seller packs again, where today is off. */
  packsAgain: z.string().nullable(),
  /** The other ways to choose from, with what they would cost. */
  others: z.array(z.object({ way: z.enum(ways), fee: z.number().int() })),
});

/** One seller's part of a card: how it travels and what that costs, as the card showed it. */
export type Part = z.infer<typeof partShape>;

/** What a confirmation card shows, exactly. Its id is the intent that the Confirm button carries. */
export interface Card {
  readonly id: string;
  readonly lines: readonly CheckoutLine[];
  readonly parts: readonly Part[];
  /** Goods and fees. */
  readonly total: Fen;
  readonly payBy: PayBy;
  /** All the ways to pay that can be chosen here. */
  readonly payWays: readonly PayBy[];
  readonly recipient: Recipient | undefined;
  /** To the sellers. */
  readonly note: string | undefined;
}

/** False only where everything is picked up: then a name and a phone are enough. */
export const needsAddress = ({ parts }: Pick<Card, 'parts'>): boolean =>
  parts.some((part) => part.way !== 'pickup');

/** True when it is known who gets the goods, and where. */
export const knowsWhere = (card: Pick<Card, 'parts' | 'recipient'>): boolean =>
  card.recipient !== undefined && (card.recipient.address !== '' || !needsAddress(card));

/** The person's open card. */
export async function openCard(
  work: Work,
  personId: string,
  intent: string,
  means: PayMeans = { invoices: false },
): Promise<Card | undefined> {
  const row = await work.tx.checkout.findFirst({ where: { id: intent, personId, state: 'open' } });
  return row ? { ...asCard(work, row), payWays: await payWaysIn(work, row.chatId, means) } : undefined;
}

/** Invoices only on Telegram, and only where one payee is named: the village's account. */
export async function payWaysIn({ tx }: Work, chatId: string, { invoices }: PayMeans): Promise<PayBy[]> {
  if (!invoices) return ['delivery', 'transfer'];
  const chat = await tx.chat.findUnique({ where: { id: chatId }, select: { channel: true } });
  const isNamed = (await tx.village.count({ where: { payee: { not: '' } } })) > 0;
  return [
    'delivery',
    'transfer',
    ...(isNamed && chat?.channel === 'telegram-buyer' ? (['invoice'] as const) : []),
  ];
}

const asCard = ({ seal }: Work, row: Prisma.CheckoutGetPayload<object>): Omit<Card, 'payWays'> => ({
  id: row.id,
  lines: linesIn(row.lines),
  parts: z.array(partShape).parse(row.parts),
  total: row.total,
  payBy: payByOf(row.payment),
  recipient: row.recipient ? recipientShape.parse(seal.open(row.recipient)) : undefined,
  note: row.note ? z.string().parse(seal.open(row.note)) : undefined,
});

const payByOf = (kept: string): PayBy => (kept === 'transfer' || kept === 'invoice' ? kept : 'delivery');

/** How the person paid the last time; on delivery at first. */
export async function lastPayBy({ tx }: Work, personId: string): Promise<PayBy> {
  const last = await tx.checkout.findFirst({
    where: { personId, state: 'placed' },
    orderBy: { placedAt: 'desc' },
    select: { payment: true },
  });
  return payByOf(last?.payment ?? '');
}
