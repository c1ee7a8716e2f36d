import { lex } from '../../lexer/lexer.ts';
import { isQuantity, type Lexed } from '../../lexer/tokens.ts';
import type { Known } from '../../model/goods.ts';
import type { BuyerLine, BuyerReading } from '../../reading.ts';
import { orderWords } from './order-words.ts';

/**
 * 牛肉干两斤，五香的 wants 五香牛肉干: which kind it is belongs to the name. With a catalogue at hand only where it knows goods
 * of that name.
 */
export function withKindsBehind(message: string, reading: BuyerReading, known?: Known): BuyerReading {
  if (reading.kind !== 'order' || !HAN.test(message)) return reading;
  const lexed = lex(message);
  const lines = reading.lines.map((line, i) => {
    const next = reading.lines[i + 1]?.product ?? '';
    const kind = line.product === '' ? undefined : kindBehind(lexed, line, next);
    const name = `${kind ?? ''}${line.product}`;
    const isMeant = kind && !line.product.includes(kind) && (!known || known.at(name, 0)?.word === name);
    return isMeant ? { ...line, product: name } : line;
  });
  return { ...reading, lines };
}

const HAN = /\p{Script=Han}/u;

/** The kind behind goods, if nothing but their amount and a few small words stand between. */
function kindBehind({ text, tokens }: Lexed, { product }: BuyerLine, next: string): string | undefined {
  const end = text.said.indexOf(product) + product.length;
  const stop = next === '' ? -1 : text.said.indexOf(next, end);
  for (let i = tokens.findIndex(({ start }) => start >= end); i >= 0 && i < tokens.length; i += 1) {
    const token = tokens[i];
    if (!token || (stop >= 0 && token.start >= stop)) return undefined;
    const kind = orderWords.kinds.at(text.plain, token.start)?.word;
    if (kind) return orderWords.ends.at(text.plain, token.start + kind.length) ? kind : undefined;
    const word = isQuantity(token) ? undefined : orderWords.beside.at(text.plain, token.start)?.word;
    if (!isQuantity(token) && !word) return undefined;
    while (word && (tokens[i]?.end ?? 0) < token.start + word.length) i += 1;
  }
  return undefined;
}
