import type { ChatId, PersonId } from '../../db/ids.ts';
import { inTransaction, type TxContext } from '../../db/work.ts';
import { digestScreen } from '../../flows/screens/messages/digest-screen.ts';
import {
  findDigestChats,
  findDigestLines,
  settleDigestLines,
} from '../../shop/notifications/digest-lines.ts';
import { createShop } from '../../shop/shop.ts';
import { lastHour } from '../../shop/values/village-time.ts';
import type { JobDeps } from '../job.ts';

/** When a digest is due, by the village's clock: what came before this hour is in it. */
export const DIGEST_HOUR = 7.5;
const TAKE = 200;
const WEEK_DAYS = 7;

/** Sends each person what could not be said when it happened, as one message of lines. */
export async function sendDigests(deps: JobDeps): Promise<void> {
  let after: ChatId | undefined;
  do {
    const page = await inTransaction(deps.appContext, (context) => findDigestChats(context, TAKE, after));
    for (const { chatId, personId } of page) await sendDigest(deps, chatId, personId);
    after = page.length === TAKE ? page.at(-1)?.chatId : undefined;
  } while (after);
}

async function sendDigest(
  { appContext, engine }: JobDeps,
  chatId: ChatId,
  personId: PersonId,
): Promise<void> {
  const isSent = await inTransaction(appContext, async (context) => {
    const shop = createShop(context);
    const { digest } = await shop.reminders.of(personId);
    const until = await dueUntil(context, digest === 'weekly');
    const lines = (await findDigestLines(context, chatId)).filter(({ at }) => at <= until);
    if (lines.length === 0) return false;
    await settleDigestLines(
      context,
      chatId,
      lines.map(({ id }) => id),
    );
    const screen = digest === 'off' ? undefined : await digestScreen(shop, lines);
    if (!screen) return false;
    return engine.enqueue(context, chatId, `digest:${chatId}:${until.toISOString()}:${lines[0]?.id}`, screen);
  });
  if (isSent) engine.wakeSender(chatId);
}

/** The last morning, or the last Sunday morning. */
async function dueUntil(context: TxContext, isWeekly: boolean): Promise<Date> {
  const timeZone = await createShop(context).sellers.timeZone();
  const morning = lastHour(context.now, timeZone, DIGEST_HOUR);
  if (!isWeekly) return morning;
  const weekday = new Date(morning.toLocaleString('en-US', { timeZone })).getDay();
  return new Date(morning.getTime() - (weekday % WEEK_DAYS) * 24 * 3_600_000);
}
