import type { SellerId } from '../../db/ids.ts';
import type { ReadContext } from '../../nlu/read.ts';
import type { Titled } from '../../shop/catalogue/catalogue.ts';
import type { Turn } from '../flow.ts';

/** What the reader may know beside a buyer's message: what is on sale, and what is on screen. */
export async function buyerContext({ shop, focus }: Turn): Promise<ReadContext> {
  const onSale = await shop.catalogue.titles();
  const shown = new Set([focus.product, ...(focus.products ?? [])]);
  return { titles: onSale.flatMap(names), focus: onSale.filter(({ id }) => shown.has(id)).flatMap(names) };
}

/** What the reader may know beside a seller's message: all that the household has. */
export async function sellerContext({ shop }: Turn, sellerId: SellerId): Promise<ReadContext> {
  return { titles: (await shop.catalogue.titles(sellerId)).flatMap(names) };
}

const names = ({ title, titleEn }: Titled): string[] => (titleEn ? [title, titleEn] : [title]);
