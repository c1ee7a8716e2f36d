import { lex } from '../../lexer/lexer.ts';
import { type Amount, isQuantity, type Token } from '../../lexer/tokens.ts';
import { tableWords } from '../offers/table-lexicon.ts';
import { phrasePattern, plainWords } from '../phrases.ts';
import { draftLexicon } from './lexicon.ts';

// 一斤的价，有18斤: what a price is for, answered by its unit, and what is said beside it.

/** The unit that a price is for. */
export interface PerUnit {
  readonly amount: Amount & { readonly base: number };
  /** Behind a sum it makes a price: 一斤, `per jar`; nothing for 半斤. */
  readonly words: string | undefined;
  /** What else the message says. */
  readonly rest: string;
}

const around = phrasePattern(draftLexicon.perUnit, 'g');
const holds = phrasePattern(draftLexicon.holds);
const everyHold = phrasePattern(draftLexicon.holds, 'gi');
const fill = phrasePattern(tableWords.spokenFill, 'g');
const PIECES = /[,，;；。、!！\n]+|(?<=\p{Script=Han}{2})\s+(?=\p{Script=Han}{2})/u;

/** The unit that answers what a price is for; nothing where the message says no unit, two of them, or a figure that is none. */
export function readPerUnit(message: string): PerUnit | undefined {
  const parts = partsOf(message);
  const found = parts.map(unitIn);
  if (areSeveral(found)) return undefined;
  const one = found.findIndex((token) => token?.amount.isOne);
  const at = one >= 0 ? one : found.findIndex((token) => token !== undefined);
  const token = found[at];
  const rest = joined(parts.filter(({ text }, i) => i !== at && text !== ''));
  // 18斤，放了两天: an amount beside other things is how much there is.
  if (!token || (!token.amount.isOne && rest !== '')) return undefined;
  const { base } = token.amount;
  return base === undefined
    ? undefined
    : { amount: { ...token.amount, base }, words: behindSum(token), rest };
}

/** 一斤吧，不对，一公斤 and 一斤吗: a unit is said, and which it is nobody knows. */
export const isUnsureUnit = (message: string): boolean =>
  areSeveral(partsOf(message).map(unitIn)) ||
  (ASKED.test(message) && readPerUnit(message.replace(ASKED, '')) !== undefined);

const ASKED = /[?？吗么\s]+$/u;

/** Of what is said beside the unit: how much there is, where it says that and no more; and all the rest. */
export function readUnitRest(rest: string): { readonly stock: string | undefined; readonly left: string[] } {
  const parts = rest
    .split(PIECES)
    .map((part) => part.trim())
    .filter(saysAnything);
  const stocks = parts.filter(isStockAlone);
  const [stock] = stocks.length === 1 ? stocks : [];
  return { stock, left: parts.filter((part) => part !== stock) };
}

interface Part {
  readonly text: string;
  /** How much there is stands right behind it: 只 of 只有一斤 is no unit. */
  readonly isCut: boolean;
}

const partsOf = (message: string): Part[] =>
  message.split(PIECES).flatMap((piece) => {
    const cut = piece.replace(everyHold, (words) => `，${words}`).split('，');
    return cut.map((part, i) => ({ text: part.trim(), isCut: i < cut.length - 1 }));
  });

/** 隔壁有18斤 stays in one piece. */
const joined = (parts: readonly Part[]): string =>
  parts.reduce((rest, { text, isCut }, i) => {
    const joint = /\p{Script=Han}/u.test(text) ? '' : ' ';
    return `${rest}${text}${i === parts.length - 1 ? '' : isCut ? joint : '，'}`;
  }, '');

const areSeveral = (found: readonly (UnitToken | undefined)[]): boolean =>
  new Set(
    found.flatMap((token) =>
      token?.amount.isOne ? [`${token.amount.unit.measure} ${token.amount.base}`] : [],
    ),
  ).size > 1;

const saysAnything = (part: string): boolean =>
  plainWords(part).replace(around, ' ').replace(fill, ' ').trim() !== '';

/** 有18斤, 20公斤, I have 18 kg; never 隔壁有18斤 or 昨天有18斤. */
function isStockAlone(part: string): boolean {
  const { text, tokens } = lex(part);
  const [amount, ...others] = tokens.filter(isQuantity);
  if (amount?.is !== 'amount' || others.length > 0) return false;
  const words = plainWords(`${text.plain.slice(0, amount.start)} ${text.plain.slice(amount.end)}`);
  return words.replace(everyHold, ' ').replace(fill, ' ').trim() === '';
}

/** Whether it says how much there is. */
export const saysHolds = (message: string): boolean => holds.test(plainWords(message));

type UnitToken = Extract<Token, { is: 'amount' | 'unit' }>;

/** 论斤, 一瓶的, by the kilo: a unit, and nothing that is not said around one. */
function unitIn({ text, isCut }: Part): UnitToken | undefined {
  const whole = tokenIn(text);
  if (whole || holds.test(plainWords(text))) return whole;
  const left = plainWords(text).replace(around, ' ').replace(/\s+/gu, ' ').trim();
  const bare = isCut ? undefined : tokenIn(/\p{Script=Han}/u.test(left) ? `一${left}` : `per ${left}`);
  return tokenIn(left) ?? bare;
}

function tokenIn(words: string): UnitToken | undefined {
  const [token, ...others] = lex(words).tokens.filter(({ is }) => is !== 'sign');
  const isUnit = token?.is === 'amount' || token?.is === 'unit';
  return isUnit && others.length === 0 && token.amount.base !== undefined ? token : undefined;
}

const behindSum = ({ is, text, amount }: UnitToken): string | undefined => {
  if (!amount.isOne) return undefined;
  const { word } = amount.unit;
  if (/\p{Script=Han}/u.test(word)) return `一${word}`;
  return is === 'unit' ? text : `/${word}`;
};
