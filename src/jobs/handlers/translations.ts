import { z } from 'zod';
import { say } from '../../chat/dsl/screen.ts';
import { findChat } from '../../chat/store/chats.ts';
import { type ChatId, idShape } from '../../db/ids.ts';
import { inTransaction } from '../../db/work.ts';
import { findMessageWords } from '../../shop/support/translated.ts';
import { job } from '../job.ts';

/** Sends the translation of a relayed message after it: the original stands above. Without a good one nothing is sent. */
export const translateMessage = job(
  'translate-message',
  z.object({ message: z.string().regex(/^\d{1,18}$/), chat: idShape<ChatId>() }),
  async ({ message, chat }, { appContext, engine, writer }) => {
    const found = await inTransaction(appContext, async (context) => ({
      said: await findMessageWords(context, BigInt(message)),
      reader: await findChat(context, chat),
    }));
    if (!found.said || !found.reader) return;
    const { names, words: said } = found.said;
    const { text: words } = (await writer.translate(said, found.reader.person.locale, names)) ?? {};
    if (!words) return;
    await inTransaction(appContext, (context) =>
      engine.enqueue(context, chat, `translation:${message}:${chat}`, {
        text: say('talk-translated', { words }),
        keepsQuestion: true,
        fresh: true,
      }),
    );
    engine.wakeSender(chat);
  },
  'slow',
);
