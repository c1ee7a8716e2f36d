import { openName, sealName } from '../../db/crypto/person-name.ts';
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
  /** Their own, where they have set one. */
  readonly timeZone: string | undefined;
  readonly alertsADay: number | undefined;
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
    await context.tx.person.update({ where: { id }, data: sealName(context.cipher, id, name) });
  },
  /** Alerts wait during these minutes; nothing set, none do. Minutes outside a day are taken as that day's. */
  async setQuiet(id: PersonId, quiet: Quiet | undefined): Promise<void> {
    const minute = (n: number): number => (Number.isInteger(n) ? ((n % MINUTES) + MINUTES) % MINUTES : 0);
    const data = quiet
      ? { quietFrom: minute(quiet.from), quietUntil: minute(quiet.until) }
      : { quietFrom: null, quietUntil: null };
    await context.tx.person.update({ where: { id }, data });
  },
  /** Whose clock quiet hours go by, as `Asia/Shanghai`; undefined: the village's. False where there is no such zone. */
  async setTimeZone(id: PersonId, timeZone: string | undefined): Promise<boolean> {
    if (timeZone !== undefined && !isTimeZone(timeZone)) return false;
    await context.tx.person.update({ where: { id }, data: { timeZone: timeZone ?? null } });
    return true;
  },
  /** Alerts of what they follow in a day at most; undefined: the usual limit. */
  async setAlertsADay(id: PersonId, most: number | undefined): Promise<void> {
    await context.tx.person.update({ where: { id }, data: { alertsADay: most ?? null } });
  },
  overview: (id: PersonId) => overview(context, id),
  /** All data of the person, for themselves. */
  data: (id: PersonId) => personalData(context, id),
});

const isTimeZone = (name: string): boolean => Intl.supportedValuesOf('timeZone').includes(name);

async function overview(context: TxContext, id: PersonId): Promise<Overview> {
  const { tx } = context;
  const person = await tx.person.findUniqueOrThrow({ where: { id } });
  const { locale, quietFrom, quietUntil, timeZone, alertsADay } = person;
  const count = (kind: string) => tx.subscription.count({ where: { personId: id, kind } });
  return {
    name: openName(context.cipher, person),
    locale: locale === 'en' ? 'en' : 'zh',
    quiet: quietFrom === null || quietUntil === null ? undefined : { from: quietFrom, until: quietUntil },
    timeZone: timeZone ?? undefined,
    alertsADay: alertsADay ?? undefined,
    addresses: (await findAddresses(context, id)).length,
    follows: (await count('seller')) + (await count('village')),
    waits: (await count('product')) + (await tx.savedSearch.count({ where: { personId: id } })),
  };
}
