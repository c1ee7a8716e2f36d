import { placeAt } from '../../../recipient/places.ts';
import { courtesy, pattern } from '../../act-patterns.ts';
import { lexicon } from '../../lexicon.ts';
import { phrasePattern, plainWords } from '../../phrases.ts';

// Where something is to go: home, to somebody else, abroad. `said` in plain words.

const { part } = lexicon;
const LATIN = /^[^\p{Script=Han}]+$/u;

/** A mobile phone of mainland China. */
export const A_PHONE = /\b1[3-9]\d{9}\b/u;

/** 还是寄我自己家里吧: to where the buyer lives, and no other place is named. */
export function meansHome(said: string): boolean {
  const found = pattern.home.exec(said);
  const behind = found ? said.slice(found.index + found[0].length).replace(courtesy, '') : '';
  const lead = found ? said.slice(0, found.index) : '';
  return (
    found !== null &&
    said.length < HOME_LENGTH &&
    behind.length < 6 &&
    !/[不别莫唔]要?$|\bnot?$/u.test(lead.trim())
  );
}

const HOME_LENGTH = 60;

/** 送给我妈, and not 别给我爸寄了, nor 要不要给我爸寄点: to somebody else. */
export const goesElsewhere = (said: string): boolean =>
  pattern.elsewhere.test(said.replace(OR_ELSE, '').replace(notElsewhere, ' '));

/** 要不给我妈寄2斤吧 proposes, and denies nothing. */
const OR_ELSE = /要不(?=[给送寄])/gu;

const notElsewhere = phrasePattern(
  part.elsewhere.flatMap((to) => part.notTo.map((not) => (LATIN.test(to) ? `${not} ${to}` : not + to))),
  'g',
);

/** 红枣5斤寄给我妈，她在成都: it goes to somebody whose address is not known. */
export function isElsewhere(message: string): boolean {
  const said = plainWords(message);
  const lives = LIVES.exec(said);
  const isFar = lives !== null && placeAt(said, lives.index + lives[0].length) !== undefined;
  return isFar || goesElsewhere(said);
}

/** 她住石家庄. */
const LIVES = /[他她佢伊](?:们|屋头|家)?(?:现在)?(?:住在|住喺|住|在|喺)/u;

/** Another country or its city; 万柏林区 lies in Taiyuan, and 欧洲花园 with a telephone is an address. */
export function isForeign(said: string): boolean {
  const found = pattern.foreign.exec(said);
  if (!found || A_PHONE.test(said)) return false;
  const end = found.index + found[0].length;
  return ![1, 2].some((before) => (placeAt(said, found.index - before)?.end ?? 0) >= end);
}
