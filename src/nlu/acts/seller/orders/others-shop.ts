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
});
const others = phrasePattern(lists.others);
const asked = phrasePattern(lists.asked);
const sold = phrasePattern(lists.sold);
const lead = new RegExp(`^(?:${phrasePattern(lists.lead).source}\\s*)*`, 'u');
const house = phrasePattern(lists.house);
const own = new Set(lists.own);

/** Longer than that is a story. */
const MOST_SIGNS = 60;

/** Whether takings or orders of others are asked for; `ours` is how the speaker's own household is called. */
export function asksOfOthers(message: string, ours: string): boolean {
  const words = plainWords(message);
  if (message.length > MOST_SIGNS || !asked.test(words)) return false;
  const isHan = /\p{Script=Han}/u.test(words);
  if (!isHan && !sold.test(words)) return false;
  return others.test(words) || namesHousehold(words, ours.toLowerCase());
}

/** 李建国家, 老王家, Wang's stall; never 我家 or the speaker's own name. */
function namesHousehold(words: string, ours: string): boolean {
  const behind = words.replace(lead, '');
  const name = /\p{Script=Han}/u.test(words) ? hanName(behind) : latinName(words);
  return name !== undefined && !own.has(name) && !ours.includes(name);
}

function hanName(words: string): string | undefined {
  const at = words.search(house);
  const name = at > 0 && at <= LONGEST_NAME ? words.slice(0, at).trim() : '';
  return name !== '' && recipient.surnames.includes(name.slice(0, 1)) ? name : undefined;
}

const LONGEST_NAME = 4;

function latinName(words: string): string | undefined {
  const [, name] = new RegExp(`\\b([a-z]+) ${house.source}`, 'u').exec(words) ?? [];
  return name?.replace(/s$/u, '');
}
