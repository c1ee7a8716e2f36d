import { readDataFile } from '../../../shop/values/data-file.ts';
import { phrases } from '../lexicon.ts';
import { readAmountChange } from '../orders/changes/order-change.ts';
import { phrasePattern, plainWords } from '../phrases.ts';
import { namesAmount } from '../question-topic.ts';

const list = readDataFile('lexicon/cheaper.yaml', {
  ...{ asked: phrases, around: phrases, filler: phrases, fees: phrases, notOrdered: phrases },
});
const ASKED = phrasePattern(list.asked, 'g');
const IS_ASKED = phrasePattern([...list.asked, ...list.around]);
const FILLER = phrasePattern(list.filler, 'g');
const FEES = phrasePattern(list.fees);
const NOT_ORDERED = phrasePattern([...list.fees, ...list.notOrdered]);

const LONGEST = 60;

/** 巴旦木哪种便宜些: the words of the goods, empty where none are named; nothing where it is not asked which of them costs less. */
export function readCheaperAsked(message: string): string | undefined {
  const said = plainWords(message);
  if (said.length > LONGEST || !IS_ASKED.test(said) || FEES.test(said) || namesAmount(message))
    return undefined;
  return said.replace(ASKED, ' ').replace(FILLER, ' ').replace(/\s+/g, ' ').trim();
}

/** 便宜的那种来两斤: one of several by its price alone, with an amount. */
export function ordersByPrice(message: string): boolean {
  if (NOT_ORDERED.test(plainWords(message)) || /[?？]/.test(message)) return false;
  const { nth } = readAmountChange(message);
  return (nth === 'cheapest' || nth === 'dearest') && namesAmount(message);
}
