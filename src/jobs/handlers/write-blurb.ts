import { z } from 'zod';
import { findChat } from '../../chat/store/chats.ts';
import { type ChatId, idShape, type ProductId, type WriterDraftId } from '../../db/ids.ts';
import { inTransaction } from '../../db/work.ts';
import { suggestionScreen } from '../../flows/screens/catalogue/suggestion-screen.ts';
import { findProduct } from '../../shop/catalogue/products/catalogue.ts';
import {
  findRequest,
  type OpenRequest,
  saveDraft,
  type WritingCost,
} from '../../shop/catalogue/texts/writer-drafts.ts';
import { toVoice } from '../../writer/drafts/edits.ts';
import type { DraftOrder } from '../../writer/drafts/order.ts';
import { findReceipts } from '../../writer/drafts/receipts.ts';
import type { Drafted, Facts } from '../../writer/facts/facts.ts';
import { PROMPT_VERSION } from '../../writer/model/prompt.ts';
import { type JobDeps, job } from '../job.ts';
import { isOverBudget } from './budget.ts';
import { watchDraft } from './draft-preview.ts';
import { toFacts } from './writer-facts.ts';

const payload = z.object({
  product: idShape<ProductId>(),
  chat: idShape<ChatId>(),
  draft: idShape<WriterDraftId>().optional(),
});

/** Has the writer propose words for a product; the seller decides. What comes of a cancelled request is not shown. */
export const writeBlurb = job(
  'write-blurb',
  payload,
  async ({ product, chat, draft }, deps) => {
    const { appContext, engine, writer } = deps;
    if (draft === undefined) return;
    const asked = await inTransaction(appContext, async (context) => {
      const request = await findRequest(context, draft);
      const facts = request && (await toFacts(context, product));
      const isSpent = request ? await isOverBudget(context, request.sellerId, deps) : false;
      const receiver = await findChat(context, chat);
      return request && facts && receiver && { request, facts, isSpent, locale: receiver.person.locale };
    });
    if (!asked) return;
    const { request, facts, isSpent, locale } = asked;
    const began = performance.now();
    const watch = watchDraft(deps, { chat, draft, facts, locale, edits: orderEdits(request) });
    const order = { ...toOrder(request), isOverBudget: isSpent, onText: watch.onText, signal: watch.signal };
    const written = await writer.draft(facts, order);
    await watch.ended();
    await show(
      deps,
      { product, chat, draft },
      request,
      facts,
      written,
      Math.round(performance.now() - began),
    );
    engine.wakeSender(chat);
  },
  'slow',
);

const orderEdits = ({ edits: { shorter, avoid, voice } }: OpenRequest): DraftOrder['edits'] => ({
  ...{ shorter, avoid },
  voice: toVoice(voice),
});

const toOrder = (request: OpenRequest): DraftOrder => ({
  edits: orderEdits(request),
  earlier: request.earlier,
  round: request.round,
  examples: request.examples,
});

async function show(
  { appContext, engine }: JobDeps,
  { product: id, chat, draft }: { product: ProductId; chat: ChatId; draft: WriterDraftId },
  request: OpenRequest,
  facts: Facts,
  written: Drafted,
  latencyMs: number,
): Promise<void> {
  const [text] = written.drafts;
  await inTransaction(appContext, async (context) => {
    const product = await findProduct(context.tx, id);
    const kept = { ...text, zh: plainWording(text.zh), en: plainWording(text.en) };
    const receipts = findReceipts(text, facts).map((one) => ({ ...one, facts: [...one.facts] }));
    const cost = toCost(written, latencyMs);
    const isWanted = await saveDraft(context, draft, request.edits, kept, receipts, cost);
    if (!product || !isWanted) return;
    const byKey = written.by === 'model' ? 'suggestion-by-model' : `suggestion-${written.why}`;
    await engine.enqueue(context, chat, `suggestion:${draft}`, suggestionScreen(product, draft, text, byKey));
  });
}

const plainWording = ({ title, blurb, points, tags }: Drafted['drafts'][0]['zh']) => ({
  ...{ title, blurb },
  points: [...points],
  tags: [...tags],
});

const toCost = ({ by, use }: Drafted, latencyMs: number): WritingCost => ({
  writtenBy: by,
  latencyMs,
  model: use?.model,
  prompt: use ? PROMPT_VERSION : undefined,
  tokensIn: use?.tokensIn ?? 0,
  tokensOut: use?.tokensOut ?? 0,
  costMicros: use?.costMicros ?? 0,
});
