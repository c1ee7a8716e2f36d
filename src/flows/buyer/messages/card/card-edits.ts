import { type Reply, say, type Text } from '../../../../chat/dsl/screen.ts';
import { leadsOnly, leavesAsItIs, splitEdits } from '../../../../nlu/acts/orders/changes/edits.ts';
import { readAmountChange, readRemoval } from '../../../../nlu/acts/orders/changes/order-change.ts';
import { readSwap } from '../../../../nlu/acts/orders/changes/swap.ts';
import { namesAmount } from '../../../../nlu/acts/question-topic.ts';
import { readBuyer } from '../../../../nlu/read.ts';
import type { CartLine } from '../../../../shop/cart/cart.ts';
import { NO_QUANTITY } from '../../../../shop/values/quantity.ts';
import type { Turn } from '../../../flow.ts';
import { productName } from '../../../screens/values.ts';
import { parseAmount } from '../../checkout/amount.ts';
import { cardScreen, nothingLeft } from '../../checkout/checkout-open.ts';
import { namedAmong } from '../../orders/named-among.ts';
import { withLeftWords } from '../left-words.ts';
import { putLine, sureLine, type Wanted } from '../orders/put-lines.ts';

// 黄豆不要了，苹果改成12斤，再加5斤红枣: several changes of the card in one message, done in their order.

type Edit =
  | { readonly is: 'remove'; readonly lines: readonly CartLine[] }
  | { readonly is: 'put'; readonly how: ReturnType<typeof readAmountChange>['how']; readonly wanted: Wanted };

/** The card after all of it; nothing where some clause with goods or amounts is no change that is clear. */
export async function editsAnswer(turn: Turn): Promise<Reply | undefined> {
  const clauses = splitEdits(turn.text);
  const lines = clauses.length > 1 ? await turn.shop.cart.lines(turn.person.id) : [];
  if (lines.length === 0 || !clauses.some(changesSomething)) return undefined;
  // Scrap that, 2 kg of apples instead: both clauses say one thing.
  if (readSwap(turn.text) && !clauses.some((clause) => readSwap(clause))) return undefined;
  const edits: Edit[] = [];
  const unused: string[] = [];
  for (const clause of clauses) {
    if (leadsOnly(clause) || (leavesAsItIs(clause) && !changesSomething(clause))) continue;
    const read = await readEdits({ ...turn, text: clause }, lines);
    if (read) edits.push(...read);
    else if (saysNothingOfGoods(clause)) unused.push(clause);
    else return undefined;
  }
  if (edits.length === 0) return undefined;
  const done = await doEdits(turn, edits);
  return withLeftWords(turn, done, unused);
}

/** 拿不动: quoted back, and what else was said is done. */
function saysNothingOfGoods(clause: string): boolean {
  const { lines, recipient } = readBuyer(clause);
  return lines.length === 0 && !recipient && !namesAmount(clause) && readRemoval(clause) === undefined;
}

/** Without such words it is an order of several things. */
const changesSomething = (clause: string): boolean =>
  readRemoval(clause) !== undefined || readAmountChange(clause).how !== 'say';

async function readEdits(turn: Turn, lines: readonly CartLine[]): Promise<readonly Edit[] | undefined> {
  const { text } = turn;
  const removal = readRemoval(text);
  if (removal && !namesAmount(removal.words)) {
    const named = namedAmong(lines, removal.words, ({ product }) => product);
    return named.length > 0 ? [{ is: 'remove', lines: named }] : undefined;
  }
  const swap = await swapEdits(turn, lines);
  if (swap) return swap;
  const { how, rest } = readAmountChange(text);
  const said = readBuyer(rest).lines;
  const edits: Edit[] = [];
  for (const line of said) {
    const wanted = line.product === '' ? onlyLine(turn, lines, rest) : await sureLine(turn, line);
    if (!wanted) return undefined;
    edits.push({ is: 'put', how: how === 'say' ? 'set' : how, wanted });
  }
  return edits.length > 0 ? edits : undefined;
}

/** 红枣换成绿豆3斤: one thing goes, another comes; nothing where the same stays, or it is not clear what comes. */
async function swapEdits(turn: Turn, lines: readonly CartLine[]): Promise<readonly Edit[] | undefined> {
  const swap = readSwap(turn.text);
  const out = swap?.out ? namedAmong(lines, swap.out, ({ product }) => product) : [];
  if (!swap || out.length !== 1) return undefined;
  const edits: Edit[] = [{ is: 'remove', lines: out }];
  for (const line of readBuyer(swap.into).lines) {
    const wanted = await sureLine(turn, line);
    if (!wanted || wanted.product.id === out[0]?.product.id) return undefined;
    edits.push({ is: 'put', how: 'set', wanted });
  }
  return edits.length > 1 ? edits : undefined;
}

/** Make it 6 kg: of the only thing there. */
function onlyLine({ focus }: Turn, lines: readonly CartLine[], rest: string): Wanted | undefined {
  const shown = lines.find(({ product }) => product.id === focus.product);
  const { product } = (lines.length === 1 ? lines[0] : shown) ?? {};
  const quantity = product && parseAmount(rest, product);
  return product && quantity !== undefined ? { product, quantity } : undefined;
}

async function doEdits(turn: Turn, edits: readonly Edit[]): Promise<Reply> {
  const { shop, person } = turn;
  const news: Text[] = [];
  for (const edit of edits) {
    if (edit.is === 'put') {
      const done = await putLine(turn, edit.how, edit.wanted);
      if ('short' in done) return [done.short];
      news.push(...done.news);
      continue;
    }
    for (const { product } of edit.lines) {
      await shop.cart.set(person.id, product.id, NO_QUANTITY);
      news.push(say('card-removed', { title: productName(product) }));
    }
  }
  return (await shop.cart.lines(person.id)).length > 0 ? cardScreen(turn, {}, news) : nothingLeft(turn);
}
