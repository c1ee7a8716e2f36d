import type { BuyerReading } from '../reading.ts';
import { normalizeText } from '../text/text.ts';

/**
 * 棗花嗰隻, of 枣花蜜 on sale: a name that is no title goes on as long as what stands there is part of one. In 做辣椒酱，辣椒10斤
 * nobody knows which of the two has the amount.
 */
export const withLongerNames = (
  message: string,
  reading: BuyerReading,
  titles: readonly string[],
): BuyerReading => ({
  ...reading,
  lines: reading.lines.map((line) => ({ ...line, product: longerName(message, line.product, titles) })),
});

function longerName(message: string, product: string, titles: readonly string[]): string {
  const at = product === '' || titles.includes(product) ? -1 : message.indexOf(product);
  if (at < 0 || message.indexOf(product, at + 1) >= 0) return product;
  let end = at + product.length;
  while (HAN.test(message.charAt(end)) && isPart(message.slice(at, end + 1), titles)) end += 1;
  return message.slice(at, end);
}

const HAN = /\p{Script=Han}/u;

function isPart(said: string, titles: readonly string[]): boolean {
  const { plain } = normalizeText(said);
  return titles.some((title) => title.includes(plain));
}
