import type { BuyerCandidate } from '../../candidates/propose-buyer.ts';
import { findCueClasses } from '../../clauses/cues.ts';
import type { Lexed, Token } from '../../lexer/tokens.ts';
import { orderWords } from './order-words.ts';

const ORDERING = new Set(['QL', 'QR', 'EL', 'ER']);

/** What was taken of a message that mends itself may be what it gives up; whichever it is, it is asked. */
export function takesGivenUp(lexed: Lexed, { tags, lines }: BuyerCandidate): boolean {
  const mend = findMend(lexed);
  if (mend < 0) return false;
  const names = lines.flatMap(({ product, quantity }) => (quantity === null ? [] : [product]));
  return isTwice(names) || repeatsAmount(lexed.tokens, tags, mend);
}

const findMend = (lexed: Lexed): number =>
  lexed.tokens.findLastIndex(
    ({ start }, i) =>
      findCueClasses(lexed)[i] === 'wrong' || orderWords.giveUp.at(lexed.text.plain, start) !== undefined,
  );

/** 白吉馍十个，算咧馍二十个: one name is the end of another. */
const isTwice = (names: readonly string[]): boolean =>
  names.some((one, i) => names.some((other, j) => i !== j && one.endsWith(other)));

/** 两袋，算了两袋吃不完，一袋就行: the amount that is given up is said again, and another one behind it was left. */
function repeatsAmount(tokens: readonly Token[], tags: readonly string[], mend: number): boolean {
  const baseOf = (token: Token | undefined): number | undefined =>
    token?.is === 'amount' ? token.amount.base : undefined;
  const said = new Set(tokens.slice(0, mend).map(baseOf));
  const again = tokens.findIndex(
    (token, i) => i > mend && baseOf(token) !== undefined && said.has(baseOf(token)),
  );
  if (again < 0) return false;
  const isTaken = tokens.some(
    (token, i) => ORDERING.has(tags[i] ?? '') && baseOf(token) === baseOf(tokens[again]),
  );
  return isTaken && tokens.some((other, i) => i > again && tags[i] === 'X' && other.is === 'amount');
}

/** 花椒3两3: a figure is glued to the amount, and was left. */
export const leavesFigure = ({ tokens }: Lexed, { tags }: BuyerCandidate): boolean =>
  tokens.some((token, i) => {
    const next = tokens[i + 1];
    const isWeight = token.is === 'amount' && token.amount.unit.measure === 'MASS';
    const isGlued = next?.is === 'number' && next.start === token.end && tags[i + 1] === 'X';
    return isWeight && isGlued && ORDERING.has(tags[i] ?? '');
  });
