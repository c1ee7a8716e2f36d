import { z } from 'zod';
import { idShape, type ProductId } from '../../db/ids.ts';
import { inTransaction } from '../../db/work.ts';
import { TITLE_LENGTH } from '../../shop/catalogue/listings/product-fields.ts';
import {
  findUntranslated,
  saveTranslation,
  type Untranslated,
} from '../../shop/catalogue/texts/translations.ts';
import { chineseTitle } from '../../writer/drafts/translate.ts';
import { findUnlawful } from '../../writer/law/law.ts';
import { TRANSLATION_PROMPT } from '../../writer/model/translation-prompt.ts';
import { detectLanguage } from '../../writer/translation/protect.ts';
import { type JobDeps, job } from '../job.ts';
import { isOverBudget } from './budget.ts';

/** Translates a product's title and blurb, each once, for those who read the other language. */
export const translateProduct = job(
  'translate-product',
  z.object({ product: idShape<ProductId>() }),
  async ({ product: id }, deps) => {
    const found = await inTransaction(deps.appContext, (context) => findUntranslated(context, id));
    for (const words of found?.words ?? []) if (found) await translate(words, found, deps);
  },
  'slow',
);

async function translate(words: string, { product, names }: Untranslated, deps: JobDeps): Promise<void> {
  const from = detectLanguage(words);
  if (!from) return;
  const known = from === 'en' && words === product.title ? chineseTitle(words) : undefined;
  if (known === undefined && (await isSpent(product, deps))) return;
  const began = performance.now();
  const made =
    known === undefined ? await deps.writer.translate(words, from === 'en' ? 'zh' : 'en', names) : undefined;
  const latencyMs = Math.round(performance.now() - began);
  const translated =
    known ?? (made?.text && mayBeShown(made.text, words === product.title) ? made.text : undefined);
  const cost = made && { ...made.use, prompt: TRANSLATION_PROMPT, latencyMs };
  await inTransaction(deps.appContext, (context) =>
    saveTranslation(context, product, words, translated, cost),
  );
}

const isSpent = ({ sellerId }: Untranslated['product'], deps: JobDeps): Promise<boolean> =>
  inTransaction(deps.appContext, (context) => isOverBudget(context, sellerId, deps));

/** Whatever the seller wrote: a translation is ours, and has to be lawful. */
const mayBeShown = (translated: string, isTitle: boolean): boolean =>
  findUnlawful(translated).length === 0 && (!isTitle || [...translated].length <= TITLE_LENGTH);
