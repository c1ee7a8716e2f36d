import { readDataFile } from '../../../../shop/values/data-file.ts';
import { readBuyer } from '../../../read.ts';
import { splitClauses } from '../../clauses.ts';
import { phrases } from '../../lexicon.ts';
import { phrasePattern, plainWords } from '../../phrases.ts';
import { namesAmount } from '../../question-topic.ts';

const list = readDataFile('lexicon/ship-condition.yaml', {
  ...{ condition: phrases, ship: phrases, when: phrases, told: phrases },
  ...{ behind: phrases, behindAll: phrases, wants: phrases, otherwise: phrases, call: phrases },
});
const [CONDITION, SHIP, WHEN, TOLD] = [list.condition, list.ship, list.when, list.told].map((one) =>
  phrasePattern(one),
);

const BEHIND = phrasePattern(list.behind);
const BEHIND_ALL = new RegExp(`${phrasePattern(list.behindAll).source}[吧哈啊]?$`, 'u');
const WANTS = phrasePattern(list.wants);
const OTHERWISE = phrasePattern(list.otherwise);
const CALL = phrasePattern(list.call);

/** 要是明天就能发货我就要5斤: an amount is wanted only if it is sent, or comes, in time. */
export function hangsOnShipTime(message: string): boolean {
  if (!namesAmount(message) || TOLD?.test(plainWords(message))) return false;
  const clauses = splitClauses(message);
  const condition = clauses.findIndex(saysInTime);
  if (condition < 0) return false;
  if (isBehindOrder(clauses, condition)) return true;
  const then = clauses.slice(condition);
  return then.some(wantsSoMuch) || OTHERWISE.test(plainWords(then.join('，')));
}

/** 1 kg of millet if you can ship today; 来2斤小米，今天能发的话. */
function isBehindOrder(clauses: readonly string[], at: number): boolean {
  const clause = clauses[at] ?? '';
  const start = BEHIND_ALL.test(plainWords(clause)) ? 0 : clause.toLowerCase().search(BEHIND);
  const before = [...clauses.slice(0, at), clause.slice(0, Math.max(start, 0))].join('，');
  return (
    start >= 0 &&
    namesAmount(before) &&
    !namesAmount(clause.slice(start)) &&
    readBuyer(before).kind === 'order'
  );
}

const wantsSoMuch = (clause: string): boolean => namesAmount(clause) && WANTS.test(plainWords(clause));

const saysInTime = (clause: string): boolean => {
  const said = plainWords(clause);
  return !CALL.test(said) && [CONDITION, SHIP, WHEN].every((one) => one?.test(said));
};
