import type { DeviceNotice } from '../../chat/dsl/channel.ts';
import { noticeTopic } from '../../chat/outbound/notified-browsers.ts';
import type { AlertId, ChatId } from '../../db/ids.ts';
import type { Alert } from '../../shop/notifications/alerts/alerts.ts';

const MINUTE_S = 60;
const HOUR_S = 60 * MINUTE_S;

/** For how long an alert is worth telling, and whether a sleeping phone is woken for it. */
const lasting: Readonly<Record<Alert['kind'], Pick<DeviceNotice, 'ttlSeconds' | 'urgency'>>> = {
  'stream-start': { ttlSeconds: HOUR_S, urgency: 'high' },
  'stream-link': { ttlSeconds: HOUR_S, urgency: 'high' },
  'stream-item': { ttlSeconds: 5 * MINUTE_S, urgency: 'high' },
  'stream-reminder': { ttlSeconds: 30 * MINUTE_S, urgency: 'high' },
  'stream-moved': { ttlSeconds: 12 * HOUR_S, urgency: 'normal' },
  'stream-off': { ttlSeconds: 12 * HOUR_S, urgency: 'normal' },
  'stream-plan': { ttlSeconds: 12 * HOUR_S, urgency: 'low' },
  'stream-recap': { ttlSeconds: 24 * HOUR_S, urgency: 'low' },
  wish: { ttlSeconds: 24 * HOUR_S, urgency: 'normal' },
};

/** The cause of an alert's message in a chat: it is said once. */
export const alertCause = (alertId: AlertId, chatId: ChatId): string => `alert:${alertId}:${chatId}`;

/**
 * What a device without the message is told of it. By the topic nobody can tell who else hears of the same stream.
 * `first`: the stream that started first of those that the message tells of.
 */
export function alertNotice(
  { id, kind, targetId }: Alert,
  chatId: ChatId,
  first: string = targetId,
): DeviceNotice {
  const topic = noticeTopic(`${first} ${chatId}`);
  const tag = kind === 'stream-start' ? topic : id;
  return { ...lasting[kind], cause: alertCause(id, chatId), index: 0, isPersonal: false, topic, tag };
}
