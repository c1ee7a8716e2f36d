import { randomUUID } from 'node:crypto';
import type { Tx } from '../../db/client.ts';
import type { Work } from '../../db/work.ts';
import type { Body, BodyButton, BodyInvoice, Requests } from '../dsl/channel.ts';
import type { ChannelName, Locale } from '../dsl/event.ts';
import type { Words } from '../dsl/i18n.ts';
import { type Button, type Invoice, type Request, type Screen, say, type Text } from '../dsl/screen.ts';
import type { ChatRow } from '../store/chats.ts';
import { keepFile } from '../store/files.ts';

/** What it takes to say something: the languages, and what channels can do. */
export interface Mouth {
  readonly words: Readonly<Record<Locale, Words>>;
  readonly readsTable: (channel: ChannelName) => boolean;
  readonly hasButtons: (channel: ChannelName) => boolean;
}

/** An earlier message whose place a new one takes. */
export interface Replaced {
  readonly id: string;
  readonly place: bigint;
  readonly platformId: string | null;
  readonly hadPhoto: boolean;
}

/** Why something is said: the same (cause, index) is said once, however often it is tried. */
export interface Cause {
  readonly cause: string;
  readonly index: number;
  /** What answers a person: the number of its first choice where choices have numbers. Notices have none yet. */
  readonly first?: number;
}

/** The screen in the person's language, as channels get it. */
export function bodyOf(words: Words, screen: Screen, edit?: Body['edit']): Body {
  const buttons = (screen.buttons ?? []).map((row) => row.map((button) => bodyButton(words, button)));
  const requests = screen.requests && requestsOf(words, screen.requests);
  return {
    html: words.show(screen.text).markup,
    photo: screen.photo,
    buttons,
    ...(requests && { requests }),
    ...(screen.invoice && { invoice: invoiceOf(words, screen.invoice, screen.text) }),
    ...(edit && { edit }),
  };
}

const invoiceOf = (words: Words, { title, prices, payload, currency }: Invoice, text: Text): BodyInvoice => ({
  title: words.showPlain(title),
  description: words.showPlain(text),
  payload,
  currency,
  prices: prices.map(({ label, amount }) => ({ label: words.showPlain(label), amount })),
});

const requestsOf = (words: Words, wanted: readonly Request[]): Requests => ({
  keys: wanted.map((is) => ({ is, label: words.showPlain(say(`request-${is}`)) })),
  prompt: words.showPlain(say('request-prompt')),
});

function bodyButton(words: Words, button: Button): BodyButton {
  const label = words.showPlain(button.label);
  if ('tap' in button) return { label, tap: button.tap, tone: button.tone };
  if ('share' in button) return { label, share: button.share, link: button.link };
  return 'url' in button ? { label, url: button.url } : { label, dead: true };
}

export const countChoices = (screen: Screen): number =>
  (screen.buttons ?? []).flat().filter((button) => 'tap' in button).length;

function choicesOf(words: Words, screen: Screen, first: number | undefined): Body['choices'] {
  if (countChoices(screen) === 0 && !screen.asks) return undefined;
  const hint = words.showPlain(say(screen.asks ? 'digits-hint-asked' : 'digits-hint'));
  return { isNotice: first === undefined, first, hint };
}

/** Leaves `screen` to be said to `chat`, in place of `replaced` if given. Returns false where it has been said before. */
export async function leaveMessage(
  work: Work,
  mouth: Mouth,
  chat: ChatRow,
  cause: Cause,
  screen: Screen,
  replaced?: Replaced,
): Promise<boolean> {
  const edit = replaced && { hadPhoto: replaced.hadPhoto };
  if (replaced) await markReplaced(work, replaced.id);
  const words = mouth.words[chat.person.locale];
  const choices = mouth.hasButtons(chat.channel) ? undefined : choicesOf(words, screen, cause.first);
  const body = { ...bodyOf(words, screen, edit), choices };
  const { file } = screen;
  const kept = file && { file: { id: await keepFile(work, chat.person.id, file), name: file.name } };
  return leaveBody(work, mouth, chat, cause, { ...body, ...kept }, replaced);
}

/** What has not been said by now is pointless. */
const markReplaced = ({ tx }: Work, id: string): Promise<unknown> => tx.$executeRaw`
  UPDATE message SET is_replaced = true, state = CASE WHEN state = 'due' THEN 'skipped' ELSE state END
  WHERE id = ${id}::uuid`;

/** Writes the row. Where the table is what people read it counts as sent, and the readers are woken. */
export async function leaveBody(
  work: Work,
  mouth: Mouth,
  chat: ChatRow,
  why: Cause,
  body: Body,
  replaced?: Pick<Replaced, 'place' | 'platformId'>,
): Promise<boolean> {
  const isRead = mouth.readsTable(chat.channel);
  return writeMessage(
    work,
    chat,
    why,
    body,
    isRead ? 'sent' : chat.isGone ? 'refused' : 'due',
    isRead,
    replaced,
  );
}

/** Keeps what has been sent already, so that taps and edits find it. */
export const keepSent = (
  work: Work,
  chat: ChatRow,
  why: Cause,
  body: Body,
  platformId: string | undefined,
): Promise<boolean> => writeMessage(work, chat, why, body, 'sent', false, { platformId: platformId ?? null });

async function writeMessage(
  { tx, seal, now }: Work,
  chat: ChatRow,
  { cause, index }: Cause,
  body: Body,
  state: 'due' | 'sent' | 'refused',
  isRead: boolean,
  at?: { readonly place?: bigint; readonly platformId: string | null },
): Promise<boolean> {
  const rows = await tx.$executeRaw`
    WITH next AS (SELECT nextval('message_seq_seq') AS seq)
    INSERT INTO message (id, seq, chat_id, cause, index, place, sealed, state, due_at, platform_id, created_at)
    SELECT ${randomUUID()}::uuid, seq, ${chat.id}::uuid, ${cause}, ${index}, coalesce(${at?.place ?? null}::bigint, seq),
           ${seal.seal(body)}, ${state}, ${now}, ${at?.platformId ?? null}, ${now}
    FROM next ON CONFLICT (cause, index) DO NOTHING`;
  if (rows === 1 && isRead) await notifyChat(tx, chat.id, { is: 'messages' });
  return rows === 1;
}

/** What readers of a chat are told: look at the table; a turn has ended, perhaps with a toast. */
export type Note =
  | { readonly is: 'messages' }
  | { readonly is: 'done'; readonly key: string; readonly toast?: string | undefined };

export const NOTE_CHANNEL = 'walnut_chat';

/** Reaches every process's readers when the transaction commits. */
export async function notifyChat(tx: Tx, chatId: string, note: Note): Promise<void> {
  await tx.$executeRaw`SELECT pg_notify(${NOTE_CHANNEL}, ${JSON.stringify({ chat: chatId, note })})`;
}

/** The message that a tap or an answer names: by the platform's id, or by ours where the table is what people read. */
export async function findTapped(
  { tx, seal }: Work,
  mouth: Mouth,
  chat: ChatRow,
  messageId: string | undefined,
): Promise<Replaced | undefined> {
  if (!messageId) return undefined;
  const named = mouth.readsTable(chat.channel) ? { id: messageId } : { platformId: messageId };
  if ('id' in named && !UUID.test(messageId)) return undefined;
  const row = await tx.message.findFirst({
    where: { chatId: chat.id, isReplaced: false, ...named },
    orderBy: { seq: 'desc' },
  });
  if (!row) return undefined;
  const { photo } = openBody(seal.open(row.sealed));
  return { id: row.id, place: row.place, platformId: row.platformId, hadPhoto: photo !== undefined };
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Only `leaveBody` seals message rows, from this very type. */
export const openBody = (opened: unknown): Body => opened as Body;
