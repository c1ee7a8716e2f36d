import type { Logger } from 'pino';
import type { DeliveryResult } from '../../chat/dsl/channel.ts';
import type { Screen } from '../../chat/dsl/screen.ts';
import type { Engine } from '../../chat/engine/engine.ts';
import { setBlocked } from '../../chat/store/chats.ts';
import { logFault } from '../../db/away.ts';
import type { AlertId } from '../../db/ids.ts';
import { type AppContext, inTransaction, type TxContext } from '../../db/work.ts';
import { alertScreen } from '../../flows/screens/alert-screen.ts';
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

/** Chats of one alert that were claimed, with what to say to them: screens by `isFollower`. */
export interface ReadyBatch {
  readonly alertId: AlertId;
  readonly recipients: readonly AlertRecipient[];
  readonly screens: ReadonlyMap<boolean, Screen>;
}

/** Claims the next chats of an alert on a channel, and makes up what to say to them; nothing when nobody is left. */
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

/** Gives back a batch that is not going to be sent. */
export async function returnBatch(
  { appContext }: BatchDeps,
  { alertId, recipients }: ReadyBatch,
): Promise<void> {
  const chats = recipients.map((recipient) => recipient.chatId);
  await inTransaction(appContext, (context) => settleRecipients(context, alertId, chats, 'due'));
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

/** What to say, as things stand now. Where there is nothing left to say the rest of the alert is dropped. */
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
    if (end.is === 'sent') return; // recorded together with the message
    await inTransaction(appContext, (context) =>
      recordFailure(context, recipient, end, (how) => settle(context, how)),
    );
    if (end.is === 'later') await pacing.pause(end.ms);
    if (end.is === 'unwell') await pacing.comeBack(AGAIN_MS);
    if (end.is === 'refused' || end.is === 'unwell')
      log.warn({ chat: chatId, alert: alertId, why: end.why }, `an alert met: ${end.is}`);
  } catch (error) {
    logFault(log, error, 'an alert could not be said', { chat: chatId, alert: alertId });
  }
}

async function recordFailure(
  context: TxContext,
  { alertId, chatId }: AlertRecipient,
  end: Exclude<DeliveryResult, { is: 'sent' }>,
  settle: (how: RecipientState) => Promise<void>,
): Promise<void> {
  switch (end.is) {
    case 'unwell': // where it may have arrived, it may be told twice
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
