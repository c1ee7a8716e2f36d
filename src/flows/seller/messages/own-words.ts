import { z } from 'zod';
import { tap } from '../../../chat/dsl/action.ts';
import { ask } from '../../../chat/dsl/flow.ts';
import { type Reply, type Screen, say, type Text } from '../../../chat/dsl/screen.ts';
import { idShape, type ProductId } from '../../../db/ids.ts';
import { readOwnWords } from '../../../nlu/acts/seller/own-words.ts';
import { readSellerAct } from '../../../nlu/acts/seller/seller-act.ts';
import type { Membership } from '../../../shop/sellers/members.ts';
import { flow, type Turn } from '../../flow.ts';
import { productName } from '../../screens/values.ts';
import { readStory, storyToKeep, writeStory } from '../account/story-words.ts';
import { findActingSeller, notASeller, notYours, oldCard, ownProduct } from '../acting.ts';
import { cancelButton } from '../listings/changes/changes-screen.ts';
import { ownTitles } from '../listings/changes/meant.ts';
import { keepHarvest, wordsToKeep, writeWords } from '../listings/drafts/blurb-words.ts';
import { tableDraft } from '../listings/drafts/waiting.ts';

const cardShape = z.object({
  /** Nothing where it is the family's story. */
  product: idShape<ProductId>().optional(),
  before: z.string(),
  now: z.string(),
});
type Card = z.infer<typeof cardShape>;

/** Words that would take the place of others are asked about first. */
export const ownWordsCards = flow('own-words', {
  taps: { 'own-words-yes': confirm },
  answers: { 'own-words': { data: cardShape, read: readAnswer } },
});

/** 核桃加一句介绍：皮薄, 我家的故事就写…, 核桃是10月8号收的，写上去: kept with the goods or the shop, in the family's own words. */
export async function ownWords(turn: Turn, seller: Membership): Promise<Reply | undefined> {
  const draft = await tableDraft(turn);
  const titles = await ownTitles(turn, seller);
  const said = readOwnWords(turn.text, draft ? [...titles, draft.title] : titles);
  if (!said) return undefined;
  if (said.of === 'harvest') return keepHarvest(turn, seller, said);
  const found =
    said.of === 'shop' ? await storyToKeep(turn, seller, said) : await wordsToKeep(turn, seller, said);
  if (!found || 'reply' in found) return found?.reply;
  const { product, before, now } = found;
  if (!product)
    return before === '' ? writeStory(turn, seller, now) : [card(say('story-ask'), { before, now })];
  return before === '' || said.adds
    ? writeWords(turn, product, now)
    : [card(say('blurb-ask', { title: productName(product) }), { product: product.id, before, now })];
}

function card(question: Text, asked: Card): Screen {
  const action = tap('own-words-yes');
  return {
    text: [question, say('words-before', { words: asked.before }), say('words-then', { words: asked.now })],
    buttons: [[{ label: say('words-yes'), tap: action, tone: 'primary' }], [cancelButton]],
    asks: ask('own-words', asked),
    yes: action,
    ...(asked.product && { focus: { product: asked.product } }),
    fresh: true,
  };
}

/** Yes to the card; anything else is read as if nothing had been asked. */
async function readAnswer(turn: Turn, asked: Card): Promise<Reply | undefined> {
  return readSellerAct(turn.text)?.is === 'yes' ? write(turn, asked) : undefined;
}

async function confirm(turn: Turn): Promise<Reply> {
  const asked = turn.asking?.step === 'own-words' ? cardShape.safeParse(turn.asking.data) : undefined;
  return asked?.success ? write(turn, asked.data) : [oldCard];
}

/** As long as that is still what stands there. */
async function write(turn: Turn, { product: id, before, now }: Card): Promise<Reply> {
  const seller = await findActingSeller(turn);
  if (!seller) return notASeller;
  if (id === undefined)
    return (await readStory(turn, seller)) === before ? writeStory(turn, seller, now) : [oldCard];
  const product = await ownProduct(turn, id);
  if (!product) return notYours(turn);
  return product.blurb === before ? writeWords(turn, product, now) : [oldCard];
}
