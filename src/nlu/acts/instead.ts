import { lex } from '../lexer/lexer.ts';
import { isQuantity } from '../lexer/tokens.ts';

const NOT = /^(?:[哎唉哦噢啊呀]|no|oh|sorry)?[\s,.]*(?:不是|唔系|not)\s*$/u;
const BETWEEN = /^[\s,;是]*$/u;

/** 不是4块，4块5，粽叶贵了: the second of two figures, where the first is only denied; why does not matter. */
export function readInstead(message: string): string | undefined {
  const { text, tokens } = lex(message);
  const [denied, figure, ...others] = tokens.filter(isQuantity);
  if (!denied || !figure || others.length > 0 || denied.is !== figure.is) return undefined;
  const isNext = BETWEEN.test(text.plain.slice(denied.end, figure.start));
  const isDenied = NOT.test(text.plain.slice(0, denied.start));
  return isDenied && isNext ? message.slice(figure.start, figure.end) : undefined;
}
