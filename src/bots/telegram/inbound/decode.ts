import type { ChannelName, EventBody, IncomingEvent, Sender } from '../../../chat/dsl/event.ts';
import { storable } from './storable.ts';
import {
  type DecodedMemberChange,
  type DecodedMessage,
  type DecodedTap,
  type DecodedUser,
  parseUpdate,
} from './update.ts';

type TelegramUser = Pick<DecodedUser, 'id' | 'first_name' | 'last_name' | 'language_code'>;

/** What a person did, before it is an event of a channel. */
interface DecodedEvent {
  readonly chat: { readonly id: number; readonly type: string };
  readonly from: DecodedUser;
  readonly at: Date;
  readonly body: EventBody;
}

/**
 * Decodes an update. Undefined for all but a person's act in a private chat with the bot: groups, queries, service
 * messages. `now` is the time of taps, for which Telegram gives none.
 */
export function decode(channel: ChannelName, update: unknown, now: Date): IncomingEvent | undefined {
  const read = parseUpdate(update);
  if (!read) return undefined;
  const decoded =
    (read.message && sent(read.message, now)) ??
    (read.callback_query && tapped(read.callback_query, now)) ??
    (read.edited_message && edited(read.edited_message, now)) ??
    (read.my_chat_member && cameOrWent(read.my_chat_member, now));
  if (decoded?.chat.type !== 'private' || decoded.from.is_bot) return undefined;
  return {
    channel,
    address: String(decoded.chat.id),
    key: `u${read.update_id}`,
    seq: BigInt(read.update_id),
    at: decoded.at,
    from: storable(decodeSender(decoded.from)),
    body: storable(decoded.body),
  };
}

/** Decodes the sender. */
export const decodeSender = ({ id, first_name, last_name, language_code }: TelegramUser): Sender => ({
  name: last_name ? `${first_name} ${last_name}` : first_name,
  ...(language_code && { language: language_code }),
  telegramId: String(id),
});

/** The end of the year 9999, in seconds since 1970: no table of ours holds what is later. */
const LAST_SECOND = 253_402_300_799;

const fromSeconds = (seconds: number, now: Date): Date =>
  seconds >= 0 && seconds <= LAST_SECOND ? new Date(seconds * 1_000) : now;

function sent(message: DecodedMessage, now: Date): DecodedEvent | undefined {
  const { chat, from, date } = message;
  const body = decodeBody(message);
  return from && body && { chat, from, at: fromSeconds(date, now), body };
}

function decodeBody(message: DecodedMessage): EventBody | undefined {
  const { text, photo, voice, contact, location, successful_payment } = message;
  // An inline result in this chat is a bot's text, not the person's.
  if (text !== undefined) return message.via_bot ? undefined : (decodeCommand(text) ?? { is: 'text', text });
  if (photo?.[0]) return decodePhotos(message, photo);
  const picture = pictureFile(message);
  if (picture) return decodePhotos(message, [picture]);
  if (voice) return { is: 'voice', file: { fileId: voice.file_id }, seconds: voice.duration };
  if (contact) return decodeContact(contact);
  if (location) return { is: 'location', latitude: location.latitude, longitude: location.longitude };
  if (successful_payment) return paidBy(successful_payment);
  if (services.some((kind) => kind in message)) return undefined;
  const what = contentKind(message);
  // What stands under a video is read, though nobody here can see the video.
  const words = message.caption?.trim();
  return words ? { is: 'text', text: words, under: what } : { is: 'unsupported', what };
}

/** A picture that was sent as a file, so that it is not made smaller. */
function pictureFile({ document, ...message }: DecodedMessage) {
  const isPicture = document?.mime_type?.startsWith('image/') === true && !('animation' in message);
  return isPicture && document.file_id ? { file_id: document.file_id, width: 0, height: 0 } : undefined;
}

const COMMAND = /^\/([A-Za-z0-9_]{1,64})(?:@[A-Za-z0-9_]+)?(?:\s+([\s\S]*))?$/;

/** `/start@the_bot p_123` is the command `start` with the rest `p_123`. */
function decodeCommand(text: string): EventBody | undefined {
  const [, name, rest = ''] = COMMAND.exec(text) ?? [];
  return name ? { is: 'command', name: name.toLowerCase(), rest: rest.trim() } : undefined;
}

function decodePhotos(
  { caption = '', media_group_id }: DecodedMessage,
  sizes: readonly { file_id: string; width: number; height: number }[],
): EventBody {
  const largest = sizes.reduce((best, size) =>
    size.width * size.height > best.width * best.height ? size : best,
  );
  const files = [{ fileId: largest.file_id }];
  return { is: 'photos', files, caption, ...(media_group_id && { album: media_group_id }) };
}

const decodeContact = (contact: NonNullable<DecodedMessage['contact']>): EventBody => ({
  is: 'contact',
  name: [contact.first_name, contact.last_name].filter(Boolean).join(' '),
  phone: contact.phone_number,
});

const paidBy = (payment: NonNullable<DecodedMessage['successful_payment']>): EventBody => ({
  is: 'paid',
  payload: payment.invoice_payload,
  amount: payment.total_amount,
  currency: payment.currency,
  charge: payment.provider_payment_charge_id,
  platformCharge: payment.telegram_payment_charge_id,
});

/** An animation also comes as a document: the first that fits names it. */
const kinds = [
  ...['animation', 'audio', 'sticker', 'video', 'video_note', 'document', 'dice', 'game', 'poll', 'story'],
  ...['checklist', 'paid_media', 'invoice', 'giveaway', 'rich_message'],
];

const contentKind = (message: DecodedMessage): string => kinds.find((kind) => kind in message) ?? 'other';

/** Service messages of Telegram in a private chat; they need no answer. */
const services = [
  ...['pinned_message', 'message_auto_delete_timer_changed', 'write_access_allowed', 'chat_background_set'],
  ...['forum_topic_created', 'forum_topic_edited', 'forum_topic_closed', 'forum_topic_reopened'],
  ...['connected_website', 'users_shared', 'chat_shared', 'passport_data', 'proximity_alert_triggered'],
  ...['refunded_payment', 'gift', 'unique_gift', 'gift_upgrade_sent', 'boost_added'],
  ...['checklist_tasks_done', 'checklist_tasks_added', 'poll_option_added', 'poll_option_deleted'],
  ...['paid_message_price_changed', 'managed_bot_created', 'web_app_data'],
];

/** A tap acts for the person who tapped and is answered in their own chat, whatever chat the message is in. */
function tapped({ id, from, data, message }: DecodedTap, now: Date): DecodedEvent | undefined {
  if (data === undefined || !message) return undefined;
  const { chat, message_id } = message;
  const isTheirs = chat.id === from.id;
  const body: EventBody = {
    is: 'tap',
    action: data,
    ...(isTheirs && { message: String(message_id) }),
    query: id,
  };
  return { chat: { ...chat, id: from.id }, from, at: now, body };
}

/** A live location is edited all the time; only a changed text is an event. */
function edited(
  { chat, from, date, edit_date, text, caption }: DecodedMessage,
  now: Date,
): DecodedEvent | undefined {
  const words = text ?? caption;
  if (!from || words === undefined) return undefined;
  return { chat, from, at: fromSeconds(edit_date ?? date, now), body: { is: 'edited', text: words } };
}

/** In a private chat this update means blocking the bot or coming back. */
function cameOrWent(
  { chat, from, date, new_chat_member: { status } }: DecodedMemberChange,
  now: Date,
): DecodedEvent | undefined {
  if (status !== 'kicked' && status !== 'member') return undefined;
  return { chat, from, at: fromSeconds(date, now), body: { is: status === 'kicked' ? 'left' : 'returned' } };
}
