import { z } from 'zod';
import { inSavepoint, type Outcome, type Work } from '../../db/work.ts';
import { lastOf } from '../orders/history.ts';
import { openRefund } from '../orders/refunds.ts';
import { actsFor } from '../sellers/sellers.ts';
import { lineTotal } from '../values/money.ts';
import type { Measure } from '../values/quantity.ts';
import { dueFor } from './packing.ts';

/** Damaged goods can be reported for so long after they arrived. */
export const CLAIM_MS = 48 * 3_600_000;

/** A buyer's report of damaged goods. */
export interface Claim {
  readonly id: string;
  readonly orderId: string;
  readonly number: string;
  readonly sellerId: string;
  readonly buyerChatId: string;
  readonly title: string;
  readonly titleEn: string | null;
  readonly measure: Measure;
  /** What is affected, in base units, and what refund that makes, in fen. */
  readonly quantity: number;
  readonly proposed: number;
  readonly mediaId: string;
  readonly words: string;
  readonly state: 'open' | 'agreed' | 'refused';
}

export type NotClaimed = { readonly code: 'too-late' | 'not-there' | 'already' };

export interface Damage {
  readonly orderId: string;
  readonly position: number;
  /** Base units; more than was ordered counts as all of it. */
  readonly quantity: number;
  readonly mediaId: string;
  readonly words: string;
}

export const claims = (work: Work) => ({
  /** Until when damaged goods of an order can be reported; nothing while it has not arrived. */
  until: (orderId: string) => until(work, orderId),
  open: (personId: string, damage: Damage) => open(work, personId, damage),
  /** Those of an order that wait for an answer; the order is known to be shown to who asks. */
  waiting: (orderId: string) => waiting(work, orderId),
  /** For the seller's people. */
  answer: (personId: string, id: string, isAgreed: boolean) => answer(work, personId, id, isAgreed),
});

async function until(work: Work, orderId: string): Promise<Date | undefined> {
  const arrived = await lastOf(work, orderId, 'delivered');
  return arrived && new Date(arrived.getTime() + CLAIM_MS);
}

/** Keeps the report with the refund it makes: the line's price in proportion to what is affected. */
function open(
  outer: Work,
  personId: string,
  damage: Damage,
): Promise<Outcome<{ readonly claim: Claim }, NotClaimed>> {
  return inSavepoint(outer, async (work, refuse: (refusal: NotClaimed) => never) => {
    const { tx, seal, now } = work;
    const { orderId, position, mediaId, words } = damage;
    const line = await tx.orderLine.findFirst({ where: { orderId, position, order: { personId } } });
    if (!line) return refuse({ code: 'not-there' });
    const end = await until(work, orderId);
    if (!end || end < now) return refuse({ code: 'too-late' });
    const earlier = await tx.claim.aggregate({
      where: { orderId, position, state: { not: 'refused' } },
      _sum: { quantity: true },
    });
    // What the scale took off has been settled: only what came can be spoiled.
    const came = Math.min(line.packed ?? line.quantity, line.quantity);
    const quantity = Math.min(damage.quantity, came - (earlier._sum.quantity ?? 0));
    if (quantity <= 0) return refuse({ code: 'already' });
    const proposed = lineTotal({ fen: dueFor(line), per: came }, quantity);
    const data = { orderId, position, quantity, proposed, mediaId, state: 'open', createdAt: now };
    const made = await tx.claim.createManyAndReturn({
      data: [{ ...data, words: seal.seal({ words }) }],
      skipDuplicates: true,
      select: { id: true },
    });
    const claim = made[0] && (await claimById(work, made[0].id));
    return claim ? { claim } : refuse({ code: 'already' });
  });
}

async function waiting(work: Work, orderId: string): Promise<Claim[]> {
  const rows = await work.tx.claim.findMany({
    where: { orderId, state: 'open' },
    orderBy: { createdAt: 'asc' },
    select: { id: true },
  });
  const found: Claim[] = [];
  for (const { id } of rows) found.push(...[await claimById(work, id)].filter((one) => one !== undefined));
  return found;
}

async function claimById({ tx, seal }: Work, id: string): Promise<Claim | undefined> {
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
    words: row.words ? wordsShape.parse(seal.open(row.words)).words : '',
    state: state as Claim['state'],
  };
}

const wordsShape = z.object({ words: z.string() });

/** The seller's yes or no; the first answer counts. */
async function answer(
  work: Work,
  personId: string,
  id: string,
  isAgreed: boolean,
): Promise<{ readonly claim: Claim; readonly isDone: boolean } | undefined> {
  const claim = await claimById(work, id);
  if (!claim || !(await actsFor(work.tx, personId, claim.sellerId, 'money'))) return undefined;
  const state = isAgreed ? 'agreed' : 'refused';
  const answered = await work.tx.claim.updateMany({
    where: { id, state: 'open' },
    data: { state, answeredBy: personId, answeredAt: work.now },
  });
  if (answered.count === 0) return { claim, isDone: false };
  if (!isAgreed) return { claim: { ...claim, state }, isDone: true };
  // What has gone back already is not owed twice: both sides hear what is owed now.
  const proposed = await openRefund(work, claim.orderId, claim.proposed, 'claim', personId);
  await work.tx.claim.update({ where: { id }, data: { proposed } });
  return { claim: { ...claim, state, proposed }, isDone: true };
}
