import { setTimeout as pause } from 'node:timers/promises';
import type { Database } from '../../../src/db/client/client.ts';
import { type ChatId, newId, type PersonId } from '../../../src/db/ids.ts';
import { seededRandom } from '../../support/random.ts';
import type { PrivateChat } from '../../support/telegram/interface.ts';
import type { Walnut } from '../../support/walnut.ts';

// Who lives through the evening: buyers, the household, and followers who only listen.

type Random = () => number;

const oneOf = <T>(random: Random, all: readonly T[]): T | undefined => all[Math.floor(random() * all.length)];

const address = (i: number): string =>
  `Li Lei, 138${String(i).padStart(8, '0')}, ${i + 1} Taoyuan Road, Yingze District, Taiyuan`;

const WORDS = ['核桃 1斤', '核桃 2斤', '核桃 3斤', '改成1斤', '好的', '/orders', '/cart'];

/** Taps Confirm where it stands, gives the address where it is asked, else says something. */
function buyerActs(chat: PrivateChat, random: Random, i: number): void {
  const shown = chat.heard().findLast(({ buttons }) => buttons.length > 0);
  const confirm = shown?.buttons.flat().find(({ label }) => label.startsWith('✅ Confirm'));
  if (shown && confirm && random() < 0.8) chat.tapsQuickly(confirm.label, { on: shown });
  else if (chat.last().text.includes('name, phone and address')) chat.says(address(i));
  else chat.says(oneOf(random, WORDS) ?? '');
}

/** Keeps goods on sale, so that they keep running out, and accepts what waits. */
function sellerActs(chat: PrivateChat, random: Random): void {
  const shown = chat.heard().findLast(({ buttons }) => buttons.length > 0);
  const accept = shown?.buttons.flat().find(({ label }) => label.startsWith('✅ 接'));
  if (shown && accept && random() < 0.7) chat.tapsQuickly(accept.label, { on: shown });
  else chat.says(oneOf(random, ['/orders', '核桃还有90斤', '核桃还有25斤', '核桃 14元一斤']) ?? '');
}

export const PACE_MS = { buyer: 6_000, seller: 4_000 };

/** Acts at random until `until`; what each does comes from the seed. */
export async function lives(
  chat: PrivateChat,
  role: { readonly seller: true } | { readonly buyer: number },
  seed: number,
  until: number,
): Promise<void> {
  const random = seededRandom(seed);
  const paceMs = 'buyer' in role ? PACE_MS.buyer : PACE_MS.seller;
  await pause(random() * paceMs);
  while (Date.now() < until) {
    const before = countHeard(chat);
    if ('buyer' in role) buyerActs(chat, random, role.buyer);
    else sellerActs(chat, random);
    await pause(paceMs * (0.5 + random()));
    if (random() < PATIENT) await isAnswered(chat, before, until);
  }
}

/** Most people wait for an answer before they go on, though not for ever; the others say the next thing. */
const PATIENT = 0.8;
const PATIENCE_MS = 30_000;

const countHeard = (chat: PrivateChat): number => chat.heard().filter(({ isMine }) => !isMine).length;

async function isAnswered(chat: PrivateChat, before: number, until: number): Promise<void> {
  const since = Date.now();
  while (countHeard(chat) === before && Date.now() < Math.min(until, since + PATIENCE_MS)) await pause(500);
}

/** So many people who follow the household and say nothing; Telegram knows that they once wrote to the bot. */
export async function followers(walnut: Walnut, db: Database, count: number): Promise<PrivateChat[]> {
  const { id: targetId } = await db.seller.findFirstOrThrow({ select: { id: true } });
  const createdAt = new Date();
  const made = Array.from({ length: count }, (_, i) => {
    const phone = walnut.telegram.person({ first_name: `F${i}`, language_code: 'zh' });
    const chat = phone.chatWith(walnut.buyerBot);
    chat.wroteLongAgo();
    return { chat, address: String(phone.id), personId: newId<PersonId>(), chatId: newId<ChatId>() };
  });
  const kept = { locale: 'zh', createdAt };
  await db.person.createMany({
    data: made.map((one) => ({
      id: one.personId,
      name: one.address,
      telegramId: BigInt(one.address),
      ...kept,
    })),
  });
  await db.chat.createMany({
    data: made.map(({ chatId: id, personId, address }) => ({
      ...{ id, personId, address, channel: 'telegram-buyer', createdAt },
    })),
  });
  await db.session.createMany({ data: made.map(({ chatId }) => ({ chatId, updatedAt: createdAt })) });
  await db.subscription.createMany({
    data: made.map(({ chatId, personId }) => ({
      ...{ personId, chatId, kind: 'seller', targetId, createdAt },
    })),
  });
  return made.map(({ chat }) => chat);
}
