import { matchAction } from '../../src/chat/dsl/action.ts';
import { formatQuantity } from '../../src/chat/dsl/format.ts';
import { type MediaId, parseId } from '../../src/db/ids.ts';
import type { Measure } from '../../src/shop/values/quantity.ts';
import type { Walnut } from '../support/walnut.ts';
import type { SeenScreen } from './crawl.ts';
import { linesOn } from './scraps.ts';
import type { Language } from './visitor.ts';

// What a screen says of time, money and stock, held against the rows that it is about.

const says = {
  zh: {
    deadline: /前付款|货留到/,
    left: /^还有 (.+)$/,
    cart: /购物车 \((\d+)\)/,
    shelf: /\((\d+)\)$/,
    found: /找到 (\d+) 样/,
    unanswered: /(\d+) 单还没人接/,
    waiting: /(\d+) 人等回复/,
    addresses: /(\d+) 个收货地址/,
    asAnother: /等商家|商家备货|商家未接|商家没能/,
  },
  en: {
    deadline: /Please pay by|kept until|pay before/i,
    left: /^(.+) left$/,
    cart: /Cart \((\d+)\)/,
    shelf: /\((\d+)\)$/,
    found: /(\d+) found/,
    unanswered: /(\d+) not accepted yet/,
    waiting: /(\d+) wait for an answer/,
    addresses: /(\d+) address/,
    asAnother: /(?:waiting for|by) the seller/,
  },
} as const;

/** What `screen` says that its rows do not bear out, at the moment it was said. */
export async function findUntruths(
  walnut: Walnut,
  screen: SeenScreen,
  language: Language,
): Promise<string[]> {
  const words = says[language];
  const lines = linesOn(screen);
  const untrue: string[] = [];
  const { db } = walnut.database;
  const number = /\b[A-Z]-\d{4}\b/.exec(lines.join('\n'))?.[0];

  if (number && lines.some((line) => words.deadline.test(line))) {
    const order = await db.order.findFirst({ where: { number } });
    if (order && (order.fulfilment !== 'placed' || order.payment !== 'due'))
      untrue.push(`a deadline on ${order.fulfilment}`);
  }
  for (const action of actionsOn(screen)) {
    const intent = matchAction('pay/:intent/:way', action);
    if (intent?.way === 'transfer' && !(await takesTransfer(walnut, intent.intent ?? '')))
      untrue.push('a transfer to a seller without an account');
  }
  if (lines.some((line) => words.asAnother.test(line)) && (await isReadBySeller()))
    untrue.push('speaks to a seller as of somebody else');
  for (const action of actionsOn(screen)) {
    const slip = matchAction('slip/:order', action)?.order;
    if (slip && !(await hasWaybill(walnut, slip))) untrue.push('a slip that nobody has photographed');
  }
  await count(words.cart, async () => db.cartLine.count({ where: { personId: await reader() } }));
  await count(words.unanswered, () =>
    db.order.count({ where: { fulfilment: 'placed', payment: { in: ['none', 'paid', 'proof-sent'] } } }),
  );
  await count(words.waiting, () => db.conversation.count({ where: { kind: 'help', state: 'open' } }));
  await count(words.addresses, async () => db.address.count({ where: { personId: await reader() } }));
  await stock();
  return untrue;

  async function reader(): Promise<string> {
    return (await db.chat.findUniqueOrThrow({ where: { id: screen.chat } })).personId;
  }

  async function isReadBySeller(): Promise<boolean> {
    const { personId, channel } = await db.chat.findUniqueOrThrow({ where: { id: screen.chat } });
    return channel === 'web-seller' && (await db.member.count({ where: { personId } })) > 0;
  }

  async function count(pattern: RegExp, inTable: () => Promise<number>): Promise<void> {
    const said = lines.map((line) => pattern.exec(line)?.[1]).find((one) => one !== undefined);
    if (said !== undefined && Number(said) !== (await inTable()))
      untrue.push(`${said} said, ${await inTable()} in the table`);
  }

  async function stock(): Promise<void> {
    const left = lines.map((line) => words.left.exec(line)?.[1]).find((one) => one !== undefined);
    const id = actionsOn(screen)
      .map((action) => matchAction('add/:product/:quantity', action)?.product)
      .find((one) => one !== undefined);
    if (left === undefined || id === undefined) return;
    const row = await db.product.findUniqueOrThrow({ where: { id } });
    const there = { measure: row.measure as Measure, base: row.onHand - row.held };
    const amounts = [formatQuantity(there, language), String(there.base)];
    if (!amounts.some((amount) => left.startsWith(amount)))
      untrue.push(`${left} left, not ${amounts.join(' or ')}`);
  }
}

const actionsOn = ({ body }: SeenScreen): string[] =>
  body.buttons.flat().flatMap((button) => ('tap' in button ? [button.tap] : []));

async function takesTransfer({ database: { db } }: Walnut, checkout: string): Promise<boolean> {
  const row = await db.checkout.findUnique({ where: { id: checkout } });
  const ids = Array.isArray(row?.lines)
    ? row.lines.flatMap((line) =>
        typeof line === 'object' && line !== null && 'sellerId' in line ? [String(line.sellerId)] : [],
      )
    : [];
  const sellers = [...new Set(ids)];
  const withCodes = await db.paymentCode.groupBy({ by: ['sellerId'], where: { sellerId: { in: sellers } } });
  return withCodes.length === sellers.length;
}

async function hasWaybill({ database: { db } }: Walnut, orderId: string): Promise<boolean> {
  const where = { orderId, change: 'shipped' };
  const sent = await db.orderEvent.findFirst({ where, orderBy: { id: 'desc' } });
  const id = parseId<MediaId>(sent?.note ?? undefined);
  return id !== undefined && (await db.media.count({ where: { id } })) > 0;
}
