import { readDataFile } from '../../../shop/values/data-file.ts';
import { phrases } from '../lexicon.ts';
import { phrasePattern, plainWords } from '../phrases.ts';
import { namesAmount } from '../question-topic.ts';

const list = readDataFile('lexicon/taken-back.yaml', {
  ...{ noReminder: phrases, otherReminder: phrases, forgetAddress: phrases, notForgotten: phrases },
  ...{ slip: phrases, notSlip: phrases },
});

/** Longer messages say more than that. */
const LONGEST = 90;

/** Words of the first list, and beside them none of the second. */
const says = (wanted: readonly string[], not: readonly string[]): ((message: string) => boolean) => {
  const [is, isNot] = [phrasePattern(wanted), phrasePattern(not)];
  return (message) => {
    const said = plainWords(message);
    const rest = said.replace(is, ' ');
    return said.length <= LONGEST && is.test(said) && !isNot.test(rest);
  };
};

/** 明晚我有事，不用喊我了. */
export const takesReminderBack = says(list.noReminder, list.otherReminder);

const NOT_FORGOTTEN = phrasePattern(list.notForgotten);
const forgets = says(list.forgetAddress, list.notForgotten);

/** 我搬家了，把以前存的那个地址删了, and no question how. */
export const forgetsAddress = (message: string): boolean =>
  forgets(message) && !NOT_FORGOTTEN.test(plainWords(message)) && !/[?？]\s*$/u.test(message);

const isSlip = says(list.slip, list.notSlip);

/** 哦记错了，不是在你家买的: nothing is wanted any more. */
export const takesQuestionBack = (message: string): boolean =>
  isSlip(message) && !ASKS.test(message) && !namesAmount(message);

const ASKS = /是不是|[?？]\s*$/u;
