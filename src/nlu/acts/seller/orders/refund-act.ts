import { lex } from '../../../lexer/lexer.ts';
import { isQuantity, type Token } from '../../../lexer/tokens.ts';
import { splitClauses } from '../../clauses.ts';
import { isLonger, phrasePattern, phrasePatterns, plainWords } from '../../phrases.ts';
import { sellerLexicon } from '../seller-lexicon.ts';
import { findOrderNumbers } from './order-act.ts';

/** How much of an order's money goes back; `open` where nobody said how much. */
export type RefundShare =
  | { readonly is: 'amount'; readonly fen: number }
  | { readonly is: 'half' | 'all' | 'fee' | 'open' };

/** Money that a seller gives back by words. */
export type RefundAct =
  | { readonly is: 'give'; readonly numbers: readonly string[]; readonly share: RefundShare }
  /** 钱已经退给她了: it was sent. */
  | { readonly is: 'sent' };

const { back, all, half, fee, past, wished, person } = phrasePatterns(sellerLexicon.refunds);
const aside = phrasePattern(sellerLexicon.refunds.aside, 'g');

/** 退他10块, `refund her 20`, A-0317退一半; nothing where it is asked, wished, denied or about goods that came back. */
export function readRefund(message: string): RefundAct | undefined {
  if (isLonger(message, 80) || /[?？]/u.test(message)) return undefined;
  const clause = splitClauses(message).find((one) => back.test(clean(one)));
  const said = clean(clause ?? message);
  if (past.test(said) && PAID_BACK.test(said)) return { is: 'sent' };
  if (clause === undefined || wished.test(said)) return undefined;
  const numbers = findOrderNumbers(message);
  // 核桃20一斤，不满意退钱: what goods cost is no sum to give back.
  if (statesPrice(clause)) return undefined;
  const share = readShare(clause, said) ?? (isAboutMoney(said) ? readShare(message, '') : undefined);
  if (share) return { is: 'give', numbers, share };
  const isMeant = numbers.length > 0 || isAboutMoney(said);
  return isMeant ? { is: 'give', numbers, share: { is: 'open' } } : undefined;
}

const clean = (text: string): string => plainWords(text).replace(aside, ' ');

const PAID_BACK = /退|赔|还给|转给|打给|refund|back|sent/u;
const MONEY_WORDS = /钱|款|money|refund/u;
const isAboutMoney = (said: string): boolean => person.test(said) && MONEY_WORDS.test(said);

const statesPrice = (clause: string): boolean => {
  const { tokens } = lex(clause);
  return tokens.some((token, i) => {
    const next = tokens[i + 1];
    const isSum = token.is === 'money' || token.is === 'number';
    return isSum && (next?.is === 'unit' || (next?.is === 'amount' && next.amount.isOne));
  });
};

/** What is said of how much: one sum, a part, or the fee alone; nothing where two sums are said. */
function readShare(clause: string, said: string): RefundShare | undefined {
  const { tokens } = lex(clause);
  const sums = [
    ...new Set(tokens.flatMap((token, i) => (isCounted(token, tokens[i + 1]) ? [] : fenFrom(token)))),
  ];
  const [fen, ...others] = sums;
  if (others.length > 0) return undefined;
  if (fen !== undefined) return fen > 0 ? { is: 'amount', fen } : undefined;
  if (half.test(said)) return { is: 'half' };
  if (fee.test(said)) return { is: 'fee' };
  return all.test(said) ? { is: 'all' } : undefined;
}

/** 退了俩西瓜: a number of goods. */
const isCounted = (token: Token, next: Token | undefined): boolean =>
  token.is === 'number' && next?.is === 'word' && !AFTER_SUM.test(next.text);

const AFTER_SUM = /^(?:吧|给|了|呢|啊|哈|就|算|on|for|of|back|to|please|from|off|and|because)$/u;

function fenFrom(token: Token): number[] {
  if (!isQuantity(token)) return [];
  if (token.is === 'money') return token.fen === undefined ? [] : [token.fen];
  return token.is === 'number' && token.value !== undefined ? [Math.round(token.value / 10)] : [];
}
