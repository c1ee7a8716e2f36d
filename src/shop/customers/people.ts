import type { PersonId } from '../../db/ids.ts';
import type { TxContext } from '../../db/work.ts';
import { findAddresses } from './addresses.ts';
import { personalData } from './data-export.ts';

/** Minutes of the village's day, 0 to 1,439; `until` may be earlier than `from`: then it is a night. */
export interface Quiet {
  readonly from: number;
  readonly until: number;
}

/** The summary that a person sees of their own data. */
export interface Overview {
  readonly name: string;
  readonly locale: 'zh' | 'en';
  readonly quiet: Quiet | undefined;
  readonly addresses: number;
  readonly follows: number;
  /** Products they wait for, and saved searches. */
  readonly waits: number;
}

const MINUTES = 24 * 60;

export const people = (context: TxContext) => ({
  async setLocale(id: PersonId, locale: 'zh' | 'en'): Promise<void> {
    await context.tx.person.update({ where: { id }, data: { locale } });
  },
  async setName(id: PersonId, name: string): Promise<void> {
    await context.tx.person.update({ where: { id }, data: { name } });
  },
  /** Alerts wait during these minutes; nothing set, none do. Minutes outside a day are taken as that day's. */
  async setQuiet(id: PersonId, quiet: Quiet | undefined): Promise<void> {
    const minute = (n: number): number => (Number.isInteger(n) ? ((n % MINUTES) + MINUTES) % MINUTES : 0);
    const data = quiet
      ? { quietFrom: minute(quiet.from), quietUntil: minute(quiet.until) }
      : { quietFrom: null, quietUntil: null };
    await context.tx.person.update({ where: { id }, data });
  },
  overview: (id: PersonId) => overview(context, id),
  /** All data of the person, for themselves. */
  data: (id: PersonId) => personalData(context, id),
});

async function overview(context: TxContext, id: PersonId): Promise<Overview> {
  const { tx } = context;
  const { name, locale, quietFrom, quietUntil } = await tx.person.findUniqueOrThrow({ where: { id } });
  const count = (kind: string) => tx.subscription.count({ where: { personId: id, kind } });
  return {
    name,
    locale: locale === 'en' ? 'en' : 'zh',
    quiet: quietFrom === null || quietUntil === null ? undefined : { from: quietFrom, until: quietUntil },
    addresses: (await findAddresses(context, id)).length,
    follows: (await count('seller')) + (await count('village')),
    waits: (await count('product')) + (await tx.savedSearch.count({ where: { personId: id } })),
  };
}
