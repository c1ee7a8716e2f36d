import type { ProductId } from '../../../db/ids.ts';
import type { Titled } from '../../../shop/catalogue/products/catalogue.ts';
import type { Turn } from '../../flow.ts';
import { isAboutTail } from '../orders/find-orders.ts';
import { namedAmong, partlyNamed } from '../orders/named-among.ts';

/** The one product that a message names or points at: 这枣 of what is on the screen, 上次买的小米 of all there is. */
export async function namedProduct({ shop, text, focus }: Turn): Promise<ProductId | undefined> {
  const onSale = await shop.catalogue.titles();
  // 百合干能买多少, with 牛肉干 on the screen: a whole name is nobody else's.
  const whole = onlyOne(onSale.filter(({ title }) => title.length > 1 && text.includes(title)));
  if (whole) return whole;
  // 枣花的那个, the date-blossom one: by a part that no other name has.
  const kind = ONE_OF.test(text) ? onlyOne(partlyNamed(onSale, text)) : undefined;
  if (kind) return kind;
  const shown = onSale.filter(({ id }) => id === focus.product || focus.products?.includes(id));
  return (
    onlyOne(shown.filter((one) => isAboutTail(one, text))) ?? onlyOne(namedAmong(onSale, text, (one) => one))
  );
}

const ONE_OF = /\p{Script=Han}的?[那这]?(?:个|种|款|样|只)|\bones?\b/u;

const onlyOne = ([first, ...others]: readonly Titled[]): ProductId | undefined =>
  others.length === 0 ? first?.id : undefined;

/** The turn with the product that is named on the table, where one is. */
export async function onNamed(turn: Turn): Promise<Turn> {
  const product = await namedProduct(turn);
  return product ? { ...turn, focus: { ...turn.focus, product } } : turn;
}

/** The product whose very title was sent, and nothing else. */
export async function titledProduct({ shop, text }: Turn): Promise<ProductId | undefined> {
  const said = text.trim().toLowerCase();
  const titled = (await shop.catalogue.titles()).filter(
    ({ title, titleEn }) => title.toLowerCase() === said || titleEn?.toLowerCase() === said,
  );
  return onlyOne(titled);
}
