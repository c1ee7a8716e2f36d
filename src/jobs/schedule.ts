import { endOverdueOffers } from './handlers/waiting.ts';
import type { JobDeps } from './job.ts';
import { deleteOldRows } from './sweeps/clean-up.ts';
import { askForParcels, auditStockNightly, remindOfCarts, sendBriefs } from './sweeps/daily.ts';
import { warnOperators } from './sweeps/dangers.ts';
import { sendDigests } from './sweeps/digests.ts';
import { remindOfHarvests } from './sweeps/harvests.ts';
import { releaseHolds, remindOfMoney, sayGoodbye } from './sweeps/orders.ts';
import { carryPictures } from './sweeps/pictures.ts';
import { followProofs } from './sweeps/proofs.ts';
import { resumeGoods } from './sweeps/rests.ts';
import { endSalesOfYesterday } from './sweeps/sales.ts';
import { sweepStreams } from './sweeps/streams.ts';
import { remindOfExpiring, remindOfUnanswered } from './sweeps/unanswered.ts';

/** How often the sweep comes, which looks at what is due. */
export const SWEEP_MS = 15_000;

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

/** When a work is done: not more often than `everyMs`, and only in these hours of the village's day where they are given. */
export interface When {
  readonly everyMs: number;
  readonly hours?: { readonly from: number; readonly until: number };
}

/** Work that comes by itself. Each finds out what is due from the database, so a run too many does nothing. */
export interface ScheduledWork {
  readonly name: string;
  readonly when: When;
  readonly why: string;
  /** What people hear of it, and who; nothing where nobody does. */
  readonly says?: string;
  run(deps: JobDeps): Promise<void>;
}

const always: When = { everyMs: 0 };
const byDay: When = { everyMs: 30 * MINUTE_MS, hours: { from: 9, until: 20 } };

/** Everything that comes by itself, in the order in which a sweep does it. docs/operating/scheduled-work.md shows it. */
export const schedule: readonly ScheduledWork[] = [
  {
    name: 'conversations',
    when: always,
    why: 'a dead process may have left events unanswered or messages unsent',
    run: ({ engine }) => engine.sweep(),
  },
  {
    name: 'payment-reminders',
    when: always,
    why: 'goods of an unpaid order are released after two hours',
    says: 'buyers, half an hour before: how to pay',
    run: remindOfMoney,
  },
  {
    name: 'unpaid-orders',
    when: always,
    why: 'what nobody pays for is there for others',
    says: 'buyers and sellers: the order has expired',
    run: releaseHolds,
  },
  {
    name: 'proofs',
    when: always,
    why: 'a proof of payment that nobody looks at keeps goods and money waiting',
    says: 'sellers, operators and buyers: what became of it',
    run: followProofs,
  },
  {
    name: 'offers',
    when: always,
    why: 'goods kept for somebody who waited go to the next after half an hour',
    says: 'those who waited: kept for you, over, or your place in the queue',
    run: endOverdueOffers,
  },
  {
    name: 'unanswered-orders',
    when: { everyMs: 5 * MINUTE_MS },
    why: 'an order that nobody accepts for two hours is forgotten by the seller',
    says: 'sellers, by day, once an order: these wait for your yes',
    run: async (deps) => {
      await remindOfUnanswered(deps);
      await remindOfExpiring(deps);
    },
  },
  {
    name: 'goodbyes',
    when: always,
    why: 'whoever asked to be forgotten is erased when nothing is open',
    says: 'that person: goodbye',
    run: sayGoodbye,
  },
  {
    name: 'streams',
    when: always,
    why: 'streams end by themselves, and plans are kept or not',
    says: 'sellers: still on?, and how it went',
    run: sweepStreams,
  },
  {
    name: 'alerts',
    when: always,
    why: 'a dead process may have left an alert half sent',
    says: 'followers: what the alert says',
    run: ({ alerts }) => alerts.sweep(),
  },
  {
    name: 'digests',
    when: { everyMs: 5 * MINUTE_MS, hours: { from: 7.5, until: 21 } },
    why: 'quiet hours and the limit of a day lose nothing',
    says: 'buyers, each morning or on Sundays, unless switched off: what they missed, a line each',
    run: sendDigests,
  },
  {
    name: 'morning-briefs',
    when: { everyMs: MINUTE_MS, hours: { from: 7.5, until: 11 } },
    why: 'a seller begins the day with what is open',
    says: 'sellers with something to do, unless switched off: the three first things, a tap each',
    run: sendBriefs,
  },
  {
    name: 'parcels',
    when: byDay,
    why: 'a parcel that nobody confirms may be lost',
    says: 'buyers, a week after it was sent, once, unless switched off: has it come?',
    run: askForParcels,
  },
  {
    name: 'carts',
    when: byDay,
    why: 'a cart is forgotten more often than not wanted',
    says: 'buyers who switched it on, once a cart: there is something in your cart',
    run: remindOfCarts,
  },
  {
    name: 'harvests',
    when: { everyMs: MINUTE_MS, hours: { from: 9, until: 20 } },
    why: 'what was ordered before its harvest was promised for a day',
    says: 'sellers and buyers with orders that wait, on that day, unless switched off: the day has come',
    run: remindOfHarvests,
  },
  {
    name: 'goods-rests',
    when: { everyMs: MINUTE_MS },
    why: 'goods that a seller rests for some days come back on the day that was said',
    says: 'sellers: it is on sale again; and whoever waited for it',
    run: resumeGoods,
  },
  {
    name: 'sales-end',
    when: { everyMs: MINUTE_MS },
    why: 'a price until a day is no longer asked on the next',
    says: 'sellers: it costs again what it usually does',
    run: endSalesOfYesterday,
  },
  {
    name: 'stock-audit',
    when: { everyMs: 10 * MINUTE_MS, hours: { from: 3, until: 6 } },
    why: 'stock that differs from its ledger sells what is not there',
    says: 'operators, only if something differs: which products, and by how much',
    run: auditStockNightly,
  },
  {
    name: 'promises',
    when: { everyMs: MINUTE_MS },
    why: 'operators hear of a promise in danger before people do',
    says: 'operators: what is in danger',
    run: warnOperators,
  },
  {
    name: 'clean-up',
    when: { everyMs: HOUR_MS },
    why: 'texts, pictures, work and recipients are not kept beyond their time',
    run: deleteOldRows,
  },
  {
    name: 'pictures',
    when: always,
    why: 'pictures go from the database into the S3-compatible store, if there is one, and what nobody needs leaves it',
    run: carryPictures,
  },
];
