import { readDataFile } from '../../../shop/values/data-file.ts';
import { isTakingBack } from '../../clauses/act-mood.ts';
import { parseNumeral } from '../../datetime/numerals.ts';
import { readSeller } from '../../read.ts';
import { normalizeText, type Text } from '../../text/text.ts';
import { phrases } from '../lexicon.ts';
import { phrasePattern } from '../phrases.ts';
import { readStatusMove } from './status-words.ts';

// Words that a family has kept with its goods or its shop: 核桃加一句介绍：皮薄, 我家的故事就写…, 核桃是10月8号收的，写上去.

const lists = readDataFile('lexicon/own-words.yaml', {
  ...{ texts: phrases, stories: phrases, harvests: phrases, adds: phrases, sets: phrases },
  ...{ around: phrases, behind: phrases, tails: phrases, tailsAround: phrases, into: phrases },
  ...{ others: phrases, bare: phrases, complements: phrases, asksFirst: phrases, asksLast: phrases },
  ...{ instructs: phrases, instructsFirst: phrases, instructsLast: phrases, points: phrases },
  ...{ business: phrases, doubts: phrases, asides: phrases, asidesAround: phrases, asidesFirst: phrases },
  asidesNot: phrases,
});

/** `goods` is empty for what is on the table; `adds`: behind what is written there already. */
export interface OwnWords {
  readonly of: 'goods' | 'shop' | 'harvest';
  readonly goods: string;
  readonly words: string;
  readonly adds: boolean;
}

type Part = 'texts' | 'stories' | 'harvests' | 'adds' | 'sets' | 'title' | 'around';

/** The 去 of 写上去 is none of 去年. */
const begin = (list: readonly string[]): RegExp =>
  new RegExp(`^(?!去年)${phrasePattern(list).source}[\\s,"'“”「」]*`, 'u');
const parts = (['stories', 'harvests', 'texts', 'adds', 'sets', 'around'] as const).map(
  (name) => [name, begin(lists[name])] as const,
);
const behind = new RegExp(`^(?:${begin([...lists.behind, ...lists.texts]).source.slice(1)})*`, 'u');
const tail = phrasePattern(lists.tails);
const tailWords = phrasePattern([...lists.tails, ...lists.tailsAround], 'g');
const into = phrasePattern(lists.into, 'g');
const others = phrasePattern(lists.others);
const bare = new Set(lists.bare);
const starts = (list: readonly string[]): RegExp => new RegExp(`^${phrasePattern(list).source}`, 'u');
const ends = (list: readonly string[]): RegExp => new RegExp(`${phrasePattern(list).source}$`, 'u');
const complements = starts(lists.complements);
/** Asked, wanted of us, of the business or in doubt: no words that a buyer is to read. */
const untold = [
  ...[
    starts([...lists.asksFirst, ...lists.instructsFirst]),
    ends([...lists.asksLast, ...lists.instructsLast]),
  ],
  ...[phrasePattern([...lists.instructs, ...lists.business, ...lists.doubts])],
  new RegExp(`^${phrasePattern(lists.points).source}$`, 'u'),
];

const asideWords = phrasePattern([...lists.asides, ...lists.asidesAround], 'g');
const hasAside = phrasePattern(lists.asides);
const asideFirst = starts(lists.asidesFirst);
const noAside = starts(lists.asidesNot);
const CLAUSE = /[,，;；。.!！?？\n…]+|\s+(?=\p{Script=Han})/u;

/** Longer than that is no text of goods. */
const MOST_SIGNS = 400;

/** Which words are to be kept, and where; nothing where a sign of the message beside them is not explained. */
export function readOwnWords(message: string, titles: readonly string[]): OwnWords | undefined {
  const typed = message.trim();
  if (typed.length > MOST_SIGNS) return undefined;
  if (others.test(normalizeText(typed).plain)) return undefined;
  const found = behindHead(typed, titles) ?? beforeTail(typed, titles) ?? beforePlace(typed, titles);
  return found && isForBuyers(found) ? found : undefined;
}

/** What is kept stands as it was typed, with its own commas. */
function asTyped(typed: string): Text {
  const { said, plain } = normalizeText(typed);
  return { said: said.length === typed.length ? typed : said, plain };
}

/** 谢谢, 空着, 别写红枣, 先不发, 算了: a clause that is said to us, and that no buyer is to read. */
function isAside(clause: string): boolean {
  const said = normalizeText(clause).plain.trim();
  const isWhole = hasAside.test(said) && said.replace(asideWords, '').trim() === '';
  return isWhole || (asideFirst.test(said) && !noAside.test(said)) || isTakingBack(clause);
}

/** 随便, 谢谢, 皮薄，先不发: what answers the question for a text, and is none. */
export const isNoText = (words: string): boolean =>
  normalizeText(words)
    .plain.split(CLAUSE)
    .some((clause) => clause !== '' && isAside(clause));

/** Words for a buyer: not asked, no wish about the text, and no figure that the shop keeps. */
export function isForBuyers({ of, goods, words }: OwnWords): boolean {
  const plain = normalizeText(words)
    .plain.replace(/[\s。.!！，,]+$/u, '')
    .trim();
  if ([...plain].length < 2 || /[?？]$/u.test(plain)) return false;
  if (of === 'harvest' && readHarvestDay(words)) return true;
  if (isNoText(words)) return false;
  return (
    !untold.some((one) => one.test(plain)) && !statesFigures(words) && !statesFigures(`${goods}${words}`)
  );
}

interface Head {
  readonly seen: ReadonlyMap<Part, string>;
  /** What is left behind it. */
  readonly rest: string;
}

/** Takes the words of `text` that may stand before what is to be kept, as far as they go. */
function takeHead(text: string, titles: readonly string[], isFull: (head: Head) => boolean): Head {
  const seen = new Map<Part, string>();
  let rest = text.replace(/^[\s,"'“”「」]+/u, '');
  while (rest !== '' && !isFull({ seen, rest })) {
    const next = nextPart(rest, titles);
    if (!next) break;
    if (!seen.has(next.part) || next.part !== 'title') seen.set(next.part, next.words);
    rest = rest.slice(next.length);
  }
  return { seen, rest };
}

function nextPart(
  text: string,
  titles: readonly string[],
): { readonly part: Part; readonly words: string; readonly length: number } | undefined {
  const title = titles
    .filter((one) => one !== '' && text.startsWith(one.toLowerCase()))
    .reduce((best, one) => (one.length > best.length ? one : best), '');
  const found = parts.flatMap(([part, pattern]) => {
    const all = pattern.exec(text)?.[0];
    return all ? [{ part: part as Part, words: all.trim(), length: all.length }] : [];
  });
  const longest = found.reduce((best, one) => (one.length > best.length ? one : best), {
    ...{ part: 'title' as Part, words: title, length: title.length },
  });
  if (longest.length === 0) return undefined;
  const blank = /^(?:'s)?[\s,]*/u.exec(text.slice(longest.length))?.[0].length ?? 0;
  return { ...longest, length: longest.length + (longest.part === 'title' ? blank : 0) };
}

const has = ({ seen }: Head, ...some: readonly Part[]): boolean => some.some((one) => seen.has(one));

/** 加一句, 写上, `add a line`: said of a text, whatever it is called. */
const namesText = ({ seen }: Head): boolean =>
  /句|写上|写落|几个字|注明|标|line|sentence|note/u.test(seen.get('adds') ?? '');

/** 写 and 加 alone begin 写错了 and 加长 as well: only a mark behind them, or the day of a harvest, makes words of what follows. */
const hasDeed = (head: Head): boolean =>
  has(head, 'harvests')
    ? has(head, 'adds', 'sets')
    : [head.seen.get('adds'), head.seen.get('sets')].some((deed) => deed !== undefined && !bare.has(deed));

function isHead(head: Head, isMarked: boolean): boolean {
  const isOfShop = has(head, 'stories');
  if (!isMarked && !hasDeed(head)) return false;
  if (isOfShop && has(head, 'title')) return false;
  return (
    has(head, 'stories', 'texts', 'harvests') || (has(head, 'adds') && namesText(head) && has(head, 'title'))
  );
}

/** 核桃加一句介绍：皮薄; 我家的故事就写三代人种花椒. */
function behindHead(typed: string, titles: readonly string[]): OwnWords | undefined {
  const { said, plain } = asTyped(typed);
  const colon = plain.indexOf(':');
  const wordsFrom = (at: number): string => said.slice(at).replace(/^[\s,:：，。"“「]+|["”」\s]+$/gu, '');
  if (colon > 0) {
    const head = takeHead(plain.slice(0, colon), titles, () => false);
    if (head.rest.trim() === '' && isHead(head, true)) return toOwnWords(head, wordsFrom(colon + 1));
  }
  // Without a colon the words begin where both the deed and the place are said.
  const head = takeHead(plain, titles, (one) => isHead(one, false));
  if (!isHead(head, false) || /^[\s,]*$/u.test(head.rest)) return undefined;
  const rest = head.rest.replace(behind, '');
  const isGlued = (part: string): boolean => !/[\s,]/u.test(plain.at(-part.length - 1) ?? '');
  // 加上去了没, 写得不好: of what was written before.
  const isOfDeed = [head.rest, rest].some((part) => isGlued(part) && complements.test(part));
  return isOfDeed || /[a-z]/u.test(rest.slice(0, 1))
    ? undefined
    : toOwnWords(head, wordsFrom(plain.length - rest.length));
}

function toOwnWords(head: Head, words: string): OwnWords {
  const { seen } = head;
  const of = has(head, 'harvests') ? 'harvest' : has(head, 'stories') ? 'shop' : 'goods';
  return { of, goods: seen.get('title') ?? '', words, adds: has(head, 'adds') };
}

/** 核桃是10月8号收的，写上去: the goods, and what is to be kept of them. */
function beforeTail(typed: string, titles: readonly string[]): OwnWords | undefined {
  const { said, plain } = asTyped(typed.replace(/[\s。.!！]+$/u, ''));
  const cut = Math.max(...[',', ';', '。', '.'].map((sign) => plain.lastIndexOf(sign)));
  const last = plain.slice(cut + 1);
  if (cut < 2 || !tail.test(last) || last.replace(tailWords, '').trim() !== '') return undefined;
  const body = said.slice(0, cut).trim();
  const title = longestIn(body, titles);
  const at = body.toLowerCase().indexOf(title.toLowerCase());
  if (title === '' || at > 4 || longestIn(body.replaceAll(title, ' '), titles) !== '') return undefined;
  const words = body
    .slice(at + title.length)
    .replace(/^(?:这批|的|都)?(?:是|系)(?=.*[的嘅]$)|^[\s,，:：]+/u, '');
  return { of: readHarvestDay(words) ? 'harvest' : 'goods', goods: title, words: words.trim(), adds: true };
}

/** 把没熏过硫磺写到笋干介绍里, `add that it is sun dried to the description of plum jam`. */
function beforePlace(typed: string, titles: readonly string[]): OwnWords | undefined {
  const { said, plain } = asTyped(typed.replace(/[\s。.!！]+$/u, ''));
  const opened =
    /^(?:请|麻烦你?|帮我|帮俺|给我|唔该)*[把将]/u.exec(plain) ??
    /^(?:please |pls |can you |could you )?(?:add|put|write|include)(?: that| the words)? /u.exec(plain);
  if (!opened) return undefined;
  const ways = /[把将]$/u.test(opened[0])
    ? [...plain.matchAll(into)]
    : [...plain.matchAll(/ (?:to|in|into|on|under) /gu)];
  for (const way of ways.toReversed()) {
    const head = takeHead(plain.slice(way.index + way[0].length), titles, () => false);
    const isPlace = head.rest.trim() === '' && has(head, 'texts', 'stories');
    const words = said.slice(opened[0].length, way.index).replace(/^["'“「\s]+|["'”」\s]+$/gu, '');
    if (!isPlace) continue;
    // 把核桃写到介绍里: which goods, and no words.
    const named = longestIn(words, titles);
    const isPointed = has(head, 'stories') ? named.length === words.length : named !== '';
    return isPointed ? undefined : { ...toOwnWords(head, words), adds: true };
  }
  return undefined;
}

/** One sentence behind the other. */
export function joinSentences(before: string, more: string): string {
  if (before === '') return more;
  if (/[。.!！?？;；]$/u.test(before))
    return /[a-z.!?;]$/iu.test(before) ? `${before} ${more}` : `${before}${more}`;
  return /\p{Script=Han}/u.test(before) ? `${before}。${more}` : `${before}. ${more}`;
}

const longestIn = (text: string, titles: readonly string[]): string =>
  titles
    .filter((one) => text.toLowerCase().includes(one.toLowerCase()))
    .reduce((best, one) => (one.length > best.length ? one : best), '');

/** 核桃还有30斤，写上去: how much there is, and no text. */
function statesFigures(body: string): boolean {
  const { price, stock } = readSeller(body);
  return price !== null || stock !== null || readStatusMove(body) !== undefined;
}

/** A day on which goods were picked: of the calendar, or so many days ago. */
export type HarvestDay = { readonly month: number; readonly day: number } | { readonly daysAgo: number };

const NUMBER = '[\\d一二三四五六七八九十]{1,3}';
const PICKED =
  '(?:(?:才|刚|新|现|那天)?[打摘收采挖割晒刨拔掰](?:收|割|摘|挖)?(?:的|嘅|了|回来的|下来的|好的|返嚟嘅))';
const IN_CHINESE = new RegExp(
  `^(?:是|系)?(?:今年)?(?<month>${NUMBER})\\s*月\\s*(?<day>${NUMBER})\\s*[日号]?${PICKED}?$`,
  'u',
);
const AGO = new RegExp(
  `^(?:是|系)?(?<ago>今天|今日|今早|今朝|昨天|昨日|昨晚|寻日|琴日|前天|大前天)(?:早上|下午|晚上)?${PICKED}?$`,
  'u',
);
const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
const EN_PICKED =
  '(?:(?:is|are|was|were|it is|it was) )?(?:freshly )?(?:harvested|picked|dug|gathered|cut|collected|dried)(?: on| at)? ?';
const NAME = `(?<name>${MONTHS.join('|')})[a-z]*`;
const IN_ENGLISH = new RegExp(
  `^(?:${EN_PICKED})?(?:the )?(?:${NAME}\\.? (?<one>\\d{1,2})(?:st|nd|rd|th)?|(?<two>\\d{1,2})(?:st|nd|rd|th)? (?:of )?${NAME.replace('name', 'later')})$`,
  'u',
);
const EN_AGO = new RegExp(`^(?:${EN_PICKED})?(?<ago>today|this morning|yesterday)$`, 'u');
const DAYS_AGO: Readonly<Record<string, number>> = {
  ...{ 今天: 0, 今日: 0, 今早: 0, 今朝: 0, today: 0, 'this morning': 0 },
  ...{ 昨天: 1, 昨日: 1, 昨晚: 1, 寻日: 1, 琴日: 1, yesterday: 1, 前天: 2, 大前天: 3 },
};

/** 是10月8号收的, `was picked on Oct 8`, 前天摘的; nothing where anything else is said. */
export function readHarvestDay(words: string): HarvestDay | undefined {
  const plain = normalizeText(words).plain.replace(/[\s。.!]+$/u, '');
  const ago = (AGO.exec(plain) ?? EN_AGO.exec(plain))?.groups?.ago;
  if (ago !== undefined) return { daysAgo: DAYS_AGO[ago] ?? 0 };
  const { month, day } = IN_CHINESE.exec(plain)?.groups ?? {};
  if (month && day) return { month: parseNumeral(month), day: parseNumeral(day) };
  const { name, later = name, one, two = one } = IN_ENGLISH.exec(plain)?.groups ?? {};
  return later && two ? { month: MONTHS.indexOf(later) + 1, day: Number(two) } : undefined;
}
