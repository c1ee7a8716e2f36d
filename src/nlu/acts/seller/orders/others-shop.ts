import { readDataFile } from '../../../../shop/values/data-file.ts';
import { lexicon as recipient } from '../../../recipient/lexicon.ts';
import { phrases } from '../../lexicon.ts';
import { phrasePattern, plainWords } from '../../phrases.ts';

// 李建国家今天接了几单: what another household sold, which nobody but that household is told.

const lists = readDataFile('lexicon/others-shops.yaml', {
  others: phrases,
  house: phrases,
  lead: phrases,
  own: phrases,
  asked: phrases,
  sold: phrases,
  between: phrases,
  buyers: phrases,
});
const others = phrasePattern(lists.others);
const asked = phrasePattern(lists.asked);
const sold = phrasePattern(lists.sold);
const buyers = phrasePattern(lists.buyers);
const house = phrasePattern(lists.house);
const own = new Set(lists.own);
const lead = new RegExp(`^(?:${phrasePattern(lists.lead).source}\\s*)*`, 'u');
const askedNext = `(?:\\s*${phrasePattern(lists.between).source})*\\s*${asked.source}`;
const othersAsked = new RegExp(`^${others.source}${askedNext}`, 'u');
const houseAsked = new RegExp(`^(.{1,4}?)${house.source}${askedNext}`, 'u');
/** Wang's stall, the Li family; never `the new stall`. */
const latinHouse = new RegExp(
  `(?:\\b(\\p{L}+)['’]s?|(?<=\\S\\s)\\b(\\p{Lu}\\p{L}+))\\s(?:${lists.house.filter((one) => /^[a-z]/u.test(one)).join('|')})\\b`,
  'u',
);

/** Longer than that is a story. */
const MOST_SIGNS = 60;

/** Whether takings or orders of others are asked for; `ours` is how the speaker and their own household are called. */
export function asksOfOthers(message: string, ours: string): boolean {
  const words = plainWords(message);
  if (message.length > MOST_SIGNS || !asked.test(words)) return false;
  const name = /\p{Script=Han}/u.test(words) ? hanName(words) : latinName(message, words);
  return name === OTHERS || (name !== undefined && !own.has(name) && !ours.toLowerCase().includes(name));
}

/** They are told by no name. */
const OTHERS = Symbol('others');

/** 李建国家, 老王家, 隔壁家, with what is asked of them right behind. */
function hanName(words: string): string | typeof OTHERS | undefined {
  const behind = words.replace(lead, '');
  if (othersAsked.test(words) || othersAsked.test(behind)) return OTHERS;
  const name = houseAsked.exec(behind)?.[1]?.trim();
  return name && recipient.surnames.includes(name.slice(0, 1)) ? name : undefined;
}

function latinName(message: string, words: string): string | typeof OTHERS | undefined {
  if (!sold.test(words) || buyers.test(words)) return undefined;
  if (others.test(words)) return OTHERS;
  const [, one, other] = latinHouse.exec(message) ?? [];
  return (one ?? other)?.toLowerCase();
}
