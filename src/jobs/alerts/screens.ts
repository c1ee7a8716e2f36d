import type { AlertNotice, Channel } from '../../chat/dsl/channel.ts';
import { parseLocale } from '../../chat/dsl/event.ts';
import type { DirectContent } from '../../chat/engine/direct.ts';
import type { AlertId } from '../../db/ids.ts';
import { inTransaction } from '../../db/work.ts';
import { alertScreen } from '../../flows/screens/messages/alert-screen.ts';
import { findAlertInProgress } from '../../shop/notifications/alerts.ts';
import type { AlertRecipient } from '../../shop/notifications/recipients.ts';
import { createShop } from '../../shop/shop.ts';
import { alertNotice } from './notice.ts';
import type { SenderDeps } from './sender.ts';

/** A claimed recipient, and what they are sent. */
export interface ReadyRecipient extends AlertRecipient {
  readonly content: DirectContent;
  readonly notice: AlertNotice;
}

/**
 * Composes an alert for its recipients from current data, once for each language and for followers and others. Undefined
 * where the alert is no longer true.
 */
export async function composeAlert(
  { appContext, engine }: Pick<SenderDeps, 'appContext' | 'engine'>,
  channel: Channel,
  alertId: AlertId,
  recipients: readonly AlertRecipient[],
): Promise<readonly ReadyRecipient[] | undefined> {
  const contents = new Map<string, DirectContent>();
  const kind = ({ locale, isFollower }: AlertRecipient): string => `${locale} ${isFollower}`;
  const alert = await inTransaction(appContext, async (context) => {
    const alert = await findAlertInProgress(context, alertId);
    for (const one of alert ? recipients : []) {
      if (!alert || contents.has(kind(one))) continue;
      const screen = await alertScreen(createShop(context), alert, one.isFollower);
      if (!screen) return undefined;
      contents.set(kind(one), engine.direct.compose(channel, parseLocale(one.locale, 'zh'), screen));
    }
    return alert;
  });
  if (!alert) return undefined;
  const ready = recipients.flatMap((one) => {
    const content = contents.get(kind(one));
    return content ? [{ ...one, content, notice: alertNotice(alert, one.chatId) }] : [];
  });
  return ready.length === recipients.length ? ready : undefined;
}
