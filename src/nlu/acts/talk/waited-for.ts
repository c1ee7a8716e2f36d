import { readDataFile } from '../../../shop/values/data-file.ts';
import { phrases } from '../lexicon.ts';
import { phrasePattern, plainWords } from '../phrases.ts';
import { namesAmount } from '../question-topic.ts';

const list = readDataFile('lexicon/waited-for.yaml', {
  ...{ leads: phrases, who: phrases, has: phrases, after: phrases, lead: phrases, tells: phrases },
  ...{
    english: phrases,
    when: phrases,
    whoEnglish: phrases,
    hasEnglish: phrases,
    some: phrases,
    behind: phrases,
  },
  notGoods: phrases,
});

const one = (words: readonly string[]): string => phrasePattern(words).source;
const some = (words: readonly string[]): string => `(?:${one(words)}\\s*){0,3}`;

const WHAT = String.raw`(?<what>\p{Script=Han}{2,8}?)`;
const TELLS = `\\s*${some(list.lead)}${one(list.tells)}[吧呗哈啊呀]?`;
const FORMS = [
  `${some(list.leads)}(?:${one(list.who)}\\s*)?${one(list.has)}${WHAT}${some(list.after)}${TELLS}`,
  `${some(list.leads)}${WHAT}${one(list.after)}${some(list.after)}${TELLS}`,
  `(?:please |pls |can you |could you )?${one(list.english)} ${one(list.when)} ${one(list.whoEnglish)} ${one(list.hasEnglish)} ${some(list.some)}(?<what>\\p{L}[\\p{L} -]{1,30}?)\\s*${some(list.behind)}`,
].map((form) => new RegExp(`^${form}$`, 'u'));
const NOT_GOODS = new RegExp(`^${some(list.some)}${one(list.notGoods)}`, 'u');

/** 有人卖蓝莓告诉我: the goods that somebody waits for; nothing where something else is waited for. */
export function readWaitedFor(message: string): string | undefined {
  if (message.length > LONGEST || namesAmount(message)) return undefined;
  const said = plainWords(message);
  const what = FORMS.map((form) => form.exec(said)?.groups?.what?.trim()).find((found) => found);
  return what === undefined || NOT_GOODS.test(what) || /[有货]$/u.test(what) ? undefined : what;
}

const LONGEST = 80;
