import { readDataFile } from '../../../../shop/values/data-file.ts';
import { looksLikeFullName } from '../../../recipient/names.ts';
import { normalizeText } from '../../../text/text.ts';
import { phrases } from '../../lexicon.ts';
import { phrasePattern, plainWords } from '../../phrases.ts';

const lexicon = readDataFile('lexicon/order-owners.yaml', {
  ...{ order: phrases, orderEnglish: phrases, kind: phrases, fill: phrases, fillEnglish: phrases },
  ...{ titles: phrases, before: phrases, titlesEnglish: phrases, postponed: phrases, notYet: phrases },
});

const HAN_ORDER = new RegExp(`(\\p{Script=Han}{1,12}?)${phrasePattern(lexicon.order).source}`, 'u');
const HAN_FILL = new RegExp(`^${phrasePattern(lexicon.fill).source}`, 'u');
const ENGLISH_ORDER = new RegExp(`((?:[\\p{L}'’-]+ ){1,5})(?:${lexicon.orderEnglish.join('|')})\\b`, 'u');
const ENGLISH_ORDER_OF = /\border (?:of|from|by|for) ([\p{L} '’-]{2,40})$/u;
const HAN_ALONE =
  /^(\p{Script=Han}{2,8})的(?:我|俺)?(?:先)?[接发寄]|[接发寄拒]了?(\p{Script=Han}{2,4})(?:家)?的$/u;
/** 张姐的20斤核桃已寄出. */
const HAN_GOODS = /^(\p{Script=Han}{2,4})的[^,，;；。的]{1,12}(?:已经?|都|刚|也)?[寄发](?:出|走|了|咗|啦)/u;
const ENGLISH_ALONE = /\b((?:[\p{L}-]+ ){0,4}[\p{L}-]+)['’]s$/u;
const englishFill = new Set(lexicon.fillEnglish);
const postponed = phrasePattern(lexicon.postponed);
const notYet = phrasePattern(lexicon.notYet);

/** 王芳那单, 核桃的订单, `accept Wang Fang's order`: whose order, or of what, in lower case; nothing where nobody is named. */
export function readOrderOwner(clause: string): string | undefined {
  const { plain } = normalizeText(clause);
  const han = HAN_ORDER.exec(plain)?.[1];
  const owner = han === undefined ? englishOwner(plain) : withoutFill(han);
  return owner || nameAlone(plain);
}

/** 接李四的, `accept Mrs Brown's`: a name, and no order is said. */
function nameAlone(plain: string): string | undefined {
  const [, before, behind] = HAN_ALONE.exec(plain) ?? [];
  const han = withoutFill(before ?? behind ?? '');
  if (han !== '') return looksLikeFullName(han) || TITLED.test(han) ? han : undefined;
  const owner = withoutFill(HAN_GOODS.exec(plain)?.[1] ?? '');
  if (looksLikeFullName(owner) || TITLED.test(owner)) return owner;
  const words = (ENGLISH_ALONE.exec(plain)?.[1] ?? '').split(' ');
  return words.filter((word) => word !== '' && !englishFill.has(word)).join(' ') || undefined;
}

function withoutFill(words: string): string {
  const rest = words.replace(HAN_FILL, '');
  if (rest !== words) return withoutFill(rest);
  return lexicon.kind.includes(words) ? '' : words;
}

function englishOwner(plain: string): string | undefined {
  const found = ENGLISH_ORDER_OF.exec(plain) ?? ENGLISH_ORDER.exec(plain);
  const words = (found?.[1] ?? '').replace(/['’]s?(?= |$)/gu, '').split(' ');
  return words.filter((word) => word !== '' && !englishFill.has(word.replace(/['’]/gu, ''))).join(' ');
}

/** 明天看看货再说: neither taken on nor refused. */
export const isPostponed = (clause: string): boolean => postponed.test(plainWords(clause));

/** 先别接: whatever else is said, nothing is done. */
export const isNotYet = (clause: string): boolean => notYet.test(plainWords(clause));

const TITLED = new RegExp(`^(\\p{Script=Han}{1,2}?)(?:${lexicon.titles.join('|')})$`, 'u');
const CALLED = new RegExp(`^(?:${lexicon.before.join('|')})(\\p{Script=Han}{1,2})$`, 'u');
const englishTitles = new Set(lexicon.titlesEnglish);

/** Whether somebody of this name is called so: 王芳, 王姐, 老王, 阿芳; Anna, Mrs Li. */
export function isCalled(name: string, owner: string): boolean {
  const own = name.trim().toLowerCase();
  if (own === '') return false;
  if (own === owner || owner.includes(own)) return true;
  if (!/\p{Script=Han}/u.test(owner)) return sharesWord(own, owner);
  if (own.includes(owner) && owner.length > 1) return true;
  const surname = TITLED.exec(owner)?.[1];
  const part = CALLED.exec(owner)?.[1];
  return (surname !== undefined && own.startsWith(surname)) || (part !== undefined && own.includes(part));
}

/** Every word of what they are called is a word of the name. */
function sharesWord(name: string, owner: string): boolean {
  const words = name.split(/\s+/u);
  const called = owner.split(/\s+/u).filter((word) => !englishTitles.has(word.replace('.', '')));
  return called.length > 0 && called.every((word) => words.includes(word));
}
