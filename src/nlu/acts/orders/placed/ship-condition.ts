import { readDataFile } from '../../../../shop/values/data-file.ts';
import { splitClauses } from '../../clauses.ts';
import { phrases } from '../../lexicon.ts';
import { phrasePattern, plainWords } from '../../phrases.ts';
import { namesAmount } from '../../question-topic.ts';

const list = readDataFile('lexicon/ship-condition.yaml', {
  ...{ condition: phrases, ship: phrases, when: phrases, told: phrases },
});
const [CONDITION, SHIP, WHEN, TOLD] = [list.condition, list.ship, list.when, list.told].map((one) =>
  phrasePattern(one),
);

/** 要是明天就能发货我就要5斤: an amount is wanted only if it is sent, or comes, in time. */
export const hangsOnShipTime = (message: string): boolean =>
  namesAmount(message) && !TOLD?.test(plainWords(message)) && splitClauses(message).some(saysInTime);

const saysInTime = (clause: string): boolean => {
  const said = plainWords(clause);
  return [CONDITION, SHIP, WHEN].every((one) => one?.test(said));
};
