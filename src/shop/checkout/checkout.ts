import type { Work } from '../../db/work.ts';
import { type CartLine, lineOf } from '../cart/cart.ts';
import { type CheckoutLine, lineShown } from '../cart/line.ts';
import { productById } from '../catalogue/catalogue.ts';
import type { Way } from '../shipping/rates.ts';
import { MAX_FEN } from '../values/money.ts';
import { type Card, lastPayBy, openCard, type PayMeans, payWaysIn } from './card.ts';
import { partsFor, totalOf, type Wanted } from './parcels.ts';
import { place } from './place.ts';
import { limitFor, problemsOf } from './problems.ts';

type Opening = Pick<Card, 'payBy' | 'recipient'>;

/** What may be changed on an open card. */
export type Change = Partial<Pick<Card, 'payBy' | 'recipient' | 'note'>> & {
  readonly way?: { readonly sellerId: string; readonly way: Way };
};

export const checkout = (work: Work, means: PayMeans = { invoices: false }) => ({
  open: (personId: string, chatId: string, card: Opening, lines: readonly CartLine[]) =>
    write(work, means, personId, chatId, { ...card, note: undefined }, lines.map(lineShown), new Map()),
  change: (personId: string, intent: string, to: Change) => change(work, means, personId, intent, to),
  renew: (personId: string, intent: string) => renew(work, means, personId, intent),
  byId: (personId: string, intent: string) => openCard(work, personId, intent, means),
  /** The card that can be confirmed in this chat. */
  current: (personId: string, chatId: string) => current(work, means, personId, chatId),
  /** What stands against the card now, before anybody confirms it. */
  problems: (personId: string, card: Card) => problemsOf(work, personId, card),
  lastPayBy: (personId: string) => lastPayBy(work, personId),
  place: (personId: string, intent: string, isMeantTwice = false) =>
    place(work, personId, intent, isMeantTwice),
});

/**
 * Opens a checkout with what the card will show. The chat's earlier card is gone with the address on it, so that a Confirm
 * places what stands above it and nothing else. `undefined` from the largest amount on.
 */
async function write(
  work: Work,
  means: PayMeans,
  personId: string,
  chatId: string,
  { payBy: wanted, recipient, note }: Opening & Pick<Card, 'note'>,
  lines: readonly CheckoutLine[],
  wantedWays: Wanted,
): Promise<Card | undefined> {
  const { tx, seal, now } = work;
  const payWays = await payWaysIn(work, chatId, means);
  // What was paid by before may not be offered any more.
  const payBy = payWays.includes(wanted) ? wanted : 'delivery';
  const parts = await partsFor(work, personId, lines, recipient, wantedWays);
  const total = totalOf(lines, parts);
  if (total >= MAX_FEN) return undefined;
  await tx.checkout.deleteMany({ where: { chatId, state: 'open' } });
  const sealed = { recipient: recipient ? seal.seal(recipient) : null, note: note ? seal.seal(note) : null };
  const kept = { personId, chatId, state: 'open', payment: payBy, total, createdAt: now, ...sealed };
  const { id } = await tx.checkout.create({
    data: { ...kept, lines: [...lines], parts },
    select: { id: true },
  });
  return { id, lines, parts, total, payBy, payWays, recipient, note };
}

/** The same goods with another address, way to travel or to pay, or with a note; the fees follow. It is a card of its own. */
async function change(
  work: Work,
  means: PayMeans,
  personId: string,
  intent: string,
  to: Change,
): Promise<Card | undefined> {
  const card = await openCard(work, personId, intent, means);
  if (!card) return undefined;
  const { way, ...rest } = to;
  const chatId = await chatOf(work, intent);
  const changed = await write(
    work,
    means,
    personId,
    chatId,
    { ...card, ...rest },
    card.lines,
    wantedOn(card, way),
  );
  return changed ?? card;
}

const chatOf = async ({ tx }: Work, intent: string): Promise<string> =>
  (await tx.checkout.findUniqueOrThrow({ where: { id: intent }, select: { chatId: true } })).chatId;

/** What the card says of each seller, but for the one that changes. */
const wantedOn = ({ parts }: Card, change?: Change['way']): Wanted =>
  new Map([
    ...parts.map((part) => [part.sellerId, part.way] as const),
    ...(change ? [[change.sellerId, change.way] as const] : []),
  ]);

/**
 * The card as it can be had now: prices and fees of now, no more than there is and than one may have. The cart follows.
 * Nothing where nothing is left of it.
 */
async function renew(
  work: Work,
  means: PayMeans,
  personId: string,
  intent: string,
): Promise<Card | undefined> {
  const card = await openCard(work, personId, intent, means);
  if (!card) return undefined;
  const lines: CheckoutLine[] = [];
  for (const line of card.lines) {
    const now = await lineNow(work, personId, line);
    await keepInCart(work, personId, line, now?.quantity ?? 0);
    if (now) lines.push(now);
  }
  if (lines.length === 0) return undefined;
  return write(work, means, personId, await chatOf(work, intent), card, lines, wantedOn(card));
}

async function lineNow(work: Work, personId: string, line: CheckoutLine): Promise<CheckoutLine | undefined> {
  const product = await productById(work.tx, line.productId);
  if (product?.status !== 'on-sale') return undefined;
  const limit = await limitFor(work.tx, personId, line.productId);
  const quantity = Math.min(line.quantity, product.available, limit?.left ?? line.quantity);
  return quantity > 0 ? lineShown(lineOf(product, quantity)) : undefined;
}

/** A line that the cart still has says what can be had. */
async function keepInCart(
  { tx }: Work,
  personId: string,
  { productId }: CheckoutLine,
  quantity: number,
): Promise<void> {
  const where = { personId, productId };
  if (quantity === 0) await tx.cartLine.deleteMany({ where });
  else await tx.cartLine.updateMany({ where, data: { quantity } });
}

async function current(
  work: Work,
  means: PayMeans,
  personId: string,
  chatId: string,
): Promise<Card | undefined> {
  const row = await work.tx.checkout.findFirst({
    where: { personId, chatId, state: 'open' },
    select: { id: true },
  });
  return row ? openCard(work, personId, row.id, means) : undefined;
}
