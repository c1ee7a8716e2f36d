import type { Logger } from 'pino';
import type { Delivered } from '../chat/channel.ts';
import { setGone } from '../chat/chats.ts';
import type { Engine } from '../chat/engine.ts';
import type { Screen } from '../chat/screen.ts';
import { type Store, transact, type Work } from '../db/work.ts';
import { alertScreen } from '../flows/alerts.ts';
import { alertInProgress } from '../shop/alerts.ts';
import {
  claimDeliveries,
  closeAlert,
  type DeliveryEnd,
  dropDue,
  type Hearer,
  putOffDelivery,
  settleDeliveries,
} from '../shop/deliveries.ts';
import { shopOf } from '../shop/shop.ts';

export interface BatchParts {
  readonly store: Store;
  readonly engine: Pick<Engine, 'announce'>;
  readonly log: Logger;
}

/** Chats of one alert that were claimed, with what to say to them: screens by `isFollower`. */
export interface ReadyBatch {
  readonly alertId: string;
  readonly hearers: readonly Hearer[];
  readonly screens: ReadonlyMap<boolean, Screen>;
}

/** Claims the next chats of an alert on a channel, and makes up what to say to them; nothing when nobody is left. */
export async function prepareBatch(
  { store }: BatchParts,
  channel: string,
  take: number,
  afterAlert: string,
): Promise<ReadyBatch | undefined> {
  const hearers = await transact(store, (work) => claimDeliveries(work, channel, take, afterAlert));
  const alertId = hearers[0]?.alertId;
  if (alertId === undefined) return undefined;
  const screens = await transact(store, (work) => screensOf(work, alertId, hearers));
  return { alertId, hearers, screens };
}

/** Gives back a batch that is not going to be sent. */
export async function giveBack({ store }: BatchParts, { alertId, hearers }: ReadyBatch): Promise<void> {
  const chats = hearers.map((hearer) => hearer.chatId);
  await transact(store, (work) => settleDeliveries(work, alertId, chats, 'due'));
}

/** What a batch wants of the pace at which its channel is told. */
export interface Pacing {
  /** The channel said "not now": nothing more is begun for so long. */
  pause(ms: number): Promise<void>;
  /** Somebody is to be told again after so long, when perhaps nobody else is left. */
  comeBack(ms: number): Promise<void>;
}

/** Who met trouble of the channel is told again after so long. */
const AGAIN_MS = 3_000;

/** Tells the chats of one batch. What fails here for a reason of ours comes back when its lease lapses. Never throws. */
export async function sendBatch(parts: BatchParts, batch: ReadyBatch, pacing: Pacing): Promise<void> {
  const { store, log } = parts;
  const { alertId, hearers, screens } = batch;
  try {
    await Promise.all(
      hearers.map(async (hearer) => {
        const screen = screens.get(hearer.isFollower);
        if (screen) await tellOne(parts, hearer, screen, pacing);
      }),
    );
    await transact(store, (work) => closeAlert(work, alertId));
  } catch (error) {
    log.error({ err: error, alert: alertId }, 'a batch of an alert failed');
  }
}

/** What to say, as things stand now. Where there is nothing left to say the rest of the alert is dropped. */
async function screensOf(
  work: Work,
  alertId: string,
  batch: readonly Hearer[],
): Promise<Map<boolean, Screen>> {
  const alert = await alertInProgress(work, alertId);
  const screens = new Map<boolean, Screen>();
  for (const isFollower of new Set(batch.map((hearer) => hearer.isFollower))) {
    const screen = alert && (await alertScreen(shopOf(work), alert, isFollower));
    if (screen) screens.set(isFollower, screen);
  }
  if (screens.size === 0) {
    const chats = batch.map((hearer) => hearer.chatId);
    await settleDeliveries(work, alertId, chats, 'dropped');
    await dropDue(work, alertId);
  }
  return screens;
}

async function tellOne(
  { store, engine, log }: BatchParts,
  hearer: Hearer,
  screen: Screen,
  pacing: Pacing,
): Promise<void> {
  const { alertId, chatId } = hearer;
  const settle = (work: Work, end: DeliveryEnd) => settleDeliveries(work, alertId, [chatId], end);
  try {
    const cause = `alert:${alertId}:${chatId}`;
    const end = await engine.announce(chatId, cause, screen, (work) => settle(work, 'sent'));
    if (end.is === 'sent') return; // recorded together with the message
    await transact(store, (work) => afterwards(work, hearer, end, (how) => settle(work, how)));
    if (end.is === 'later') await pacing.pause(end.ms);
    if (end.is === 'unwell') await pacing.comeBack(AGAIN_MS);
    if (end.is === 'refused' || end.is === 'unwell')
      log.warn({ chat: chatId, alert: alertId, why: end.why }, `an alert met: ${end.is}`);
  } catch (error) {
    log.error({ err: error, chat: chatId, alert: alertId }, 'an alert could not be said');
  }
}

async function afterwards(
  work: Work,
  { alertId, chatId }: Hearer,
  end: Exclude<Delivered, { is: 'sent' }>,
  settle: (how: DeliveryEnd) => Promise<void>,
): Promise<void> {
  switch (end.is) {
    case 'unwell': // where it may have arrived, it may be told twice
      return putOffDelivery(work, alertId, chatId, AGAIN_MS);
    case 'later':
      return settle('due');
    case 'refused':
      return settle('refused');
    case 'gone':
      await setGone(work.tx, chatId, true);
      return settle('gone');
    case 'moved':
      await work.tx.chat.update({ where: { id: chatId }, data: { address: end.address } });
      return settle('due');
  }
}
