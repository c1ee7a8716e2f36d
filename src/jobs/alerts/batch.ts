import type { Logger } from 'pino';
import type { DeliveryResult } from '../../chat/dsl/channel.ts';
import type { Screen } from '../../chat/dsl/screen.ts';
import type { Engine } from '../../chat/engine/engine.ts';
import { setBlocked } from '../../chat/store/chats.ts';
import { logFault } from '../../db/client/away.ts';
import type { AlertId } from '../../db/ids.ts';
import { type AppContext, inTransaction, type TxContext } from '../../db/work.ts';
import { alertScreen } from '../../flows/screens/messages/alert-screen.ts';
import { findAlertInProgress } from '../../shop/notifications/alerts.ts';
import {
  type AlertRecipient,
  claimRecipients,
  closeAlert,
  dropDueRecipients,
  putOffRecipient,
  type RecipientState,
  settleRecipients,
} from '../../shop/notifications/recipients.ts';
import { createShop } from '../../shop/shop.ts';

export interface BatchDeps {
  readonly appContext: AppContext;
  readonly engine: Pick<Engine, 'sendNow'>;
  readonly log: Logger;
}

/** Claimed recipients of one alert, and the screens to send, by `isFollower`. */
export interface ReadyBatch {
  readonly alertId: AlertId;
  readonly recipients: readonly AlertRecipient[];
  readonly screens: ReadonlyMap<boolean, Screen>;
}

/** Claims the next recipients on a channel and creates their screens; nothing when none is left. */
export async function prepareBatch(
  { appContext }: BatchDeps,
  channel: string,
  take: number,
  afterAlert: string,
): Promise<ReadyBatch | undefined> {
  const recipients = await inTransaction(appContext, (context) =>
    claimRecipients(context, channel, take, afterAlert),
  );
  const alertId = recipients[0]?.alertId;
  if (alertId === undefined) return undefined;
  const screens = await inTransaction(appContext, (context) => createScreens(context, alertId, recipients));
  return { alertId, recipients: recipients, screens };
}

/** Makes the recipients of a batch due again that will not be sent. */
export async function returnBatch(
  { appContext }: BatchDeps,
  { alertId, recipients }: ReadyBatch,
): Promise<void> {
  const chats = recipients.map((recipient) => recipient.chatId);
  await inTransaction(appContext, (context) => settleRecipients(context, alertId, chats, 'due'));
}

/** How a batch changes the rate of its channel. */
export interface Pacing {
  /** Begins no batch on the channel for `ms`: it said "not now". */
  pause(ms: number): Promise<void>;
  /** Runs the queue again after `delayMs`: a recipient is due then, and may be the last. */
  comeBack(ms: number): Promise<void>;
}

/** A recipient whose channel was in trouble is due again after this time. */
const AGAIN_MS = 3_000;

/** Sends one batch. Recipients that a fault of ours left claimed are due again when their lease lapses. Never throws. */
export async function sendBatch(deps: BatchDeps, batch: ReadyBatch, pacing: Pacing): Promise<void> {
  const { appContext, log } = deps;
  const { alertId, recipients, screens } = batch;
  try {
    await Promise.all(
      recipients.map(async (recipient) => {
        const screen = screens.get(recipient.isFollower);
        if (screen) await sendToRecipient(deps, recipient, screen, pacing);
      }),
    );
    await inTransaction(appContext, (context) => closeAlert(context, alertId));
  } catch (error) {
    logFault(log, error, 'a batch of an alert failed', { alert: alertId });
  }
}

/** Creates the screens from current data. Where the alert is no longer true, its remaining recipients are dropped. */
async function createScreens(
  context: TxContext,
  alertId: AlertId,
  batch: readonly AlertRecipient[],
): Promise<Map<boolean, Screen>> {
  const alert = await findAlertInProgress(context, alertId);
  const screens = new Map<boolean, Screen>();
  for (const isFollower of new Set(batch.map((recipient) => recipient.isFollower))) {
    const screen = alert && (await alertScreen(createShop(context), alert, isFollower));
    if (screen) screens.set(isFollower, screen);
  }
  if (screens.size === 0) {
    const chats = batch.map((recipient) => recipient.chatId);
    await settleRecipients(context, alertId, chats, 'dropped');
    await dropDueRecipients(context, alertId);
  }
  return screens;
}

async function sendToRecipient(
  { appContext, engine, log }: BatchDeps,
  recipient: AlertRecipient,
  screen: Screen,
  pacing: Pacing,
): Promise<void> {
  const { alertId, chatId } = recipient;
  const settle = (context: TxContext, end: RecipientState) =>
    settleRecipients(context, alertId, [chatId], end);
  try {
    const cause = `alert:${alertId}:${chatId}`;
    const end = await engine.sendNow(chatId, cause, screen, (context) => settle(context, 'sent'));
    if (end.is === 'sent') return; // recorded in the message's transaction
    await inTransaction(appContext, (context) =>
      recordFailure(context, recipient, end, (how) => settle(context, how)),
    );
    if (end.is === 'later') await pacing.pause(end.ms);
    if (end.is === 'unwell') await pacing.comeBack(AGAIN_MS);
    if (end.is === 'refused' || end.is === 'unwell')
      log.warn({ chat: chatId, alert: alertId, why: end.why }, `an alert: ${end.is}`);
  } catch (error) {
    logFault(log, error, 'an alert could not be sent', { chat: chatId, alert: alertId });
  }
}

async function recordFailure(
  context: TxContext,
  { alertId, chatId }: AlertRecipient,
  end: Exclude<DeliveryResult, { is: 'sent' }>,
  settle: (how: RecipientState) => Promise<void>,
): Promise<void> {
  switch (end.is) {
    case 'unwell': // it may have arrived, and then is sent twice
      return putOffRecipient(context, alertId, chatId, AGAIN_MS);
    case 'later':
      return settle('due');
    case 'refused':
      return settle('refused');
    case 'gone':
      await setBlocked(context.tx, chatId, true);
      return settle('gone');
    case 'moved':
      await context.tx.chat.update({ where: { id: chatId }, data: { address: end.address } });
      return settle('due');
  }
}
