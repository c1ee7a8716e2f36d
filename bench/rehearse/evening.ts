import { setTimeout as pause } from 'node:timers/promises';
import type { PrivateChat } from '../../test/support/telegram/interface.ts';
import type { EveningPlan, Viewer } from './plan.ts';
import type { RehearsalVillage } from './village.ts';

/** When the seller's stream began, and whom the alert was meant for; times by `performance.now()`. */
export interface Played {
  readonly liveAt: number;
  readonly meant: readonly PrivateChat[];
  /** How long replies to questions took, in milliseconds. */
  readonly replies: readonly number[];
  /** Viewers who confirmed an order. */
  readonly buyers: number;
}

export const ALERT = /is live!|开播了！/;
const WITHIN_MS = 60_000;
const FLAP_MS = 3_000;
/** How long after its planned end an evening may go on: a dead worker's recipients are sent to after a minute. */
const OVERTIME_MS = 150_000;
const ADDRESS = '李雷 13800001234 山西省太原市迎泽区桃园路12号';

/** Plays the evening; resolves when everybody has done their part and the alert is over. */
export async function playEvening(
  village: RehearsalVillage,
  plan: EveningPlan,
  say: (line: string) => void,
): Promise<Played> {
  const meant: PrivateChat[] = [];
  for (const [n, chat] of village.viewers.entries()) {
    if (plan.viewers[n]?.isBlocked) chat.blocks();
    else meant.push(chat);
  }
  const liveAt = performance.now();
  village.seller.says('/live https://live.example.org/xiuying');
  const replies: number[] = [];
  const progress = setInterval(() => {
    progressLine(village, meant.length, liveAt).then(say, () => undefined);
  }, 5_000);
  const parts = [
    ...plan.flapsAtMs.map((ms) => flap(village, ms, say)),
    ...plan.killsAtMs.map((ms) => killAt(village, ms, say)),
    ...village.viewers.map((chat, n) => askAt(chat, plan.viewers[n], replies)),
  ];
  const orders = village.viewers.map((chat, n) => orderFrom(chat, plan.viewers[n], plan.durationMs));
  await Promise.all(parts);
  const bought = await Promise.all(orders);
  await pause(Math.max(0, plan.durationMs - (performance.now() - liveAt)));
  await alertOver(village, liveAt + plan.durationMs + OVERTIME_MS);
  clearInterval(progress);
  return { liveAt, meant, replies, buyers: bought.filter(Boolean).length };
}

/** From the rows: a message that somebody has tapped is another by then. */
async function progressLine({ db }: RehearsalVillage, meant: number, liveAt: number): Promise<string> {
  const heard = await db.alertRecipient.count({ where: { alert: { kind: 'stream-start' }, state: 'sent' } });
  const seconds = Math.round((performance.now() - liveAt) / 1_000);
  return `${seconds} s: ${heard} of ${meant} have heard`;
}

async function flap({ seller }: RehearsalVillage, ms: number, say: (line: string) => void): Promise<void> {
  await pause(ms);
  const end = seller
    .heard()
    .flatMap((message) => message.buttons.flat())
    .findLast((button) => button.value.startsWith('end/'));
  if (!end) return;
  say('the stream flaps');
  seller.tapsQuickly(end.label);
  await pause(FLAP_MS);
  seller.says('/live https://live.example.org/xiuying');
}

async function killAt(village: RehearsalVillage, ms: number, say: (line: string) => void): Promise<void> {
  await pause(ms);
  say('a worker is killed');
  await village.killWorker();
}

async function askAt(chat: PrivateChat, viewer: Viewer | undefined, replies: number[]): Promise<void> {
  if (!viewer || viewer.isBlocked || viewer.asksAtMs === undefined) return;
  await pause(viewer.asksAtMs);
  const askedAt = performance.now();
  const asked = chat.says('/help');
  await chat.waitsFor((message) => !message.isMine && !ALERT.test(message.text), {
    after: asked,
    within: WITHIN_MS,
  });
  replies.push(performance.now() - askedAt);
}

/** Orders one 斤 from the alert, by its button; true once the order stands. */
async function orderFrom(
  chat: PrivateChat,
  viewer: Viewer | undefined,
  durationMs: number,
): Promise<boolean> {
  if (!viewer || viewer.isBlocked || viewer.ordersAfterMs === undefined) return false;
  try {
    const alert = await chat.waitsFor(ALERT, { within: durationMs + OVERTIME_MS });
    await pause(viewer.ordersAfterMs + viewer.slowMs);
    const buy = alert.buttons.flat().find((button) => button.value.startsWith('add/'));
    if (!buy) return false;
    chat.tapsQuickly(buy.label, { on: alert });
    await chat.waitsFor(/收件人|姓名/, { after: alert, within: WITHIN_MS });
    await pause(viewer.slowMs);
    chat.says(ADDRESS);
    const card = await chat.waitsFor((message) => message.buttons.flat().some(isConfirm), {
      within: WITHIN_MS,
    });
    await pause(viewer.slowMs);
    const confirm = card.buttons.flat().find(isConfirm)?.label ?? '';
    chat.tapsQuickly(confirm, { on: card });
    if (viewer.isDoubleTapper) chat.tapsQuickly(confirm, { on: card });
    await chat.waitsFor('已下单', { within: WITHIN_MS });
    return true;
  } catch {
    // What a viewer did not get is seen in the figures.
    return false;
  }
}

const isConfirm = ({ value }: { readonly value: string }): boolean => value.startsWith('confirm/');

async function alertOver({ db }: RehearsalVillage, until: number): Promise<void> {
  const open = { kind: 'stream-start', state: { in: ['planned', 'sending'] } };
  while (performance.now() < until && (await db.alert.count({ where: open })) > 0) await pause(250);
}
