import type { Database } from '../../../src/db/client/client.ts';
import type { BotAccount, PrivateChat } from '../../support/telegram/interface.ts';

/** What an evening came to, by the names of the table that is printed. */
export interface Findings {
  /** Products that were sold beyond what there was, or whose ledger or holds do not add up. */
  readonly oversold: number;
  /** What people did that never came into the inbox. */
  readonly lost: number;
  /** Words that nobody answered, and messages that were never sent. */
  readonly unanswered: number;
  readonly parked: number;
  readonly checkouts: number;
  readonly orders: number;
  /** Checkouts that became more or fewer orders than one. */
  readonly uneven: number;
  /** Messages that stand in a buyer's or the seller's chat twice. */
  readonly repeated: number;
  /** Followers who heard the alert never, and more than once. */
  readonly unheard: number;
  readonly heardTwice: number;
}

export async function findingsOf(
  db: Database,
  bots: readonly BotAccount[],
  chats: readonly PrivateChat[],
  listeners: readonly PrivateChat[],
): Promise<Findings> {
  const placed = await db.checkout.findMany({
    where: { state: 'placed' },
    select: { _count: { select: { orders: true } } },
  });
  const heard = listeners.map((one) => one.heard().filter(({ isMine }) => !isMine).length);
  return {
    oversold: await countOversold(db),
    ...(await countLost(db, bots)),
    parked: await db.inbox.count({ where: { state: 'parked' } }),
    checkouts: placed.length,
    orders: await db.order.count(),
    uneven: placed.filter(({ _count }) => _count.orders !== 1).length,
    repeated: await countRepeated(db, chats),
    unheard: heard.filter((count) => count === 0).length,
    heardTwice: heard.filter((count) => count > 1).length,
  };
}

async function countOversold(db: Database): Promise<number> {
  const [row] = await db.$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count FROM product p WHERE p.on_hand < p.held
      OR p.on_hand <> (SELECT coalesce(sum(change), 0) FROM stock_entry WHERE product_id = p.id)
      OR p.held <> (SELECT coalesce(sum(l.quantity), 0) FROM order_line l JOIN orders o ON o.id = l.order_id
        WHERE l.product_id = p.id AND o.stock = 'held')`;
  return row?.count ?? 0;
}

/** Every update that Telegram made must be in the inbox, and every text in it must have been answered. */
async function countLost(
  db: Database,
  bots: readonly BotAccount[],
): Promise<{ lost: number; unanswered: number }> {
  const rows = await db.$queryRaw<{ channel: string; key: string; isAnswered: boolean }[]>`
    SELECT i.channel, i.key, i.state = 'handled' AND EXISTS (
      SELECT FROM message m WHERE m.cause = 'turn:' || i.id AND m.state IN ('sent', 'skipped')) AS "isAnswered"
    FROM inbox i`;
  const answered = new Map(rows.map(({ channel, key, isAnswered }) => [`${channel} ${key}`, isAnswered]));
  const unsent = await db.message.count({ where: { state: { in: ['due', 'sending', 'refused'] } } });
  let lost = 0;
  let unanswered = unsent;
  for (const bot of bots) {
    const channel = bot.username.includes('seller') ? 'telegram-seller' : 'telegram-buyer';
    for (const update of bot.updates()) {
      const isAnswered = answered.get(`${channel} u${update.update_id}`);
      if (isAnswered === undefined) lost += 1;
      // A tap may be answered by a word at the top of the screen alone.
      else if (!isAnswered && update.message?.text) unanswered += 1;
    }
  }
  return { lost, unanswered };
}

/** What carries the keys below the chat is no message of the table: sent once, known or not. */
const KEYS = /^(👌|Or tap below|也可以点下面的按钮)/u;

/** Of a message that was sent twice the database knows the second alone. */
async function countRepeated(db: Database, chats: readonly PrivateChat[]): Promise<number> {
  let count = 0;
  for (const chat of chats) {
    const rows = await db.message.findMany({
      where: { chat: { address: String(chat.id) }, platformId: { not: null } },
      select: { platformId: true },
    });
    const known = new Set(rows.map(({ platformId }) => Number(platformId)));
    count += chat.heard().filter((one) => !one.isMine && !known.has(one.id) && !KEYS.test(one.text)).length;
  }
  return count;
}

/** Lines of `name  figure`, for the log of the run. */
export function drawTable(title: string, rows: Readonly<Record<string, number | string>>): string {
  const width = Math.max(...Object.keys(rows).map((name) => name.length));
  const lines = Object.entries(rows).map(([name, value]) => `  ${name.padEnd(width)}  ${value}`);
  return ['', title, ...lines, ''].join('\n');
}
