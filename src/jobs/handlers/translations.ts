import { z } from 'zod';
import { say } from '../../chat/dsl/screen.ts';
import { findChat } from '../../chat/store/chats.ts';
import { type ChatId, idShape } from '../../db/ids.ts';
import { inTransaction, type TxContext } from '../../db/work.ts';
import { saveRelayCost } from '../../shop/catalogue/texts/model-uses.ts';
import { findMessageWords } from '../../shop/support/translated.ts';
import { TRANSLATION_PROMPT } from '../../writer/model/translation-prompt.ts';
import { type JobDeps, job } from '../job.ts';
import { isOverBudget } from './budget.ts';

/** Sends the translation of a relayed message after it: the original stands above. Without a good one nothing is sent. */
export const translateMessage = job(
  'translate-message',
  z.object({ message: z.string().regex(/^\d{1,18}$/), chat: idShape<ChatId>() }),
  async ({ message, chat }, deps) => {
    const { appContext, engine, writer } = deps;
    const { said, reader, isSpent } = await inTransaction(appContext, (context) =>
      look(context, BigInt(message), chat, deps),
    );
    if (!said || !reader || isSpent) return;
    const began = performance.now();
    const made = await writer.translate(said.words, reader.person.locale, said.names);
    if (!made) return;
    const latencyMs = Math.round(performance.now() - began);
    const { text: words, use } = made;
    await inTransaction(appContext, async (context) => {
      await saveRelayCost(context, said, Boolean(words), { ...use, prompt: TRANSLATION_PROMPT, latencyMs });
      if (!words) return;
      await engine.enqueue(context, chat, `translation:${message}:${chat}`, {
        text: say('talk-translated', { words }),
        keepsQuestion: true,
        fresh: true,
      });
    });
    engine.wakeSender(chat);
  },
  'slow',
);

/** What was said to whom, and whether its seller's day is spent: then the original is all there is. */
async function look(context: TxContext, message: bigint, chat: ChatId, deps: JobDeps) {
  const said = await findMessageWords(context, message);
  return {
    said,
    reader: await findChat(context, chat),
    isSpent: said?.sellerId ? await isOverBudget(context, said.sellerId, deps) : false,
  };
}
