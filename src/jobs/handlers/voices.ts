import { z } from 'zod';
import { say } from '../../chat/dsl/screen.ts';
import { type ChatRow, chatById } from '../../chat/store/chats.ts';
import { transact, type Work } from '../../db/work.ts';
import { type JobParts, job } from '../job.ts';

/** Writes down what somebody said, shows it to them, and hands it to the conversation as if they had typed it. */
export const hearVoice = job(
  'hear-voice',
  z.object({ chat: z.uuid(), file: z.string() }),
  async ({ chat: chatId, file }, parts) => {
    const { store, engine } = parts;
    const chat = await chatById(store.db, chatId);
    if (!chat) return;
    const words = await wordsIn(parts, chat, file);
    const screen = words ? { text: say('voice-heard', { words }) } : { text: say('voice-cannot') };
    await transact(store, (work) => engine.leave(work, chatId, `voice:${file}`, screen));
    engine.wake(chatId);
    // Also after a try that ended between the two: what is known by its key is not taken in twice.
    if (words) await type(parts, chat, file, words);
  },
  'slow',
);

async function wordsIn(
  { channels, writer, log }: JobParts,
  { channel }: ChatRow,
  file: string,
): Promise<string | undefined> {
  const from = channels.find((one) => one.name === channel);
  try {
    const recording = await from?.fetchFile?.(file);
    return recording && (await writer.transcribe(recording));
  } catch (error) {
    log.warn({ err: error }, 'a voice cannot be had');
    return undefined;
  }
}

/** After everything that came in before it; the same recording twice is one message. */
async function type({ store, engine }: JobParts, chat: ChatRow, file: string, text: string): Promise<void> {
  const { channel, address, person } = chat;
  const seq = await transact(store, (work) => lastSeq(work, chat));
  const from = { name: person.name };
  await engine.accept([
    { channel, address, key: `voice:${file}`, seq, at: store.clock.now(), from, body: { is: 'text', text } },
  ]);
}

async function lastSeq({ tx }: Work, { channel, address }: ChatRow): Promise<bigint> {
  const { _max } = await tx.inbox.aggregate({ where: { channel, address }, _max: { seq: true } });
  return _max.seq ?? 0n;
}
