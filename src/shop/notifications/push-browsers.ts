import type { PersonId } from '../../db/ids.ts';
import type { TxContext } from '../../db/work.ts';

/** The browsers that tell a person what has come also when the page is closed. */
export const pushBrowsers = ({ tx }: TxContext) => ({
  count: (personId: PersonId): Promise<number> => tx.pushSubscription.count({ where: { personId } }),

  /** None is told any more. */
  async end(personId: PersonId): Promise<void> {
    await tx.pushSubscription.deleteMany({ where: { personId } });
  },
});
