import type { Reply } from '../../../../chat/dsl/screen.ts';
import { readAct } from '../../../../nlu/acts/act.ts';
import { splitClauses } from '../../../../nlu/acts/clauses.ts';
import { readDescription } from '../../../../nlu/acts/orders/changes/order-change.ts';
import { guessAct } from '../../../../nlu/guess/buyer-guess.ts';
import { lex } from '../../../../nlu/lexer/lexer.ts';
import { readBuyer } from '../../../../nlu/read.ts';
import type { Product } from '../../../../shop/catalogue/products/catalogue.ts';
import { plainWords } from '../../../../shop/terms/search-terms.ts';
import type { Turn } from '../../../flow.ts';
import { productScreen } from '../../catalogue/product-screen.ts';
import { parseAmount } from '../../checkout/amount.ts';
import { putAll } from '../orders/put-lines.ts';

/** 颜色浅的那种来1斤: of what was shown, the one in whose own words that stands. */
export async function describedAnswer(
  turn: Turn,
  described: readonly string[] = readDescription(turn.text),
): Promise<Reply | undefined> {
  const { focus, shop, text } = turn;
  const words = (focus.products?.length ?? 0) > 1 ? described : [];
  if (words.length === 0 || saysOther(text) || (await namesOthers(turn))) return undefined;
  const found = await Promise.all((focus.products ?? []).slice(0, MOST).map((id) => shop.catalogue.byId(id)));
  const product = likeliest(
    found.filter((one) => one !== undefined),
    words,
  );
  if (!product) return undefined;
  const [amount, ...others] = lex(text).tokens.filter(({ is }) => is === 'amount');
  const quantity = amount && others.length === 0 ? parseAmount(amount.text, product) : undefined;
  if (quantity !== undefined) return putAll(turn, 'say', [{ product, quantity }]);
  const screen = await productScreen(turn, product.id);
  return screen && [{ ...screen, focus: { ...screen.focus, products: focus.products } }];
}

/** 辛苦了，你们那边下雪没: a description is short, and does nothing else. */
const saysOther = (text: string): boolean =>
  text.length > LONGEST || splitClauses(text).some((clause) => readAct(clause) ?? guessAct(clause));

const LONGEST = 40;

/** 那我要五斤小米: goods of a name that is on sale, and none of those on the screen. */
async function namesOthers({ focus, shop, text }: Turn): Promise<boolean> {
  const isShown = ({ id }: Product): boolean => focus.products?.includes(id) ?? false;
  for (const { product } of readBuyer(text).lines) {
    const found = product === '' ? undefined : await shop.catalogue.find(product);
    if (found?.match === 'exact' && found.items.length > 0 && !found.items.some(isShown)) return true;
  }
  return false;
}

/** So many things on a screen can be told apart by a word. */
const MOST = 6;

/** The only one that has a word which no other has. */
function likeliest(shown: readonly Product[], words: readonly string[]): Product | undefined {
  const written = shown.map(writtenWords);
  const like = shown.filter((_, i) =>
    words.some(
      (word) => written[i]?.includes(word) && !written.some((one, j) => j !== i && one.includes(word)),
    ),
  );
  return like.length === 1 ? like[0] : undefined;
}

const writtenWords = ({ title, titleEn, blurb, blurbEn }: Product): string =>
  plainWords([title, titleEn, blurb, blurbEn].filter(Boolean).join(' '));
