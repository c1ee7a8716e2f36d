import { inStandardWords } from '../../dialects.ts';
import { phrasePattern, phrasePatterns, plainWords } from '../../phrases.ts';
import { namesAmount } from '../../question-topic.ts';
import { type OrderFact, orderFactNames, placedLists } from './lists.ts';

const asked = phrasePatterns(placedLists.asked);
const GENERAL = phrasePattern(placedLists.general);
const PLACED = phrasePattern(placedLists.placed);
const STILL = phrasePattern(placedLists.still);

/** Longer messages say more than that. */
const LONGEST = { han: 28, latin: 80 } as const;

/** 是哪家的快递, how much was it?: what is asked of one order; nothing where it is asked in general, or an amount is named. */
export function readOrderFact(message: string): OrderFact | undefined {
  if (isLong(message) || namesAmount(message)) return undefined;
  return [plainWords(message), inStandardWords(message)]
    .filter((said) => !GENERAL.test(said))
    .flatMap((said) => orderFactNames.find((name) => asked[name].test(said)) ?? [])
    .at(0);
}

const isLong = (message: string): boolean =>
  message.trim().length > (/\p{Script=Han}/u.test(message) ? LONGEST.han : LONGEST.latin);

/** 我买的那个: of what was bought, and of nothing that is only looked at. */
export const saysBought = (message: string): boolean => PLACED.test(plainWords(message));

/** 红枣那单还在吧: whether the order still stands. */
export const asksWhetherStands = (message: string): boolean =>
  !isLong(message) && STILL.test(plainWords(message));
