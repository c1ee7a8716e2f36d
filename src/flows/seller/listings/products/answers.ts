import { tap } from '../../../../chat/dsl/action.ts';
import { type Button, type Reply, type Screen, say } from '../../../../chat/dsl/screen.ts';
import type { ProductId } from '../../../../db/ids.ts';
import type { KeptAnswer } from '../../../../shop/support/answer-book.ts';
import { flow, type Turn } from '../../../flow.ts';
import { textWarnings } from '../../../screens/catalogue/law-warning.ts';
import { homeButton, pager, parsePage, productName } from '../../../screens/values.ts';
import { notYours } from '../../acting.ts';
import { blockedByOffice } from '../../law-block.ts';

/** The answer book: answers that buyers get again, confirmed, looked through and removed by their seller. */
export const answers = flow('answers', {
  taps: {
    'answer-keep/:answer': keep,
    'answer-drop/:answer': drop,
    'answers/:product/:page': show,
  },
});

/** The assistant gives it to everybody who asks: it is held to the advertising law as a listing is. */
async function keep(turn: Turn<'answer'>): Promise<Reply> {
  const { shop, person, params } = turn;
  const proposed = await shop.answerBook.own(person.id, params.answer);
  if (!proposed) return [gone];
  const blocked = await blockedByOffice(turn, proposed.answer);
  if (blocked) return [{ text: blocked, buttons: [[homeButton]] }];
  const kept = await shop.answerBook.confirm(person.id, params.answer);
  return [kept ? keptScreen(kept) : gone];
}

const gone: Screen = { text: say('book-gone'), buttons: [[homeButton]] };

const keptScreen = ({ productId, question, answer }: KeptAnswer): Screen => ({
  text: [say('book-kept', { question, answer }), ...textWarnings(answer)],
  buttons: [[bookButton(productId), homeButton]],
});

const bookButton = (product: ProductId): Button => ({
  label: say('book-open'),
  tap: tap('answers/:product/:page', { product, page: 0 }),
});

async function drop({ shop, person, params }: Turn<'answer'>): Promise<Reply> {
  const removed = await shop.answerBook.remove(person.id, params.answer);
  if (!removed) return [gone];
  return [{ text: say('book-removed'), buttons: [[bookButton(removed.productId), homeButton]] }];
}

async function show(turn: Turn<'product' | 'page'>): Promise<Reply> {
  const { shop, person, params } = turn;
  const page = await shop.answerBook.page(person.id, params.product, parsePage(params.page));
  if (!page) return notYours(turn);
  const { product, items } = page;
  const lines = items.map(({ question, answer, uses }, i) =>
    say('book-line', { number: i + 1, question, answer, uses }),
  );
  const removers = items.map(
    ({ id }, i): Button => ({
      label: say('book-remove', { number: i + 1 }),
      tap: tap('answer-drop/:answer', { answer: id }),
    }),
  );
  return [
    {
      text: [
        say('book-title', { title: productName(product) }),
        ...(lines.length > 0 ? lines : [say('book-empty')]),
      ],
      buttons: [
        ...(removers.length > 0 ? [removers] : []),
        ...pager(page, (to) => tap('answers/:product/:page', { product: product.id, page: to })),
        [{ label: say('mine-open'), tap: tap('mine-one/:product', { product: product.id }) }, homeButton],
      ],
    },
  ];
}
