import type { ReadContext } from '../../nlu/read.ts';
import type { Titled } from '../../shop/catalogue/products/catalogue.ts';
import type { Turn } from '../flow.ts';

/** In so short a message no catalogue is needed to tell where a name ends; it saves a statement. */
const SHORT = 8;

/** What the reader may know beside a buyer's message: what is on sale, and what is on screen. */
export async function buyerContext({ shop, focus, text }: Turn): Promise<ReadContext> {
  if (text.length <= SHORT) return {};
  const onSale = await shop.catalogue.titles();
  const shown = new Set([focus.product, ...(focus.products ?? [])]);
  return { titles: onSale.flatMap(names), focus: onSale.filter(({ id }) => shown.has(id)).flatMap(names) };
}

const names = ({ title, titleEn }: Titled): string[] => (titleEn ? [title, titleEn] : [title]);
