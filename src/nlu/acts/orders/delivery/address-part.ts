import { lex } from '../../../lexer/lexer.ts';
import { lexicon } from '../../lexicon.ts';
import { phrasePattern, plainWords } from '../../phrases.ts';
import { isAsking, namesAmount } from '../../question-topic.ts';

const denied = phrasePattern([...lexicon.part.mistaken, ...lexicon.part.addressPart]);

const elsewhere = phrasePattern(lexicon.part.notOfAddress);

/**
 * 98号才对, not flat 3: something that stands there is not right. Of what it is said, the address itself must tell; nothing that
 * is asked, and nothing of an amount, a price, a phone, a name, a day or a number of an order.
 */
export const deniesAddressPart = (message: string): boolean => {
  const words = plainWords(message);
  const isOther = elsewhere.test(words) || isAsking(message) || namesAmount(message) || namesMoney(message);
  return !isOther && denied.test(words);
};

const namesMoney = (text: string): boolean => lex(text).tokens.some(({ is }) => is === 'money');
