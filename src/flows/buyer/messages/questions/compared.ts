import { type Reply, say } from '../../../../chat/dsl/screen.ts';
import type { ProductId } from '../../../../db/ids.ts';
import { isComparing, withoutComparing } from '../../../../nlu/acts/goods/comparing.ts';
import { asksPrice, isAsking, namesAmount, readQuestionTopic } from '../../../../nlu/acts/question-topic.ts';
import type { Titled } from '../../../../shop/catalogue/products/catalogue.ts';
import type { Turn } from '../../../flow.ts';
import { productText } from '../../../screens/catalogue/product-text.ts';
import { productButton } from '../../catalogue/list.ts';
import { namedAmong } from '../../orders/named-among.ts';
import { forwardable } from './forward.ts';

// 苦荞茶跟蒲公英茶哪个好: what is asked of several goods at once.

/** More than so many side by side are a list. */
const MOST = 4;

/** What is written of each, and both stay on the table: 那各来一盒 may come next. Nothing where fewer than two are named. */
export async function comparedAnswer(turn: Turn): Promise<Reply | undefined> {
  const { text, shop } = turn;
  if (!isAsking(text) || asksPrice(text) || namesAmount(text)) return undefined;
  const byName = goodsNamedIn(text, await shop.catalogue.titles());
  const named = byName.length < 2 ? await ofOneKind(turn) : byName;
  if (named.length < 2 || named.length > MOST) return undefined;
  const found = await Promise.all(named.map(({ id }) => shop.catalogue.byId(id)));
  const products = found.filter((one) => one !== undefined);
  if (products.length !== named.length) return undefined;
  const [first] = products;
  const isOfOne = products.every(({ sellerId }) => sellerId === first?.sellerId);
  const asked = forwardable(turn, [say('question-maybe'), ...products.map((one) => productText(one))], {
    product: isOfOne ? first?.id : undefined,
  });
  return [
    {
      ...asked,
      focus: {
        ...(turn.focus.card && { card: turn.focus.card }),
        products: products.map(({ id }) => id),
      },
      buttons: [...products.map((product) => [productButton(product)]), ...(asked.buttons ?? [])],
    },
  ];
}

/** 两种蜂蜜差在哪里, which of your honeys is better: all that are called so, or the two in sight. */
async function ofOneKind({ text, shop, focus }: Turn): Promise<readonly { readonly id: ProductId }[]> {
  if (!isComparing(text)) return [];
  const words = readQuestionTopic(withoutComparing(text));
  const { match, items, pages } = words === '' ? NOTHING : await shop.catalogue.find(words);
  if (match === 'exact' && pages === 1 && items.length > 1) return items;
  const named = namedAmong(await shop.catalogue.titles(), text, (one) => one);
  if (named.length > 1) return named;
  return focus.products?.length === 2 ? focus.products.map((id) => ({ id })) : [];
}

const NOTHING = { match: 'none', items: [], pages: 0 } as const;

/** By their whole names, in the order said; nothing of a name that several households have. */
function goodsNamedIn(text: string, titles: readonly Titled[]): readonly Titled[] {
  const said = text.toLowerCase();
  const places = titles.flatMap((one) => {
    const names = [one.title, one.titleEn ?? ''].map((name) => name.toLowerCase());
    const found = names.find((name) => name.length > 1 && said.includes(name));
    return found ? [{ one, name: found, at: said.indexOf(found) }] : [];
  });
  const whole = places.filter(
    ({ name, at }) =>
      !places.some((other) => other.name.length > name.length && other.at <= at && other.name.includes(name)),
  );
  const isShared = whole.some(({ name, one }) =>
    whole.some((other) => other.one !== one && other.name === name),
  );
  return isShared ? [] : whole.toSorted((a, b) => a.at - b.at).map(({ one }) => one);
}
