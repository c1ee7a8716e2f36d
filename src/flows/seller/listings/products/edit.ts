import { z } from 'zod';
import { tap } from '../../../../chat/dsl/action.ts';
import { ask } from '../../../../chat/dsl/flow.ts';
import { type Button, type Reply, type Screen, say, type Text } from '../../../../chat/dsl/screen.ts';
import { idShape, type ProductId } from '../../../../db/ids.ts';
import { readSeller } from '../../../../nlu/rules/offers/seller.ts';
import { readOnlyAmount } from '../../../../nlu/rules/price-move.ts';
import type { Changed } from '../../../../shop/catalogue/listings/listings.ts';
import type { Product } from '../../../../shop/catalogue/products/catalogue.ts';
import { categories } from '../../../../shop/terms/categories.ts';
import { isStockFigure } from '../../../../shop/values/quantity.ts';
import { flow, type Turn } from '../../../flow.ts';
import { draftScreen } from '../../../screens/catalogue/draft-screen.ts';
import { blockedText, productWords } from '../../../screens/catalogue/law-warning.ts';
import { inRows, productName } from '../../../screens/values.ts';
import { notYours, ownProduct } from '../../acting.ts';
import { changeOrAsk, stockRefused } from '../changes/changes.ts';
import { doneScreen, openButton, priceText, undoButton } from '../changes/changes-screen.ts';
import { type Field, fields, findField, parseField } from './edit-fields.ts';
import { myListingsScreen } from './my-listings-screen.ts';

/** Changing single fields of a product. */
export const edit = flow('edit', {
  taps: {
    'edit/:product': chooseField,
    'edit/:product/:field': askField,
    'shelf/:product': chooseShelf,
    'shelf/:product/:name': putOnShelf,
  },
  answers: {
    field: { data: z.object({ product: idShape<ProductId>(), field: z.enum(fields) }), read: readField },
  },
});

async function chooseField(turn: Turn<'product'>): Promise<Reply> {
  const product = await ownProduct(turn, turn.params.product);
  if (!product) return notYours(turn);
  const params = { product: product.id };
  const words = fields.map(
    (field): Button => ({
      label: say(`field-${field}`),
      tap: tap('edit/:product/:field', { ...params, field }),
    }),
  );
  const rest: Button[] = [
    { label: say('field-shelf'), tap: tap('shelf/:product', params) },
    { label: say('field-photos'), tap: tap('photos/:product', params) },
    { label: say('mine-copy'), tap: tap('copy/:product', params) },
    { label: say('mine-archive'), tap: tap('archive/:product', params) },
  ];
  return [
    {
      text: say('edit-what', { title: productName(product) }),
      buttons: [...inRows([...words, ...rest], 2), [openButton(product)]],
    },
  ];
}

async function askField(turn: Turn<'product' | 'field'>): Promise<Reply> {
  const product = await ownProduct(turn, turn.params.product);
  const field = findField(turn.params.field);
  return product && field ? [questionAbout(product, field)] : notYours(turn);
}

const questionAbout = (product: Product, field: Field): Screen => ({
  text: say(`edit-ask-${field}`, { title: productName(product) }),
  asks: ask('field', { product: product.id, field }),
  fresh: true,
});

/** A field's new value from a text: as the answer to its question, or said by itself. */
export async function readField(turn: Turn, data: { product: ProductId; field: Field }): Promise<Reply> {
  const product = await ownProduct(turn, data.product);
  if (!product) return notYours(turn);
  if (data.field === 'stock') return readStock(turn, product);
  const patch = parseField(data.field, turn.text, product, turn.now);
  if (!patch) return [unclear(product, data.field)];
  const blocked = product.status !== 'draft' && (await blockedIn(turn, patch));
  if (blocked) return [{ ...questionAbout(product, data.field), text: blocked, isMiss: true }];
  // A live price keeps its guard whichever way it is changed; a draft's is looked at in its preview.
  if (data.field === 'price' && product.status !== 'draft' && patch.price && patch.priceQuantity)
    return changeOrAsk(turn, product, {
      is: 'price',
      price: patch.price,
      priceQuantity: patch.priceQuantity,
    });
  return changed(turn, await turn.shop.listings.change(turn.person.id, product.id, patch));
}

/** Why the office keeps these words from what is on sale. */
async function blockedIn(
  { shop }: Turn,
  patch: Parameters<typeof productWords>[0],
): Promise<Text | undefined> {
  const blocked = blockedText(productWords(patch));
  return blocked && (await shop.writerOffice.blocksUnlawful()) ? blocked : undefined;
}

const unclear = (product: Product, field: Field): Screen => ({
  ...questionAbout(product, field),
  text: [say('edit-unclear'), say(`edit-ask-${field}`, { title: productName(product) })],
  isMiss: true,
});

/** "还有30斤", "补货20斤"; a bare amount is what there is. */
async function readStock(turn: Turn, product: Product): Promise<Reply> {
  const amount = readOnlyAmount(turn.text);
  const { stock } = readSeller(turn.text);
  const quantity = stock?.quantity ?? amount?.base ?? 0;
  if (!amount || amount.measure !== product.measure || !isStockFigure(quantity))
    return [unclear(product, 'stock')];
  const act = { is: 'stock', mode: stock?.mode ?? 'set', quantity } as const;
  if (product.status !== 'draft') return changeOrAsk(turn, product, act);
  const moved = await turn.shop.listings.moveStock(turn.person.id, product.id, act);
  if (!moved.ok) return stockRefused(turn, product, moved.refusal);
  const draft = await turn.shop.listings.own(turn.person.id, product.id);
  return draft
    ? [draftScreen(draft, await turn.shop.listings.hints(turn.person.id, draft.id))]
    : notYours(turn);
}

/** A draft is shown whole again, and so is what is on sale; of a price what was and what is. */
export async function changed(turn: Turn<string>, done: Changed): Promise<Reply> {
  if (!done.ok) return notYours(turn);
  const { before, product, event } = done;
  if (product.status === 'draft')
    return [draftScreen(product, await turn.shop.listings.hints(turn.person.id, product.id))];
  const isPrice = before.price !== product.price || before.priceQuantity !== product.priceQuantity;
  if (isPrice)
    return [{ toast: say('edit-done-toast') }, doneScreen(priceText(before, product), product, event)];
  const { text, ...whole } = myListingsScreen(
    product,
    await turn.shop.listings.sheet(turn.person.id, product.id),
  );
  const undo = event === undefined ? [] : [[undoButton(event)]];
  return [
    { toast: say('edit-done-toast') },
    {
      ...whole,
      text: [say('edit-done', { title: productName(product) }), text],
      buttons: [...undo, ...(whole.buttons ?? [])],
    },
  ];
}

async function chooseShelf(turn: Turn<'product'>): Promise<Reply> {
  const product = await ownProduct(turn, turn.params.product);
  if (!product) return notYours(turn);
  const buttons = categories.map(
    (name): Button => ({
      label: say(`shelf-${name}`),
      tap: tap('shelf/:product/:name', { product: product.id, name }),
    }),
  );
  return [
    {
      text: say('edit-shelf', { title: productName(product), shelf: say(`shelf-${product.category}`) }),
      buttons: [...inRows(buttons, 2), [openButton(product)]],
    },
  ];
}

async function putOnShelf(turn: Turn<'product' | 'name'>): Promise<Reply> {
  const product = await ownProduct(turn, turn.params.product);
  const category = categories.find((name) => name === turn.params.name);
  if (!product || !category) return notYours(turn);
  return changed(turn, await turn.shop.listings.change(turn.person.id, product.id, { category }));
}
