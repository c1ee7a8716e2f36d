import type { Reply } from '../../../../chat/dsl/screen.ts';
import type { ProductId } from '../../../../db/ids.ts';
import { splitClauses } from '../../../../nlu/acts/clauses.ts';
import { leadsOnly } from '../../../../nlu/acts/orders/changes/edits.ts';
import { readAmountChange } from '../../../../nlu/acts/orders/changes/order-change.ts';
import { isAsking } from '../../../../nlu/acts/question-topic.ts';
import { lex } from '../../../../nlu/lexer/lexer.ts';
import { readBuyer } from '../../../../nlu/read.ts';
import type { Product, Titled } from '../../../../shop/catalogue/products/catalogue.ts';
import type { BaseQuantity } from '../../../../shop/values/quantity.ts';
import type { Turn } from '../../../flow.ts';
import { parseAmount } from '../../checkout/amount.ts';
import { partlyNamed, titledWith } from '../../orders/named-among.ts';
import { putAll, type Wanted } from './put-lines.ts';

/**
 * 第一个来两把，第二个来一把; 枣花蜜两斤，另外那种一斤: so much of each of what was shown; nothing where a clause says something else.
 */
export async function placesAnswer(turn: Turn): Promise<Reply | undefined> {
  const { shop, focus, text } = turn;
  // 第一个两斤多少钱，第二个一斤多少钱 takes nothing yet.
  if (isAsking(text)) return undefined;
  const clauses = focus.products ? splitClauses(text).filter((clause) => !leadsOnly(clause)) : [];
  if (clauses.length < 2) return undefined;
  const shown = (await shop.catalogue.titles()).filter(({ id }) => focus.products?.includes(id));
  const wanted: Wanted[] = [];
  for (const clause of clauses) {
    const { nth, rest, how } = readAmountChange(clause);
    const taken = wanted.map(({ product }) => product.id);
    const id =
      typeof nth === 'number'
        ? focus.products?.at(nth > 0 ? nth - 1 : nth)
        : nth === 'other'
          ? onlyOther(focus.products ?? [], taken)
          : onlyNamed(shown, clause);
    const product = id && (await shop.catalogue.byId(id));
    const quantity = product && how !== 'less' ? amountIn(rest, product) : undefined;
    const isPlaced = typeof nth === 'number' || how === 'say' || how === 'set';
    if (!product || quantity === undefined || !isPlaced || taken.includes(product.id)) return undefined;
    wanted.push({ product, quantity });
  }
  return putAll(turn, 'set', wanted);
}

/** What is left of two, where the other one was just taken. */
function onlyOther(shown: readonly ProductId[], taken: readonly ProductId[]): ProductId | undefined {
  const left = shown.filter((id) => !taken.includes(id));
  return taken.length > 0 && left.length === 1 ? left[0] : undefined;
}

function onlyNamed(shown: readonly Titled[], words: string): ProductId | undefined {
  const [name, ...more] = readBuyer(words).lines.map(({ product }) => product);
  if (more.length > 0) return undefined;
  const [only, ...others] = name ? titledWith(shown, name) : partlyNamed(shown, words);
  return others.length === 0 ? only?.id : undefined;
}

/** The one amount of a clause, whatever else it says: 先一斤试试. */
function amountIn(words: string, product: Product): BaseQuantity | undefined {
  const whole = parseAmount(words, product);
  const [only, ...others] = whole === undefined ? lex(words).tokens.filter(({ is }) => is === 'amount') : [];
  return whole ?? (only && others.length === 0 ? parseAmount(only.text, product) : undefined);
}
