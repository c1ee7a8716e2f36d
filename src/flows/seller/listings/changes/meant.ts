import type { Product } from '../../../../shop/catalogue/products/catalogue.ts';
import type { Membership } from '../../../../shop/sellers/members.ts';
import type { Turn } from '../../../flow.ts';

/** What `title` may mean among the seller's own; without one, everything that is for sale. A name in full is that one. */
export async function meantProducts(
  { shop }: Turn<string>,
  seller: Membership,
  title: string | null,
): Promise<readonly Product[]> {
  if (title === null) return (await shop.catalogue.pageOfSeller(seller.id, 0)).items.filter(isPublished);
  const found = (await shop.catalogue.searchOwn(seller.id, title)).filter(isPublished);
  const exact = found.filter((one) => [one.title, one.titleEn ?? ''].some((name) => isSameName(name, title)));
  return exact.length > 0 ? exact : found;
}

const isPublished = ({ status }: Product): boolean => status !== 'draft';
export const isSameName = (one: string, other: string): boolean =>
  one.toLowerCase() === other.trim().toLowerCase();

/** By its title; else the one of the seller's whose name stands in the message. */
export async function namedProduct(
  turn: Turn<string>,
  seller: Membership,
  title: string | null,
): Promise<Product | undefined> {
  if (title !== null) {
    const [only, ...others] = await meantProducts(turn, seller, title);
    return others.length === 0 ? only : undefined;
  }
  const said = turn.text.toLowerCase();
  const named = (await ownTitles(turn, seller)).filter((name) => said.includes(name.toLowerCase()));
  const longest = named.reduce((best, name) => (name.length > best.length ? name : best), '');
  return longest === '' ? undefined : (await meantProducts(turn, seller, longest))[0];
}

/** All of the seller's whose names stand in the message, a longer name before a shorter one within it. */
export async function namedProducts(turn: Turn<string>, seller: Membership): Promise<readonly Product[]> {
  let said = turn.text.toLowerCase();
  const found = new Map<string, Product>();
  const names = [...(await ownTitles(turn, seller))].sort((one, other) => other.length - one.length);
  for (const name of names.filter((one) => said.includes(one.toLowerCase()))) {
    if (!said.includes(name.toLowerCase())) continue;
    said = said.replaceAll(name.toLowerCase(), ' ');
    for (const product of await meantProducts(turn, seller, name)) found.set(product.id, product);
  }
  return [...found.values()];
}

/** The one product that is named, or that is on the table where none is. */
export async function tableProduct(
  turn: Turn<string>,
  seller: Membership,
  goods: string,
): Promise<Product | undefined> {
  if (goods === '') {
    const id = turn.focus.product;
    return id && turn.shop.listings.own(turn.person.id, id);
  }
  const [only, ...others] = await meantProducts(turn, seller, goods);
  return others.length === 0 ? only : undefined;
}

/** The names of what the seller has: they are names of goods wherever they stand in a message. */
export function ownTitles({ shop }: Turn<string>, seller: Membership): Promise<readonly string[]> {
  return shop.catalogue.titlesOfSeller(seller.id);
}
