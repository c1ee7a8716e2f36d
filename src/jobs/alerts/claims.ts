import type { Channel } from '../../chat/dsl/channel.ts';
import type { AlertId } from '../../db/ids.ts';
import { inTransaction } from '../../db/work.ts';
import {
  type AlertRecipient,
  claimRecipients,
  closeAlert,
  dropAlert,
  type RecipientKey,
  settleRecipients,
} from '../../shop/notifications/alerts/recipients.ts';
import { type Composed, composeAlert, type ReadyRecipient, withCompanions } from './screens.ts';
import type { SenderDeps } from './sender.ts';

/** Claims the recipients of one channel, batch by batch; alerts take turns. */
export interface Claims {
  /** The alert may have due recipients, also such as were passed over before. */
  add(alertId: AlertId): void;
  /** Claims up to `take` recipients of the next alert that has any. Empty: none has. */
  next(take: number): Promise<readonly ReadyRecipient[]>;
  /** Whether any alert may have due recipients. */
  hasAny(): boolean;
  /** Closes the alert if its last recipient is done with. */
  closeIfDone(alertId: AlertId): Promise<void>;
  /** Makes claimed recipients due again that will not be sent to. */
  giveBack(recipients: readonly ReadyRecipient[]): Promise<void>;
}

/** An alert with recipients that wait. */
interface Open {
  /** Where the last claim ended: a hint, so that the next one does not read past what is claimed. */
  afterRank: bigint;
  /** Counts `add`: recipients that came due during a claim are not passed over. */
  added: number;
}

/** `onLater`: recipients of the alert are due again in `ms`. */
export function createClaims(
  deps: SenderDeps,
  channel: Channel,
  onLater: (alertId: AlertId, ms: number) => void,
): Claims {
  const { appContext, held } = deps;
  const open = new Map<AlertId, Open>();
  let failed: readonly AlertRecipient[] = [];

  const add = (alertId: AlertId): void => {
    const one = open.get(alertId) ?? { afterRank: 0n, added: 0 };
    open.set(alertId, { afterRank: 0n, added: one.added + 1 });
  };

  const claim = async (alertId: AlertId, take: number): Promise<readonly AlertRecipient[]> => {
    const one = open.get(alertId);
    if (!one) return [];
    const { added } = one;
    // In a transaction: a claim whose answer an outage swallows is none.
    const claimed = await inTransaction(appContext, (context) =>
      claimRecipients(context, alertId, channel.name, { take, afterRank: one.afterRank }),
    );
    held.add(claimed);
    const last = claimed.at(-1);
    if (last && open.get(alertId)?.added === added) open.set(alertId, { afterRank: last.rank, added });
    if (last || open.get(alertId)?.added !== added) return claimed;
    if (one.afterRank === 0n) open.delete(alertId);
    else open.set(alertId, { afterRank: 0n, added });
    return claimed;
  };

  const accept = ({ ready, waiting }: Composed): readonly ReadyRecipient[] => {
    held.add(ready.flatMap(withCompanions));
    held.remove(waiting);
    for (const one of waiting) onLater(one.alertId, one.againInMs);
    return ready;
  };

  /** Where the alert is no longer true, nobody else hears of it. */
  const compose = async (alertId: AlertId, recipients: readonly AlertRecipient[]) => {
    const composed = await composeAlert(deps, channel, alertId, recipients);
    if (composed) return accept(composed);
    await inTransaction(appContext, (context) => dropAlert(context, alertId, recipients));
    held.remove(recipients);
    return [];
  };

  const giveBack = async (recipients: readonly RecipientKey[]): Promise<void> => {
    for (const [alertId, its] of Map.groupBy(recipients, (one) => one.alertId)) {
      const ends = its.map(({ personId }) => ({ personId, state: 'due' as const }));
      await inTransaction(appContext, (context) => settleRecipients(context, alertId, ends));
      held.remove(its);
      add(alertId);
    }
  };

  /** Gives back what was claimed when something failed. */
  const giveBackFailed = async (): Promise<void> => {
    if (failed.length === 0) return;
    await giveBack(failed);
    failed = [];
  };

  const composeOrKeep = (alertId: AlertId, claimed: readonly AlertRecipient[]) =>
    compose(alertId, claimed).catch((error: unknown) => {
      failed = [...failed, ...claimed];
      throw error;
    });

  /** Alerts take turns: one that was served goes to the end. */
  const toTheEnd = (alertId: AlertId): void => {
    const one = open.get(alertId);
    open.delete(alertId);
    if (one) open.set(alertId, one);
  };

  return {
    add,
    hasAny: () => open.size > 0,
    async closeIfDone(alertId) {
      if (!open.has(alertId) && !held.hasAny(alertId)) await closeAlert(appContext, alertId);
    },
    async next(take) {
      await giveBackFailed();
      for (let [alertId] = open.keys(); alertId !== undefined; [alertId] = open.keys()) {
        const claimed = await claim(alertId, take);
        const ready = claimed.length > 0 ? await composeOrKeep(alertId, claimed) : [];
        toTheEnd(alertId);
        if (ready.length > 0) return ready;
        if (!open.has(alertId)) await closeAlert(appContext, alertId);
      }
      return [];
    },
    giveBack: (recipients) => giveBack(recipients.flatMap(withCompanions)),
  };
}
