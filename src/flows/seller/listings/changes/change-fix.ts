import { ask } from '../../../../chat/dsl/flow.ts';
import { type Reply, say } from '../../../../chat/dsl/screen.ts';
import { isCancel } from '../../../../chat/engine/repair.ts';
import { readDoubtedFigure, readDraftFix, readFigureBehind } from '../../../../nlu/acts/drafts/draft-fix.ts';
import { readRightFigure, saysMove } from '../../../../nlu/acts/offers/of-table.ts';
import { readCorrection } from '../../../../nlu/acts/seller/seller-act.ts';
import { readMend } from '../../../../nlu/mends/mend.ts';
import { readSeller } from '../../../../nlu/read.ts';
import { readOnlyAmount } from '../../../../nlu/rules/price-move.ts';
import type { Product } from '../../../../shop/catalogue/products/catalogue.ts';
import { fen, isPrice } from '../../../../shop/values/money.ts';
import { baseQuantity, isAmount } from '../../../../shop/values/quantity.ts';
import { countedBy } from '../../../common/amounts.ts';
import { newQuestionId } from '../../../common/question-id.ts';
import { flow, type Turn } from '../../../flow.ts';
import { priceValue, productName, quantityValue } from '../../../screens/values.ts';
import { findActingSeller } from '../../acting.ts';
import { type Done, doneShape } from './change-done.ts';
import { mendChange, stays } from './change-mends.ts';
import { type Act, changeActs, parseChangeRequest } from './change-request.ts';
import { carryOut, changeOrAsk, undoEvent } from './changes.ts';
import { openButton, undoButton, whichScreen } from './changes-screen.ts';
import { meantProducts, ownTitles } from './meant.ts';

/** 说错了，是13斤, right behind a change: it is taken back, and what is right is done. */
export const changeFix = flow('change-fix', {
  answers: { changed: { data: doneShape, takesCancel: true, read: readFix } },
});

async function readFix(turn: Turn, done: Done): Promise<Reply | undefined> {
  const product = await turn.shop.listings.own(turn.person.id, done.product);
  if (isCancel(turn.text)) return product && done.event !== undefined ? stands(product, done) : undefined;
  const mended = product ? await mendChange(turn, done, product) : 'nothing';
  if (mended === 'nothing') return undefined;
  return mended === 'go on' ? readRight(turn, done) : mended;
}

async function readRight(turn: Turn, done: Done): Promise<Reply | undefined> {
  const fix = readDraftFix(turn.text);
  // 系10斤，唔系12斤: what is denied is left out, and not read as what is right.
  const said = fix?.not ? fix.right : (readCorrection(turn.text) ?? fix?.right);
  // What was doubted waits for its figure, which needs no word of surprise.
  const behind = done.event === undefined ? readDoubtedFigure(turn.text) : readFigureBehind(turn.text);
  const alone = readRightFigure(turn.text) ?? behind;
  const stated = said === undefined || (alone !== undefined && !saysMove(said)) ? (alone ?? said) : said;
  const product = await turn.shop.listings.own(turn.person.id, done.product);
  const seller = await findActingSeller(turn);
  if (!product || !seller) return undefined;
  // 不对不对，我是说卖了60斤, of what is left: which way it went is said too.
  const mend = readMend(turn.text, await ownTitles(turn, seller));
  const right = mend?.is === 'instead' && saysMove(mend.right) ? mend.right : stated;
  if (right === undefined) return undefined;
  const { title } = readSeller(right);
  const [other] = title === null ? [] : await meantProducts(turn, seller, title);
  const act = rightAct(right, other ?? product, done);
  if (done.event === undefined) return act && undoubted(turn, other ?? product, act, done);
  if (!act) return right === '' ? undoEvent(turn, done.event) : undefined;
  // 说反了，是进了30斤, of 30斤 that were sold: the very same is nothing that puts it right.
  if (!other && isSame(act, done)) return stays(product, done);
  const undone = await turn.shop.listings.undo(turn.person.id, done.event);
  if (!undone.ok) return undoEvent(turn, done.event);
  return other ? carryOut(turn, other, act) : changeOrAsk(turn, undone.product, act);
}

/** 75元, where the stock was doubted: it may be the price, which is asked. */
function undoubted(turn: Turn, product: Product, act: Act, done: Done): Promise<Reply> | Reply | undefined {
  if (act.is === done.is) return changeOrAsk(turn, product, act);
  const isOther = readDoubtedFigure(turn.text) !== undefined;
  return isOther ? [whichScreen([{ product, act }], newQuestionId(turn.now))] : undefined;
}

/** 算了, behind a change: it is done, and may be taken back. */
const stands = (product: Product, done: Done): Reply => [
  {
    text: say(`change-stands-${done.is ?? 'status'}`, {
      title: productName(product),
      price: priceValue(product),
      quantity: quantityValue(product, product.available),
    }),
    buttons: [[...(done.event === undefined ? [] : [undoButton(done.event)]), openButton(product)]],
    asks: ask('changed', done),
  },
];

const isSame = (act: Act, { mode, figure }: Done): boolean =>
  act.is === 'stock' && act.mode === mode && act.quantity === figure;

/** What is right: a price, or an amount that does what the wrong one did. */
function rightAct(right: string, product: Product, { mode, unit }: Done): Act | undefined {
  const reading = readSeller(right);
  const amount = readOnlyAmount(right);
  const isMeasured = amount?.measure === product.measure && reading.price === null;
  if (isMeasured && mode !== undefined)
    return { is: 'stock', mode: reading.stock?.mode ?? mode, quantity: baseQuantity(amount.base) };
  // 还是25吧, behind a price: a figure alone is one too.
  const bare = BARE.exec(right.trim())?.[0];
  if (bare !== undefined && mode !== undefined)
    return isWhole(bare) ? countedAct(Number(bare), product, mode, unit) : undefined;
  const price = bare === undefined ? undefined : fen(Math.round(Number(bare) * 100));
  if (isPrice(price)) return { is: 'price', price, priceQuantity: product.priceQuantity };
  const wish = parseChangeRequest(right, reading);
  const [act, ...more] = wish ? changeActs(product, wish) : [];
  return more.length === 0 ? act : undefined;
}

/** 73, behind 37斤: in the unit of what was wrong; else in what the goods are counted in, or that of their price. */
function countedAct(
  figure: number,
  product: Product,
  mode: NonNullable<Done['mode']>,
  unit: number | undefined,
): Act | undefined {
  const one = product.measure === 'COUNT' ? countedBy(product.unit) : product.priceQuantity;
  const quantity = figure * (unit ?? one);
  return isAmount(quantity) ? { is: 'stock', mode, quantity } : undefined;
}

const isWhole = (figure: string): boolean => /^\d+$/u.test(figure);

const BARE = /^\d{1,6}(?:\.\d{1,2})?$/u;
