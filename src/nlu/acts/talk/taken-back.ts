import { z } from 'zod';
import { readDataFile } from '../../../shop/values/data-file.ts';
import { splitClauses } from '../clauses.ts';
import { phrases } from '../lexicon.ts';
import { phrasePattern, plainWords } from '../phrases.ts';
import { namesAmount } from '../question-topic.ts';

const list = readDataFile('lexicon/taken-back.yaml', {
  reminder: z.strictObject({
    ...{ lead: phrases, plain: phrases, bare: phrases, end: phrases, beside: phrases, stream: phrases },
    ...{ over: phrases, forbidden: phrases, wait: phrases },
  }),
  forget: z.strictObject({
    ...{ lead: phrases, take: phrases, which: phrases, noun: phrases, place: phrases, between: phrases },
    ...{ verb: phrases, end: phrases, beside: phrases, not: phrases },
    ...{ you: phrases, done: phrases, request: phrases, slipped: phrases },
  }),
  ...{ slip: phrases, notSlip: phrases, besideSlip: phrases },
});

/** Longer messages say more than that. */
const LONGEST = 90;

const one = (words: readonly string[]): string => phrasePattern(words).source;
/** At most a few of them: more would take long to tell apart. */
const some = (words: readonly string[]): string => `(?:${one(words)}\\s*){0,6}`;
const whole = (...parts: readonly string[]): RegExp => new RegExp(`^${parts.join('\\s*')}$`, 'u');

/** A sentence of which one clause is of the form, and the others only say why. */
function hasOnly(message: string, isForm: (clause: string) => boolean, beside: RegExp): boolean {
  if (message.length > LONGEST || /[?？]\s*$/u.test(message) || namesAmount(message)) return false;
  const clauses = splitClauses(message)
    .flatMap((clause) => plainWords(clause).split(AND))
    .filter(Boolean);
  const [form, ...more] = clauses.filter(isForm);
  const others = clauses.filter((clause) => !isForm(clause));
  return form !== undefined && more.length === 0 && others.every((clause) => beside.test(clause));
}

const AND = /\s+(?:and|so|because|since|as) /u;

const { reminder } = list;
/** Goods can be reminded of, too. */
const OF_ANYTHING: ReadonlySet<string> = new Set(['提醒', 'remind', 'reminder', 'reminding']);
const NO_REMINDER = whole(
  some(reminder.lead),
  `(?:${one(reminder.plain)}|${one(reminder.bare)})`,
  some(reminder.end),
);
const NO_WAIT = whole(some(reminder.lead), `(?:${one(reminder.wait)})`, some(reminder.end));
const BESIDE_REMINDER = phrasePattern(reminder.beside);
const OF_STREAM = phrasePattern(reminder.stream);
const ONLY_OF_STREAM = phrasePattern(list.reminder.stream.filter((words) => !OF_ANYTHING.has(words)));
const OVER = phrasePattern(reminder.over);
const FORBIDDEN = phrasePattern(reminder.forbidden);

/** 明晚我有事，不用喊我了. */
export const takesReminderBack = (message: string): boolean =>
  hasOnly(message, (clause) => NO_REMINDER.test(clause), BESIDE_REMINDER);

/** 不等了, cancel that alert: what was waited for is not waited for any more. */
export const takesWaitBack = (message: string): boolean =>
  hasOnly(message, (clause) => NO_WAIT.test(clause), BESIDE_REMINDER);

/** 直播不用喊我: of a stream, and of nothing that is waited for. */
export const namesStream = (message: string): boolean => ONLY_OF_STREAM.test(plainWords(message));

/** 不用喊我 and 别叫了 may be said of anything; 不用喊我了 and 直播不用喊我 are of what was agreed. */
export function namesReminder(message: string): boolean {
  const said = plainWords(message);
  return OF_STREAM.test(said) || (OVER.test(said) && !FORBIDDEN.test(said));
}

const { forget } = list;
const PLACE = `((?:\\p{Script=Han}{2,8}?(?=的|那个|这个|那条|嗰个))?)`;
const ENGLISH_PLACE = `(?:(?:${one(forget.place)}) [a-z]+)?`;
const [lead, which, noun, end] = [
  some(forget.lead),
  `${some(forget.which)}${PLACE}${some(forget.which)}`,
  `(?:${one(forget.noun)})`,
  some(forget.end),
];
const VERB = `(?:${one(forget.verb)})`;
const FORGETS = [
  whole(lead, VERB, which, noun, ENGLISH_PLACE, end),
  whole(lead, `(?:${one(forget.take)})?`, which, noun, some(forget.between), VERB, end),
];
const NOT_FORGOTTEN = phrasePattern(forget.not);
const YOU = phrasePattern(forget.you);
const DONE = new RegExp(`${VERB}.*?${one(forget.done)}|${one(forget.verb)}(?<=${one(forget.done)})`, 'u');
const REQUEST = phrasePattern(forget.request);
const SLIPPED = phrasePattern(forget.slipped);
const BESIDE_ADDRESS = phrasePattern(forget.beside);

/** 我搬家了，把以前存的那个地址删了, and no question how. */
export const forgetsAddress = (message: string): boolean => hasOnly(message, isForgetting, BESIDE_ADDRESS);

/** 你把我地址删了 reproaches, and 老地址忘掉了 tells. */
const isToldOf = (clause: string): boolean =>
  !REQUEST.test(clause) && (SLIPPED.test(clause) || (YOU.test(clause) && DONE.test(clause)));

const isForgetting = (clause: string): boolean =>
  !isToldOf(clause) &&
  FORGETS.some((form) => {
    const found = form.exec(clause);
    return found !== null && !NOT_FORGOTTEN.test(found[1] ?? '');
  });

const SLIP = phrasePattern(list.slip, 'g');
const NOT_SLIP = phrasePattern(list.notSlip);
const BESIDE_SLIP = phrasePattern(list.besideSlip, 'g');

/** 哦记错了，不是在你家买的, and nothing beside it but courtesies: nothing is wanted any more. */
export function takesQuestionBack(message: string): boolean {
  const said = plainWords(message);
  if (said.length > LONGEST || ASKS.test(message) || namesAmount(message)) return false;
  const rest = said.replace(SLIP, ' ');
  return rest !== said && !NOT_SLIP.test(rest) && rest.replace(BESIDE_SLIP, ' ').trim() === '';
}

const ASKS = /是不是|[?？]\s*$/u;
