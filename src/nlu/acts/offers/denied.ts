import { lex } from '../../lexer/lexer.ts';
import { isQuantity, type Quantity } from '../../lexer/tokens.ts';
import { draftLexicon } from '../drafts/lexicon.ts';
import { phrasePattern } from '../phrases.ts';

// 是160一斤，不是一公斤: figures that are said not to be meant.

const denial = new RegExp(`${phrasePattern(draftLexicon.denies).source}[\\s的]*$`, 'u');
const slip = new RegExp(`^[\\s,;]*${phrasePattern(draftLexicon.slips).source}[\\s,;]*`, 'u');

/** The message without the one figure that is denied (不是一公斤, 35写错了); whole where none is, or several are. */
export function withoutDenied(message: string): { readonly right: string; readonly not?: Quantity } {
  const { text, tokens } = lex(message);
  const quantities = tokens.filter(isQuantity);
  const denied = quantities.filter(
    ({ start, end }) => denial.test(text.plain.slice(0, start)) || slip.test(text.plain.slice(end)),
  );
  const [not, ...others] = denied;
  if (!not || others.length > 0) return { right: message };
  const words = denial.exec(text.plain.slice(0, not.start))?.[0] ?? '';
  const end = unitBehind(quantities, not)?.end ?? not.end;
  const behind = slip.exec(text.plain.slice(end))?.[0] ?? '';
  const before = text.said.slice(0, not.start - words.length);
  const rest = text.said.slice(end + behind.length).replace(/^[了啦喇咯啊呀]+/u, '');
  return { right: `${before} ${rest}`.replace(/[\s,，]+$/u, '').trim(), not };
}

/** 不是15一斤: what the price would have been for goes with it. */
const unitBehind = (quantities: readonly Quantity[], not: Quantity): Quantity | undefined =>
  not.is === 'amount'
    ? undefined
    : quantities.find((one) => one.start === not.end && one.is === 'amount' && one.amount.isOne);

/** 柿饼卖二十，不卖二十二了: the message with what is meant alone, where a figure of the same kind is left. */
export function withMeantFigure(message: string): string {
  if (!mayDeny.test(message)) return message;
  const { right, not } = withoutDenied(message);
  const left = lex(right).tokens.filter(isQuantity);
  return not && left.some((one) => one.is === not.is || (isSum(one) && isSum(not))) ? right : message;
}

/** The one figure that a message says is not meant, where another of its kind is left. */
export const deniedFigure = (message: string): Quantity | undefined =>
  withMeantFigure(message) === message ? undefined : withoutDenied(message).not;

const mayDeny = phrasePattern(draftLexicon.denies);
const isSum = ({ is }: Quantity): boolean => is === 'money' || is === 'number';
