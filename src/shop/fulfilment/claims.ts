import { z } from 'zod';
import { sealedAt } from '../../db/crypto/sealed-columns.ts';
import {
  type ChatId,
  type ClaimId,
  type MediaId,
  newId,
  type OrderId,
  type PersonId,
  type SellerId,
} from '../../db/ids.ts';
import { inSavepoint, type Outcome, type TxContext } from '../../db/work.ts';
import { amountDue } from '../orders/amount-due.ts';
import { lastStep } from '../orders/history.ts';
import { lockOrder } from '../orders/locking.ts';
import { openRefund } from '../orders/refunds.ts';
import { requireMembership } from '../sellers/sellers.ts';
import { type Fen, lineTotal } from '../values/money.ts';
import {
  type BaseQuantity,
  baseQuantity,
  type Measure,
  minQuantity,
  minusQuantity,
} from '../values/quantity.ts';

/** How long after delivery damage can be reported. */
export const CLAIM_MS = 48 * 3_600_000;

/** A buyer's report of damaged goods. */
export interface Claim {
  readonly id: ClaimId;
  readonly orderId: OrderId;
  readonly number: string;
  readonly sellerId: SellerId;
  readonly buyerChatId: ChatId;
  readonly title: string;
  readonly titleEn: string | null;
  readonly measure: Measure;
  /** What is affected, in base units, and what refund that makes, in fen. */
  readonly quantity: BaseQuantity;
  readonly proposed: Fen;
  readonly mediaId: MediaId;
  readonly words: string;
  readonly state: 'open' | 'agreed' | 'refused';
}

export type NotClaimed = { readonly code: 'too-late' | 'not-there' | 'already' };

export interface Damage {
  readonly orderId: OrderId;
  readonly position: number;
  /** Base units; more than was ordered counts as all of it. */
  readonly quantity: BaseQuantity;
  readonly mediaId: MediaId;
  readonly words: string;
}

export const claims = (context: TxContext) => ({
  /** Until when damage of an order can be reported; undefined before it has arrived. */
  until: (orderId: OrderId) => until(context, orderId),
  open: (personId: PersonId, damage: Damage) => open(context, personId, damage),
  /** Those of an order that wait for an answer; the order is known to be shown to who asks. */
  waiting: (orderId: OrderId) => waiting(context, orderId),
  /** For the seller's people. */
  answer: (personId: PersonId, id: ClaimId, isAgreed: boolean) => answer(context, personId, id, isAgreed),
});

async function until(context: TxContext, orderId: OrderId): Promise<Date | undefined> {
  const arrived = await lastStep(context, orderId, 'delivered');
  return arrived && new Date(arrived.at.getTime() + CLAIM_MS);
}

/** Stores the claim with its refund: the line's price in proportion to the damaged quantity. */
function open(
  outer: TxContext,
  personId: PersonId,
  damage: Damage,
): Promise<Outcome<{ readonly claim: Claim }, NotClaimed>> {
  return inSavepoint(outer, async (context, refuse: (refusal: NotClaimed) => never) => {
    const { tx, cipher, now } = context;
    const { orderId, position, mediaId, words } = damage;
    // The remaining quantity is counted under the lock, so that two claims at once are not refunded twice.
    await lockOrder(tx, orderId);
    const line = await tx.orderLine.findFirst({ where: { orderId, position, order: { personId } } });
    if (!line) return refuse({ code: 'not-there' });
    const end = await until(context, orderId);
    if (!end || end < now) return refuse({ code: 'too-late' });
    const earlier = await tx.claim.aggregate({
      where: { orderId, position, state: { not: 'refused' } },
      _sum: { quantity: true },
    });
    // A lower weight was settled before: only what arrived can be damaged.
    const came = minQuantity(line.packed ?? line.quantity, line.quantity);
    const reported = baseQuantity(earlier._sum.quantity ?? 0);
    const quantity = minQuantity(damage.quantity, minusQuantity(came, reported));
    if (quantity <= 0) return refuse({ code: 'already' });
    const proposed = lineTotal({ fen: amountDue(line), per: came }, quantity);
    const id = newId<ClaimId>();
    const data = { id, orderId, position, quantity, proposed, mediaId, state: 'open', createdAt: now };
    const made = await tx.claim.createManyAndReturn({
      data: [{ ...data, words: cipher.encrypt({ words }, sealedAt('claim.words', id)) }],
      skipDuplicates: true,
      select: { id: true },
    });
    const claim = made[0] && (await claimById(context, made[0].id));
    return claim ? { claim } : refuse({ code: 'already' });
  });
}

async function waiting(context: TxContext, orderId: OrderId): Promise<Claim[]> {
  const rows = await context.tx.claim.findMany({
    where: { orderId, state: 'open' },
    orderBy: { createdAt: 'asc' },
    select: { id: true },
  });
  const found: Claim[] = [];
  for (const { id } of rows) found.push(...[await claimById(context, id)].filter((one) => one !== undefined));
  return found;
}

async function claimById({ tx, cipher }: TxContext, id: ClaimId): Promise<Claim | undefined> {
  const row = await tx.claim.findUnique({
    where: { id },
    include: { order: { include: { lines: true } } },
  });
  const line = row?.order.lines.find(({ position }) => position === row.position);
  if (!row || !line) return undefined;
  const { orderId, quantity, proposed, mediaId, state, order } = row;
  return {
    id,
    orderId,
    number: order.number,
    sellerId: order.sellerId,
    buyerChatId: order.chatId,
    title: line.title,
    titleEn: line.titleEn,
    measure: line.measure as Measure,
    quantity,
    proposed,
    mediaId,
    words: row.words ? wordsShape.parse(cipher.decrypt(row.words, sealedAt('claim.words', id))).words : '',
    state: state as Claim['state'],
  };
}

const wordsShape = z.object({ words: z.string() });

/** The seller's yes or no; the first answer counts. */
async function answer(
  context: TxContext,
  personId: PersonId,
  id: ClaimId,
  isAgreed: boolean,
): Promise<{ readonly claim: Claim; readonly isDone: boolean } | undefined> {
  const { tx, now } = context;
  const claim = await claimById(context, id);
  if (!claim || !(await requireMembership(tx, personId, claim.sellerId, 'money'))) return undefined;
  const state = isAgreed ? 'agreed' : 'refused';
  await lockOrder(tx, claim.orderId);
  const answered = await tx.claim.updateMany({
    where: { id, state: 'open' },
    data: { state, answeredBy: personId, answeredAt: now },
  });
  if (answered.count === 0) return { claim, isDone: false };
  if (!isAgreed) return { claim: { ...claim, state }, isDone: true };
  // Earlier refunds are not owed twice; the answer has what is owed now.
  const proposed = await openRefund(context, claim.orderId, claim.proposed, 'claim', personId);
  await tx.claim.update({ where: { id }, data: { proposed } });
  return { claim: { ...claim, state, proposed }, isDone: true };
}
