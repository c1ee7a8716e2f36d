import type { AlertId } from '../../db/ids.ts';
import type { RecipientKey } from '../../shop/notifications/alerts/recipients.ts';

/**
 * The recipients that this process has claimed and not settled. It does not take its own leases for those of a dead
 * process, however long a line or an outage holds it up.
 */
export interface HeldRecipients {
  add(recipients: readonly RecipientKey[]): void;
  remove(recipients: readonly RecipientKey[]): void;
  all(): readonly RecipientKey[];
  /** Whether any of this alert is claimed here. */
  hasAny(alertId: AlertId): boolean;
}

export function createHeldRecipients(): HeldRecipients {
  const held = new Map<AlertId, Map<string, RecipientKey>>();
  return {
    add(recipients) {
      for (const { alertId, personId } of recipients) {
        const its = held.get(alertId) ?? new Map();
        held.set(alertId, its.set(personId, { alertId, personId }));
      }
    },
    remove(recipients) {
      for (const { alertId, personId } of recipients) {
        const its = held.get(alertId);
        its?.delete(personId);
        if (its?.size === 0) held.delete(alertId);
      }
    },
    hasAny: (alertId) => held.has(alertId),
    all: () => [...held.values()].flatMap((its) => [...its.values()]),
  };
}
