import { lex } from '../../../lexer/lexer.ts';
import { readSeller } from '../../../read.ts';
import { phrasePattern, phrasePatterns, plainWords } from '../../phrases.ts';
import { findOrderNumbers } from '../orders/order-act.ts';
import { settingWords } from './setting-lexicon.ts';

const said = phrasePatterns(settingWords.cannot);
const minimum = phrasePattern(settingWords.terms.minimum);

/** Longer than that is a story. */
const MAX_LENGTH = 60;

/** What a seller would like to set and no shop here can: nothing where the message asks for something else. */
export function readCannotSet(message: string): 'together' | 'weight-minimum' | 'cod-off' | undefined {
  const words = plainWords(message);
  if (
    message.length > MAX_LENGTH ||
    /[?？]|[吗么]\s*$/u.test(message) ||
    findOrderNumbers(message).length > 0
  )
    return undefined;
  if (said.onDelivery.test(words)) return said.stopped.test(words) ? 'cod-off' : undefined;
  if (said.together.test(words) && said.orders.test(words)) return 'together';
  return minimum.test(words) && namesWeight(message) ? 'weight-minimum' : undefined;
}

/** Of no goods that are named: those are sold in bags. */
const namesWeight = (message: string): boolean =>
  lex(message).tokens.some((token) => token.is === 'amount' && token.amount.base !== undefined) &&
  readSeller(message).price === null;
