import { inStandardWords } from '../../dialects.ts';
import { phrasePattern, phrasePatterns, plainWords } from '../../phrases.ts';
import { namesAmount } from '../../question-topic.ts';
import { type OrderFact, orderFactNames, placedLists } from './lists.ts';

const asked = phrasePatterns(placedLists.asked);
const GENERAL = phrasePattern(placedLists.general);
const OTHER = phrasePattern(placedLists.otherMatter);
const ASKS = phrasePattern(placedLists.asks);
const ALL_OF_IT = phrasePattern(placedLists.allOfIt);
const PAID_OF_IT = phrasePattern(placedLists.paidOfIt);
const PLACED = phrasePattern(placedLists.placed);
const STILL = phrasePattern(placedLists.still);

/** Longer messages say more than that. */
const LONGEST = { han: 28, latin: 80 } as const;

/** 是哪家的快递, how much was it?: what is asked of one order; nothing where it is asked in general, or more is said. */
export function readOrderFact(message: string): OrderFact | undefined {
  if (isLong(message) || namesAmount(message)) return undefined;
  if (A_NUMBER.test(message) || !isAskedOf(plainWords(message), message)) return undefined;
  return [plainWords(message), inStandardWords(message)]
    .filter((said) => !GENERAL.test(said) && !OTHER.test(said.replace(PLACED, ' ')))
    .flatMap((said) => orderFactNames.find((name) => asked[name].test(said)) ?? [])
    .at(0);
}

/** 我的单号是SF1234567890. */
const A_NUMBER = /\d{5}/;

const isAskedOf = (said: string, message: string): boolean => /[?？]/.test(message) || ASKS.test(said);

/** 一共花了多少: of all that was ordered. */
export const asksOfAll = (message: string): boolean => ALL_OF_IT.test(plainWords(message));

/** 我付了多少: not what it comes to, but what was paid. */
export const asksWhatWasPaid = (message: string): boolean => PAID_OF_IT.test(plainWords(message));

const isLong = (message: string): boolean =>
  message.trim().length > (/\p{Script=Han}/u.test(message) ? LONGEST.han : LONGEST.latin);

/** 我买的那个: of what was bought, and of nothing that is only looked at. */
export const saysBought = (message: string): boolean => PLACED.test(plainWords(message));

/** 红枣那单还在吧: whether the order still stands. */
export const asksWhetherStands = (message: string): boolean =>
  !isLong(message) && STILL.test(plainWords(message));
