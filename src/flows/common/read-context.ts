import { lex } from '../../nlu/lexer/lexer.ts';
import { type ReadContext, readBuyer } from '../../nlu/read.ts';
import type { Titled } from '../../shop/catalogue/products/catalogue.ts';
import type { Turn } from '../flow.ts';

/** In so short a message no catalogue is needed to tell where a name ends; it saves a statement. */
const SHORT = 8;

/** What the reader may know beside a buyer's message: what is on sale, and what is on screen. */
export async function buyerContext({ shop, focus, text }: Turn): Promise<ReadContext> {
  if (text.length <= SHORT && !mayGoOn(text)) return {};
  const onSale = await shop.catalogue.titles();
  const shown = new Set([focus.product, ...(focus.products ?? [])]);
  return { titles: onSale.flatMap(names), focus: onSale.filter(({ id }) => shown.has(id)).flatMap(names) };
}

/** 牛肉干碎2斤: a word stands right behind a name that is known, and may belong to it. */
function mayGoOn(text: string): boolean {
  const { tokens, text: lexed } = lex(text);
  return readBuyer(text).lines.some(({ product, quantity }) => {
    const from = product === '' || quantity === null ? -1 : lexed.plain.indexOf(product.toLowerCase());
    const next = tokens.find(({ start }) => start === from + product.length);
    return from >= 0 && next?.is === 'word';
  });
}

const names = ({ title, titleEn }: Titled): string[] => (titleEn ? [title, titleEn] : [title]);
