import { z } from 'zod';
import { tap } from '../../../../chat/dsl/action.ts';
import { type Button, type Reply, say } from '../../../../chat/dsl/screen.ts';
import { idShape, type ProductId } from '../../../../db/ids.ts';
import { parseEdits } from '../../../../writer/drafts/edits.ts';
import { flow, type Turn } from '../../../flow.ts';
import { draftScreen } from '../../../screens/catalogue/draft-screen.ts';
import { receiptScreen, writingScreen } from '../../../screens/catalogue/suggestion-screen.ts';
import { homeButton, productName } from '../../../screens/values.ts';
import { notYours, ownProduct } from '../../acting.ts';
import { describeRefused } from './post.ts';

/** Texts by the writer: asked for, changed by message, explained, taken. */
export const writing = flow('writing', {
  taps: {
    'write/:product': write,
    'stop-writing/:product': stop,
    'take/:writing': take,
    'why/:writing': explain,
  },
  answers: {
    rewrite: { data: z.object({ product: idShape<ProductId>() }), read: readEdits },
  },
});

/** Enqueues a proposal by the writer, which comes as its own message. */
async function write(turn: Turn<'product'>): Promise<Reply> {
  const product = await ownProduct(turn, turn.params.product);
  if (!product) return notYours(turn);
  const isNew = await turn.shop.listings.askWriter(turn.person.id, product.id, turn.chat.id);
  return isNew
    ? [{ toast: say('writing-toast') }, writingScreen(product)]
    : [{ toast: say('writing-already') }];
}

async function stop({ shop, person, params }: Turn<'product'>): Promise<Reply> {
  await shop.listings.cancelWriting(person.id, params.product);
  const open: Button = {
    label: say('suggestion-back'),
    tap: tap('draft/:product', { product: params.product }),
  };
  return [{ text: say('writing-stopped'), buttons: [[open, homeButton]] }];
}

/** "短一点", "不要说甜", "again": what is to be different is kept for the product, and the text is written anew. */
async function readEdits(turn: Turn, { product: id }: { product: ProductId }): Promise<Reply | undefined> {
  const edits = parseEdits(turn.text);
  const product = edits && (await ownProduct(turn, id));
  if (!edits || !product) return undefined;
  const { shorter, avoid, voice } = edits;
  const asked = { shorter, avoid: [...avoid], ...(voice && { voice }) };
  await turn.shop.listings.askWriter(turn.person.id, id, turn.chat.id, asked);
  return [writingScreen(product)];
}

async function explain({ shop, person, params, ...turn }: Turn<'writing'>): Promise<Reply> {
  const written = await shop.listings.written(person.id, params.writing);
  return written ? [receiptScreen(written)] : notYours({ shop, person, params, ...turn });
}

async function take(turn: Turn<'writing'>): Promise<Reply> {
  const taken = await turn.shop.listings.takeWritten(turn.person.id, turn.params.writing);
  if (!taken.ok)
    return taken.refusal === 'nothing-proposed' ? notYours(turn) : describeRefused(turn, taken.refusal);
  const { product } = taken;
  const edit: Button = { label: say('mine-open'), tap: tap('mine-one/:product', { product: product.id }) };
  return [
    { toast: say('taken-toast') },
    product.status === 'draft'
      ? draftScreen(product)
      : { text: say('taken', { title: productName(product) }), buttons: [[edit]] },
  ];
}
