import type { Logger } from 'pino';
import type { Delivered } from '../chat/channel.ts';
import { setGone } from '../chat/chats.ts';
import type { Engine } from '../chat/engine.ts';
import type { Screen } from '../chat/screen.ts';
import { type Store, transact, type Work } from '../db/work.ts';
import { alertScreen } from '../flows/alerts.ts';
import { alertInProgress } from '../shop/alerts.ts';
import { closeAlert, type DeliveryEnd, dropDue, type Hearer, settleDeliveries } from '../shop/deliveries.ts';
import { shopOf } from '../shop/shop.ts';

export interface BatchParts {
  readonly store: Store;
  readonly engine: Pick<Engine, 'announce'>;
  readonly log: Logger;
}

/** What a batch does on a paced channel. */
export interface Pacing {
  /** Resolves when the batch may be sent. */
  readonly ready: () => Promise<void>;
  /** The channel said "not now": nothing more is begun for so long. */
  readonly pause: (ms: number) => Promise<void>;
}

const unpaced: Pacing = { ready: async () => undefined, pause: async () => undefined };

/** Tells the chats of one batch, all of one alert. Whatever fails here, their leases bring them back. Never throws. */
export async function tellBatch(
  parts: BatchParts,
  batch: readonly Hearer[],
  { ready, pause }: Pacing = unpaced,
): Promise<void> {
  const alertId = batch[0]?.alertId ?? '';
  const { store, log } = parts;
  try {
    const screens = await transact(store, (work) => screensOf(work, alertId, batch));
    await ready();
    await Promise.all(
      batch.map(async (hearer) => {
        const screen = screens.get(hearer.isFollower);
        if (screen) await tellOne(parts, hearer, screen, pause);
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
  pause: Pacing['pause'],
): Promise<void> {
  const { alertId, chatId } = hearer;
  const settle = (work: Work, end: DeliveryEnd) => settleDeliveries(work, alertId, [chatId], end);
  try {
    const cause = `alert:${alertId}:${chatId}`;
    const end = await engine.announce(chatId, cause, screen, (work) => settle(work, 'sent'));
    if (end.is === 'sent') return; // recorded together with the message
    await transact(store, (work) => afterwards(work, chatId, end, (how) => settle(work, how)));
    if (end.is === 'later') await pause(end.ms);
    if (end.is === 'refused' || end.is === 'unknown')
      log.warn({ chat: chatId, alert: alertId, why: end.why }, `an alert was ${end.is}`);
  } catch (error) {
    log.error({ err: error, chat: chatId, alert: alertId }, 'an alert could not be said');
  }
}

async function afterwards(
  work: Work,
  chatId: string,
  end: Exclude<Delivered, { is: 'sent' }>,
  settle: (how: DeliveryEnd) => Promise<void>,
): Promise<void> {
  switch (end.is) {
    case 'unknown': // it may have arrived: told again only when the lease lapses
      return;
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
