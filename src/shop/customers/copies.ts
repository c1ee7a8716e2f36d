import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { NOTIFY_CHANNEL } from '../../db/client/end-streams.ts';
import { sealedAt } from '../../db/crypto/sealed-columns.ts';
import type { TxContext } from '../../db/work.ts';
import { type Body, bodyShape, redact } from './redaction.ts';
import type { Traces } from './traces.ts';

// Messages to others that name a person. Telegram lets a bot edit its messages of any age; the web chat shows the table.

/** Removes a person from messages, files and events of others; `photos` are the deleted pictures. */
export async function eraseCopies(
  context: TxContext,
  traces: Traces,
  photos: readonly string[],
): Promise<void> {
  const { tx } = context;
  const files = await eraseFiles(context, traces);
  const chats = await tx.chat.findMany({
    where: { personId: { in: [...traces.readers] } },
    select: { id: true, channel: true, address: true, isGone: true },
  });
  const erased = { photos: new Set(photos), files };
  for (const chat of chats) {
    await eraseFromMessages(context, chat, traces, erased);
    await eraseFromInbox(context, chat, traces);
  }
}

const fileShape = z.object({ base64: z.string() });

/** Deletes packing sheets and lists that name the person. Their owner can make them again. */
async function eraseFiles({ tx, cipher }: TxContext, { exact, words, numbers, readers }: Traces) {
  const rows = await tx.download.findMany({
    where: { personId: { in: [...readers] } },
    select: { id: true, sealed: true },
  });
  const naming = rows.filter(({ id, sealed }) => {
    const { base64 } = fileShape.parse(cipher.decrypt(sealed, sealedAt('download.sealed', id)));
    const text = Buffer.from(base64, 'base64').toString('utf8');
    const isAbout =
      numbers.some((number) => text.includes(number)) && words.some((word) => text.includes(word));
    return isAbout || exact.some((one) => text.includes(one));
  });
  const ids = naming.map(({ id }) => id);
  await tx.download.deleteMany({ where: { id: { in: ids } } });
  return new Set(ids);
}

interface ReaderChat {
  readonly id: string;
  readonly channel: string;
  readonly address: string;
  readonly isGone: boolean;
}

interface SaidRow {
  readonly id: string;
  readonly cause: string;
  readonly place: bigint;
  readonly state: string;
  readonly platformId: string | null;
  readonly isReplaced: boolean;
}

async function eraseFromMessages(
  context: TxContext,
  chat: ReaderChat,
  traces: Traces,
  erased: Parameters<typeof redact>[3],
): Promise<void> {
  const { tx, cipher } = context;
  const rows = await tx.message.findMany({ where: { chatId: chat.id }, orderBy: { seq: 'asc' } });
  let isChanged = false;
  for (const { sealed, ...row } of rows) {
    const place = sealedAt('message.sealed', row.id);
    const body = bodyShape.safeParse(cipher.decrypt(sealed, place)).data;
    const cleaned = body && redact(body, row.cause, traces, erased);
    if (!body || !cleaned) continue;
    isChanged = true;
    const isShown = row.state === 'sent' && !row.isReplaced;
    await tx.message.update({
      where: { id: row.id },
      data: { sealed: cipher.encrypt(cleaned, place), ...(isShown && { isReplaced: true }) },
    });
    if (isShown) await showCleaned(context, chat, row, body, cleaned);
  }
  if (isChanged && chat.channel.startsWith('web-')) await notifyReaders(context, chat.id);
}

/** Replaces a message by an edit. On channels that cannot edit, only our copy is removed. */
async function showCleaned(
  { tx, cipher, now }: TxContext,
  chat: ReaderChat,
  row: SaidRow,
  body: Body,
  cleaned: Body,
): Promise<void> {
  const isWeb = chat.channel.startsWith('web-');
  const state = isWeb ? 'sent' : chat.isGone || !chat.channel.startsWith('telegram-') ? 'refused' : 'due';
  const hadPhoto = body.photo !== undefined || body.file !== undefined;
  const id = randomUUID();
  const edited = { ...cleaned, requests: undefined, edit: { hadPhoto } };
  const sealed = cipher.encrypt(edited, sealedAt('message.sealed', id));
  await tx.$executeRaw`
    INSERT INTO message (id, seq, chat_id, cause, index, place, sealed, state, due_at, platform_id, created_at)
    VALUES (${id}::uuid, nextval('message_seq_seq'), ${chat.id}::uuid, ${`erased:${row.id}`}, 0,
      ${row.place}, ${sealed}, ${state}, ${now}, ${row.platformId}, ${now})`;
}

/** As src/chat/outbound/messages.ts does. */
const notifyReaders = ({ tx }: TxContext, chat: string): Promise<unknown> =>
  tx.$executeRaw`SELECT tell_processes(${NOTIFY_CHANNEL}, ${JSON.stringify({ chat, note: { is: 'messages' } })})`;

/** Deletes handled events of others that name the person, such as a typed tracking number. */
async function eraseFromInbox({ tx, cipher }: TxContext, chat: ReaderChat, { exact }: Traces): Promise<void> {
  const { channel, address } = chat;
  const rows = await tx.inbox.findMany({
    where: { channel, address, state: 'handled' },
    select: { id: true, key: true, sealed: true },
  });
  const naming = rows.filter(({ key, sealed }) => {
    const text = JSON.stringify(cipher.decrypt(sealed, sealedAt('inbox.sealed', channel, key)));
    return exact.some((one) => text.includes(one));
  });
  await tx.inbox.deleteMany({ where: { id: { in: naming.map(({ id }) => id) } } });
}
