import { z } from 'zod';
import type { Channel } from '../../chat/dsl/channel.ts';
import { say } from '../../chat/dsl/screen.ts';
import { type ChatRow, findChat } from '../../chat/store/chats.ts';
import { type ChatId, idShape } from '../../db/ids.ts';
import { inTransaction, type TxContext } from '../../db/work.ts';
import { type JobDeps, job } from '../job.ts';

/** Transcribes a voice message, shows the text to its sender, and handles it as if they had typed it. */
export const transcribeVoice = job(
  'hear-voice',
  z.object({ chat: idShape<ChatId>(), file: z.string() }),
  async ({ chat: chatId, file }, deps) => {
    const { appContext, channels, engine } = deps;
    const chat = await findChat({ tx: appContext.db, cipher: appContext.cipher }, chatId);
    if (!chat) return;
    const channel = channels.find((one) => one.name === chat.channel);
    const words = await transcribe(deps, channel, file);
    const screen = words ? { text: say('voice-heard', { words }) } : { text: say('voice-cannot') };
    await inTransaction(appContext, (context) => engine.enqueue(context, chatId, `voice:${file}`, screen));
    engine.wakeSender(chatId);
    // Also after a try that ended between the two: an event with a known key is not stored twice.
    if (words) await type(deps, chat, file, words);
    await channel?.forgetFile?.(file);
  },
  'slow',
);

async function transcribe(
  { writer, log }: JobDeps,
  channel: Channel | undefined,
  file: string,
): Promise<string | undefined> {
  try {
    const recording = await channel?.fetchFile?.(file);
    return recording && (await writer.transcribe(recording));
  } catch (error) {
    log.warn({ err: error }, 'a voice message could not be fetched');
    return undefined;
  }
}

/** Stores the text as an event after all that came in before. Its key is the recording's, so two tries are one event. */
async function type(
  { appContext, engine }: JobDeps,
  chat: ChatRow,
  file: string,
  text: string,
): Promise<void> {
  const { channel, address, person } = chat;
  const seq = await inTransaction(appContext, (context) => lastSeq(context, chat));
  const from = { name: person.name };
  await engine.accept([
    {
      channel,
      address,
      key: `voice:${file}`,
      seq,
      at: appContext.clock.now(),
      from,
      body: { is: 'text', text, isShown: true },
    },
  ]);
}

async function lastSeq({ tx }: TxContext, { channel, address }: ChatRow): Promise<bigint> {
  const { _max } = await tx.inbox.aggregate({ where: { channel, address }, _max: { seq: true } });
  return _max.seq ?? 0n;
}
