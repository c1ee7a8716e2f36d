import type { Work } from '../db/work.ts';
import type { CartLine } from './cart.ts';
import { type Card, lastPayBy, openCard, snapshot } from './checkout-card.ts';
import { partsFor, totalOf, type Wanted } from './checkout-parts.ts';
import { place } from './checkout-place.ts';
import { problemsOf } from './checkout-problems.ts';
import type { Way } from './delivery.ts';
import { MAX_FEN } from './money.ts';

type Opening = Pick<Card, 'payBy' | 'recipient'>;

/** What may be changed on an open card. */
export type Change = Partial<Pick<Card, 'payBy' | 'recipient' | 'note'>> & {
  readonly way?: { readonly sellerId: string; readonly way: Way };
};

export const checkout = (work: Work) => ({
  open: (personId: string, chatId: string, card: Opening, lines: readonly CartLine[]) =>
    open(work, personId, chatId, card, lines),
  change: (personId: string, intent: string, to: Change) => change(work, personId, intent, to),
  byId: (personId: string, intent: string) => openCard(work, personId, intent),
  /** What stands against the card now, before anybody confirms it. */
  problems: (personId: string, card: Card) => problemsOf(work, personId, card),
  lastPayBy: (personId: string) => lastPayBy(work, personId),
  place: (personId: string, intent: string, isMeantTwice = false) =>
    place(work, personId, intent, isMeantTwice),
});

/** Opens a checkout with what the card will show. The chat's earlier card goes stale. `undefined` past the largest amount. */
async function open(
  work: Work,
  personId: string,
  chatId: string,
  { payBy, recipient }: Opening,
  from: readonly CartLine[],
): Promise<Card | undefined> {
  const { tx, seal, now } = work;
  const lines = from.map(snapshot);
  const parts = await partsFor(work, personId, lines, recipient, new Map());
  const total = totalOf(lines, parts);
  if (total > MAX_FEN) return undefined;
  await tx.checkout.updateMany({ where: { chatId, state: 'open' }, data: { state: 'stale' } });
  const sealed = recipient ? seal.seal(recipient) : null;
  const kept = { personId, chatId, state: 'open', payment: payBy, recipient: sealed, createdAt: now };
  const { id } = await tx.checkout.create({ data: { ...kept, lines, parts, total }, select: { id: true } });
  return { id, lines, parts, total, payBy, recipient, note: undefined };
}

/** Another address, way to travel or to pay, or a note, on the same card; the fees follow. */
async function change(work: Work, personId: string, intent: string, to: Change): Promise<Card | undefined> {
  const { tx, seal } = work;
  const card = await openCard(work, personId, intent);
  if (!card) return undefined;
  const { way, ...rest } = to;
  const { recipient, payBy, note } = { ...card, ...rest };
  const parts = await partsFor(work, personId, card.lines, recipient, wantedOn(card, way));
  const total = totalOf(card.lines, parts);
  if (total > MAX_FEN) return card;
  const sealed = { recipient: recipient ? seal.seal(recipient) : null, note: note ? seal.seal(note) : null };
  await tx.checkout.updateMany({
    where: { id: intent, personId, state: 'open' },
    data: { payment: payBy, parts, total, ...sealed },
  });
  return openCard(work, personId, intent);
}

/** What the card says of each seller, but for the one that changes. */
const wantedOn = ({ parts }: Card, change: Change['way']): Wanted =>
  new Map([
    ...parts.map((part) => [part.sellerId, part.way] as const),
    ...(change ? [[change.sellerId, change.way] as const] : []),
  ]);
