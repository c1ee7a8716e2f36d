import { z } from 'zod';
import { readPhoto } from '../../chat/store/media.ts';
import { type ChatId, idShape, type MediaId } from '../../db/ids.ts';
import { inTransaction, type TxContext } from '../../db/work.ts';
import { photoNameScreen } from '../../flows/screens/catalogue/photo-name-screen.ts';
import { type AnswerCost, findUnnamed, saveProposedName } from '../../shop/catalogue/texts/model-uses.ts';
import type { Look } from '../../writer/model/model.ts';
import { PHOTO_PROMPT } from '../../writer/model/sight.ts';
import { type JobDeps, job } from '../job.ts';
import { isOverBudget } from './budget.ts';

/** Asks its seller whether a photo shows what the model sees in it. What was named meanwhile is not asked about. */
export const namePhoto = job(
  'name-photo',
  z.object({ media: idShape<MediaId>(), chat: idShape<ChatId>() }),
  async ({ media, chat }, deps) => {
    const { appContext, engine, writer } = deps;
    const isWanted = await inTransaction(appContext, (context) => mayAsk(context, media, deps));
    const jpeg = isWanted ? await readPhoto(appContext, media) : undefined;
    const began = performance.now();
    const look = jpeg && (await writer.namePhoto(jpeg));
    if (!look) return;
    const cost = toCost(look, Math.round(performance.now() - began));
    await inTransaction(appContext, async (context) => {
      const product = await findUnnamed(context, media);
      if (!product) return;
      const id = await saveProposedName(context, product, look.name, cost);
      if (look.name)
        await engine.enqueue(context, chat, `photo-name:${media}`, photoNameScreen(product, id, look.name));
    });
    engine.wakeSender(chat);
  },
  'slow',
);

async function mayAsk(context: TxContext, media: MediaId, deps: JobDeps): Promise<boolean> {
  const product = await findUnnamed(context, media);
  return product !== undefined && !(await isOverBudget(context, product.sellerId, deps));
}

const toCost = ({ use }: Look, latencyMs: number): AnswerCost => ({
  ...use,
  prompt: PHOTO_PROMPT,
  latencyMs,
});
