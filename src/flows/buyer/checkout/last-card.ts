import { z } from 'zod';
import { type CheckoutId, idShape, type ProductId, type SellerId } from '../../../db/ids.ts';
import type { Card } from '../../../shop/checkout/card.ts';
import { recipientShape } from '../../../shop/customers/addresses.ts';
import { shippingMethods } from '../../../shop/shipping/rates.ts';
import { quantityShape } from '../../../shop/values/quantity.ts';
import type { Turn } from '../../flow.ts';

// The card that was shown last, and what stood there before: the next message may put it right.

const stateShape = z.object({
  lines: z.array(z.object({ product: idShape<ProductId>(), quantity: quantityShape })),
  payBy: z.enum(['delivery', 'transfer', 'invoice']),
  recipient: recipientShape.optional(),
  note: z.string().optional(),
  sellerOrders: z.array(z.object({ sellerId: idShape<SellerId>(), way: z.enum(shippingMethods) })),
});
/** What a card says, as far as its buyer can change it. */
export type CardState = z.infer<typeof stateShape>;

const shape = z.object({
  card: idShape<CheckoutId>(),
  now: stateShape,
  /** Before it; nothing stood there, or what was done was just taken back, or it is not known. */
  was: z.union([stateShape, z.enum(['nothing', 'restored'])]).optional(),
});
export type LastCard = z.infer<typeof shape>;

/** What the card before this one said: `none` where there was no card, `restored` where this one is as it was before. */
export type Before = Card | 'none' | 'restored' | undefined;

/** Keeps a card that is shown. One that is shown again keeps what was before it. */
export function keepLastCard(turn: Turn<string>, card: Card, before: Before): LastCard {
  const last = parseLast(turn);
  if (last?.card === card.id) return last;
  const was = wasBefore(turn, before, last);
  return { card: card.id, now: stateOf(card), ...(was && { was }) };
}

function wasBefore(turn: Turn<string>, before: Before, last: LastCard | undefined): LastCard['was'] {
  if (before === 'none') return 'nothing';
  return before === 'restored' ? before : before && stateBefore(turn, before, last);
}

/** What the last message has changed; nothing where the card is the first, or was just changed back. */
export const changedFrom = ({ was }: LastCard): CardState | undefined =>
  typeof was === 'string' ? undefined : was;

/** A card that nobody has seen was made by this very message: what was shown before it counts. */
const stateBefore = (
  { focus }: Turn<string>,
  before: Card,
  last: LastCard | undefined,
): CardState | undefined =>
  before.id === focus.card ? stateOf(before) : last && last.card === focus.card ? last.now : undefined;

/** The card that the last message has shown; nothing where something else was said since. */
export function findLastCard(turn: Turn<string>): LastCard | undefined {
  const last = parseLast(turn);
  return last?.card === turn.focus.card ? last : undefined;
}

const parseLast = ({ lastChange }: Turn<string>): LastCard | undefined => shape.safeParse(lastChange).data;

const stateOf = ({ lines, payBy, recipient, note, sellerOrders }: Card): CardState => ({
  lines: lines.map(({ productId, quantity }) => ({ product: productId, quantity })),
  payBy,
  ...(recipient && { recipient }),
  ...(note && { note }),
  sellerOrders: sellerOrders.map(({ sellerId, way }) => ({ sellerId, way })),
});
