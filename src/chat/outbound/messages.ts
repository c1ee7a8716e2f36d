import type { Tx } from '../../db/client/client.ts';
import { NOTIFY_CHANNEL } from '../../db/client/end-streams.ts';
import { bigint, bytes, nullable, statement, text, uuid } from '../../db/connection/statement.ts';
import { sealedAt } from '../../db/crypto/sealed-columns.ts';
import { type ChatId, type MessageId, newId, parseId } from '../../db/ids.ts';
import type { TxContext } from '../../db/work.ts';
import {
  type MessageBody,
  type MessageButton,
  type MessageInvoice,
  type RequestKeys,
  sidePictures,
} from '../dsl/channel.ts';
import type { ChannelName, Locale } from '../dsl/event.ts';
import type { I18n } from '../dsl/i18n.ts';
import { type Button, type Invoice, type Request, type Screen, say, type Text } from '../dsl/screen.ts';
import type { ChatRow } from '../store/chats.ts';
import { storeFile } from '../store/files.ts';
import { notifyBrowsers } from './notified-browsers.ts';

/** What composing messages needs: the languages, and what channels can do. */
export interface MessageComposer {
  readonly i18n: Readonly<Record<Locale, I18n>>;
  readonly readsTable: (channel: ChannelName) => boolean;
  readonly hasButtons: (channel: ChannelName) => boolean;
}

/** An earlier message that a new one replaces. */
export interface ReplacedMessage {
  readonly id: MessageId;
  readonly place: bigint;
  readonly platformId: string | null;
  readonly hadPhoto: boolean;
}

/** Why a message is sent. The same (cause, index) is enqueued once, however often it is tried. */
export interface Cause {
  readonly cause: string;
  readonly index: number;
  /** For an answer on a channel with numbered choices: its first number. Notices get theirs when they are sent. */
  readonly first?: number;
}

/** The screen in the person's language, as channels get it. */
export function composeBody(i18n: I18n, screen: Screen, edit?: MessageBody['edit']): MessageBody {
  const buttons = (screen.buttons ?? []).map((row) => row.map((button) => bodyButton(i18n, button)));
  const requests = screen.requests && composeRequestKeys(i18n, screen.requests);
  return {
    html: i18n.show(screen.text).markup,
    photo: screen.photo,
    ...(screen.pictures && screen.pictures.length > 0 && { pictures: screen.pictures }),
    buttons,
    ...(requests && { requests }),
    ...(screen.invoice && { invoice: composeInvoice(i18n, screen.invoice, screen.text) }),
    ...(edit && { edit }),
  };
}

const composeInvoice = (
  i18n: I18n,
  { title, prices, payload, currency }: Invoice,
  text: Text,
): MessageInvoice => ({
  title: i18n.showPlain(title),
  description: i18n.showPlain(text),
  payload,
  currency,
  prices: prices.map(({ label, amount }) => ({ label: i18n.showPlain(label), amount })),
});

const composeRequestKeys = (i18n: I18n, wanted: readonly Request[]): RequestKeys => ({
  keys: wanted.map((is) => ({ is, label: i18n.showPlain(say(`request-${is}`)) })),
  prompt: i18n.showPlain(say('request-prompt')),
});

function bodyButton(i18n: I18n, button: Button): MessageButton {
  const label = i18n.showPlain(button.label);
  if ('tap' in button) {
    const { tap, tone, picture, detail } = button;
    return {
      label,
      tap,
      tone,
      ...(picture && { picture }),
      ...(detail && { detail: i18n.showPlain(detail) }),
    };
  }
  if ('share' in button) return { label, share: button.share, link: button.link };
  return 'url' in button ? { label, url: button.url } : { label, dead: true };
}

export const countChoices = (screen: Screen): number =>
  (screen.buttons ?? []).flat().filter((button) => 'tap' in button).length;

function composeChoices(i18n: I18n, screen: Screen, first: number | undefined): MessageBody['choices'] {
  if (countChoices(screen) === 0 && !screen.asks) return undefined;
  const hint = i18n.showPlain(say(screen.asks ? 'digits-hint-asked' : 'digits-hint'));
  return { isNotice: first === undefined, first, hint };
}

/**
 * Enqueues `screen` for `chat`, in place of `replaced` if given. Returns false where it was enqueued before. It comes by
 * itself: browsers are told of what takes no other's place.
 */
export async function enqueueMessage(
  context: TxContext,
  composer: MessageComposer,
  chat: ChatRow,
  cause: Cause,
  screen: Screen,
  replaced?: ReplacedMessage,
): Promise<boolean> {
  if (replaced) await markReplaced(context, replaced.id);
  const body = await composeMessage(context, composer, chat, cause, screen, replaced);
  const id = await enqueueBody(context, composer, chat, cause, body, replaced);
  if (id && !replaced) await notifyBrowsers(context, composer, [{ id, chat }]);
  return id !== undefined;
}

/** A screen as a message to `chat`, in the person's language; a file of it is kept on the way. */
export async function composeMessage(
  context: TxContext,
  composer: MessageComposer,
  chat: ChatRow,
  cause: Cause,
  screen: Screen,
  replaced?: ReplacedMessage,
): Promise<MessageBody> {
  const edit = replaced && { hadPhoto: replaced.hadPhoto };
  const i18n = composer.i18n[chat.person.locale];
  const choices = composer.hasButtons(chat.channel) ? undefined : composeChoices(i18n, screen, cause.first);
  const body = { ...composeBody(i18n, screen, edit), choices };
  const { file } = screen;
  const kept = file && { file: { id: await storeFile(context, chat.person.id, file), name: file.name } };
  return { ...body, ...kept };
}

/** A replaced message that was not sent yet is skipped. */
const markReplaced = ({ tx }: TxContext, id: MessageId): Promise<unknown> => tx.$executeRaw`
  UPDATE message SET is_replaced = true, state = CASE WHEN state = 'due' THEN 'skipped' ELSE state END
  WHERE id = ${id}::uuid`;

/** How a message begins: where people read the table it is sent with being written. */
export const firstState = (composer: MessageComposer, chat: ChatRow): 'sent' | 'refused' | 'due' =>
  composer.readsTable(chat.channel) ? 'sent' : chat.isGone ? 'refused' : 'due';

/**
 * Writes the row; answers its id, or nothing where it was written before. Where people read the table it counts as sent,
 * and its readers are notified.
 */
export async function enqueueBody(
  { tx, cipher, now }: TxContext,
  composer: MessageComposer,
  chat: ChatRow,
  { cause, index }: Cause,
  body: MessageBody,
  replaced?: Pick<ReplacedMessage, 'place' | 'platformId'>,
): Promise<MessageId | undefined> {
  const id = newId<MessageId>();
  const sealed = cipher.encrypt(body, sealedAt('message.sealed', id));
  const rows = await tx.$executeRaw`
    WITH next AS (SELECT nextval('message_seq_seq') AS seq)
    INSERT INTO message (id, seq, chat_id, cause, index, place, sealed, state, due_at, platform_id, created_at)
    SELECT ${id}::uuid, seq, ${chat.id}::uuid, ${cause}, ${index}, coalesce(${replaced?.place ?? null}::bigint, seq),
           ${sealed}, ${firstState(composer, chat)}, ${now}, ${replaced?.platformId ?? null}, ${now}
    FROM next ON CONFLICT (cause, index) DO NOTHING`;
  if (rows === 0) return undefined;
  if (composer.readsTable(chat.channel)) await notifyChat(tx, chat.id, { is: 'messages' });
  return id;
}

/**
 * Notes to the readers of a chat: new messages; a turn has ended, perhaps with a toast; reconnect with the cookie; a text
 * that is still being written.
 */
export type ChatNotification =
  | { readonly is: 'messages' }
  | { readonly is: 'ended' }
  | { readonly is: 'preview'; readonly html: string }
  | { readonly is: 'done'; readonly key: string; readonly toast?: string | undefined };

/** Notifies the readers in all processes when the transaction commits. */
export async function notifyChat(tx: Tx, chatId: ChatId, note: ChatNotification): Promise<void> {
  await tx.$executeRaw`SELECT tell_processes(${NOTIFY_CHANNEL}, ${notification(chatId, note)})`;
}

/** What is written to NOTIFY_CHANNEL. */
export const notification = (chat: ChatId, note: ChatNotification): string => JSON.stringify({ chat, note });

const findMessage = statement(
  'find-message',
  [uuid<ChatId>(), nullable(uuid<MessageId>()), nullable(text())],
  { id: uuid<MessageId>(), place: bigint(), platformId: nullable(text()), sealed: bytes() },
  `SELECT id, place, platform_id AS "platformId", sealed FROM message
   WHERE chat_id = $1 AND NOT is_replaced AND (id = $2 OR platform_id = $3) ORDER BY seq DESC LIMIT 1`,
);

/** The message that a tap or an answer names: by the platform's id, or by ours where people read the table. */
export async function findTapped(
  { tx, cipher }: TxContext,
  composer: MessageComposer,
  chat: ChatRow,
  messageId: string | undefined,
): Promise<ReplacedMessage | undefined> {
  if (!messageId) return undefined;
  const isRead = composer.readsTable(chat.channel);
  const own = isRead ? parseId<MessageId>(messageId) : undefined;
  if (isRead && own === undefined) return undefined;
  const [row] = await tx.$prepared(findMessage, chat.id, own ?? null, isRead ? null : messageId);
  return row ? toReplaced(cipher, row) : undefined;
}

/** What a replacement has to know of an earlier message. */
export function toReplaced(
  cipher: TxContext['cipher'],
  { id, place, platformId, sealed }: Omit<ReplacedMessage, 'hadPhoto'> & { readonly sealed: Uint8Array },
): ReplacedMessage {
  return {
    id,
    place,
    platformId,
    hadPhoto: showsPicture(decodeBody(cipher.decrypt(sealed, sealedAt('message.sealed', id)))),
  };
}

/** Whether a channel that shows one picture a message showed one. */
export const showsPicture = (body: MessageBody): boolean =>
  body.photo !== undefined || sidePictures(body).length > 0;

/** Message rows are encrypted from this type alone. */
export const decodeBody = (opened: unknown): MessageBody => opened as MessageBody;
