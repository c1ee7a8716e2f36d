import { readAct } from '../acts/act.ts';
import { phrasePattern, plainWords } from '../acts/phrases.ts';
import { asksSomething } from '../acts/question-topic.ts';
import { lex } from '../lexer/lexer.ts';
import type { Amount } from '../lexer/tokens.ts';
import type { BuyerReading } from '../reading.ts';
import { soughtWords } from './sought-words.ts';

const SAME = phrasePattern(soughtWords.same);

/**
 * 按上回的原样再办: what was bought before is wanted, and neither goods nor amounts are said; 再来一份跟昨天一样的 counts the order,
 * and no goods.
 */
export function withSameAgain(message: string, reading: BuyerReading): BuyerReading {
  const isOpen = reading.kind === 'order' || reading.kind === 'other';
  if (!isOpen || reading.recipient !== null || !reading.lines.every(countsNothing)) return reading;
  const isSaid = reading.lines.length === 0 && readAct(message)?.is === 'same';
  const isSame = isSaid || (saysSame(message) && !countsGoods(message));
  if (!isSame || reading.lines.length > 1 || asksSomething(message)) return reading;
  return {
    kind: 'order',
    lines: [{ product: '', quantity: null, measure: null }],
    recipient: null,
    ambiguous: ['product', 'quantity'],
  };
}

/** 跟上次的不一样 is another one, and a complaint. */
function saysSame(message: string): boolean {
  const said = plainWords(message);
  const found = SAME.exec(said);
  return found !== null && !DIFFERS.test(said.slice(0, found.index + found[0].length));
}

const DIFFERS = /[不没唔未冇][^\s]{0,2}(?:一样|一个样|一致|相同)$|\bnot (?:\w+ )?(?:the )?same\b/u;

const countsNothing = ({ product, quantity, measure }: BuyerReading['lines'][number]): boolean =>
  product === '' && measure !== 'MASS' && (quantity === null || quantity === 1);

/** 8斤, 两箱; 一份 and 一单 count no goods. */
const countsGoods = (message: string): boolean =>
  lex(message).tokens.some((token) => token.is === 'amount' && !isOneOrder(token.amount));

const isOneOrder = ({ base, unit }: Amount): boolean =>
  base === 1 && (unit.isPortion || !unit.isContainer || unit.word === '单');
