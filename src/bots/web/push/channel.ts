import type { Channel, DeliveryResult, DeviceNotice, MessageBody } from '../../../chat/dsl/channel.ts';
import type { ChannelName, Side } from '../../../chat/dsl/event.ts';
import { plainText } from '../../../chat/dsl/html.ts';
import type { PushKeys } from '../../../chat/store/push-keys.ts';
import {
  findPushTargets,
  type PushEnd,
  type PushSubscription,
  settlePush,
} from '../../../chat/store/push-subscriptions.ts';
import type { MessageId } from '../../../db/ids.ts';
import type { AppContext } from '../../../db/work.ts';
import type { PushAnswer, PushPost } from './post.ts';

/** A service that does not take a push is tried again after this time, and after twice as long each time … */
const AGAIN_MS = 3_000;
/** … so often in a row: the message stands in the chat all the same. */
const TRIES = 6;
const LONGEST_MS = 300_000;

/** What the worker of the page shows (web/worker/push.js). */
interface Payload {
  readonly title: string;
  readonly text: string;
  /** Of one message, also one that gets another line, there is one notification. */
  readonly tag: string;
  /** Where a tap leads. */
  readonly open: string;
}

export interface PushParts {
  readonly side: Side;
  readonly appContext: AppContext;
  readonly keys: PushKeys;
  /** Whom a push service may write to: an https or mailto address. */
  readonly subject: string;
  readonly post: PushPost;
}

/**
 * Tells browsers whose page is closed of messages in the web chat of one side (RFC 8030). A failing service holds up nobody
 * else: anybody may name one of their own.
 */
export function createPushChannel(parts: PushParts): Channel {
  const { appContext, side } = parts;
  const tellsOf: ChannelName = `web-${side}`;
  return {
    name: `push-${side}`,
    can: { readsTable: false, buttons: true },
    tellsOf,
    async deliver({ address, body, notice }) {
      if (!notice) return { is: 'refused', why: 'it only tells of messages' };
      const { messageId, subscriptions } = await findPushTargets(appContext, tellsOf, address, notice);
      const untold = subscriptions.filter(({ toldCause }) => toldCause !== causeOf(notice));
      const open = pagePath(side, messageId);
      const results = untold.map((one) => tell(parts, one, { ...words(body, notice), open }, notice));
      const waits = (await Promise.all(results)).filter((ms) => ms !== undefined);
      return waits.length === 0 ? { is: 'sent' } : wait(Math.max(...waits));
    },
  };
}

/** Of several messages with one cause each is told. */
const causeOf = ({ cause, index }: DeviceNotice): string => (index === 0 ? cause : `${cause}:${index}`);

const pagePath = (side: Side, messageId: MessageId | null): string =>
  `${side === 'buyer' ? '/' : '/seller'}${messageId ? `#message-${messageId}` : ''}`;

const wait = (ms: number): DeliveryResult => ({ is: 'later', ms: Math.min(ms, LONGEST_MS), ofChat: true });

/** Tells one browser; answers after how many milliseconds to try again, if at all. */
async function tell(
  { appContext, keys, subject, post }: PushParts,
  one: PushSubscription,
  payload: Payload,
  notice: DeviceNotice,
): Promise<number | undefined> {
  const { ttlSeconds, urgency, topic } = notice;
  const { default: webPush } = await import('web-push');
  const { headers, body } = webPush.generateRequestDetails(
    { endpoint: one.endpoint, keys: { p256dh: one.p256dh, auth: one.auth } },
    JSON.stringify(payload),
    { vapidDetails: { subject, ...keys }, TTL: ttlSeconds, urgency, topic, contentEncoding: 'aes128gcm' },
  );
  const answer = await post(one.endpoint, textHeaders(headers), body ?? new Uint8Array());
  const end = toEnd(answer);
  await settlePush(appContext, one.id, end, causeOf(notice));
  return end === 'failed' && one.failures + 1 < TRIES
    ? Math.max(answer.retryAfterMs ?? 0, AGAIN_MS * 2 ** one.failures)
    : undefined;
}

const textHeaders = (headers: object): Record<string, string> =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)]));

/** 404 and 410: the browser no longer wants any; 403: it subscribed under another key pair. 4xx else: our message was bad. */
function toEnd({ status }: PushAnswer): PushEnd {
  if (status === 403 || status === 404 || status === 410) return 'gone';
  if (status === undefined || status === 429 || status >= 500) return 'failed';
  return 'told';
}

const TITLE_CHARS = 100;
const TEXT_CHARS = 180;

/** The first line of the message, and what follows it where it is the same for all who get it. */
function words({ html }: MessageBody, { tag, isPersonal }: DeviceNotice): Omit<Payload, 'open'> {
  const [title = '', ...rest] = plainText(html)
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
  return { title: cut(title, TITLE_CHARS), text: isPersonal ? '' : cut(rest.join('\n'), TEXT_CHARS), tag };
}

const cut = (text: string, chars: number): string =>
  text.length > chars ? `${text.slice(0, chars - 1)}…` : text;
