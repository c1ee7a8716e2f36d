import { lex } from '../../../lexer/lexer.ts';
import { isShortPlace } from '../../../recipient/places.ts';
import { asksPolitely, courtesy, pattern } from '../../act-patterns.ts';
import { splitClauses } from '../../clauses.ts';
import { lexicon } from '../../lexicon.ts';
import { phrasePattern, plainWords } from '../../phrases.ts';

// How a message changes what is wanted: more, less, all of it, one thing for another.

/** How an amount changes what is wanted. */
export interface AmountChange {
  readonly how: 'add' | 'less' | 'set' | 'say';
  /** Which of what was shown: 1 is the first, -1 the last. */
  readonly nth: number | 'each' | 'other' | 'cheapest' | 'dearest' | undefined;
  /** It points at what is on the table. */
  readonly isThis: boolean;
  /** The message without the words that said how: 再各来2斤 is 各来2斤. */
  readonly amounts: string;
  /** The message without the words that said how, and about which. */
  readonly rest: string;
}

const ordinal = Object.entries(lexicon.ordinals).map(
  ([n, list]) => [Number(n), phrasePattern(list)] as const,
);

const manner = (['each', 'other', 'cheapest', 'dearest'] as const).map((is) => [is, pattern[is]] as const);

const softener = phrasePattern(lexicon.part.softener, 'g');
const hows = ['set', 'less', 'add'] as const;

/** What an amount is said to do, and about which. */
export function readAmountChange(message: string): AmountChange {
  const typed = plainWords(message);
  // 给闺蜜也带2袋: so much more, in the same parcel.
  const alone = pattern.along.test(typed) ? typed.replace(pattern.bringsFor, '') : typed;
  const said = hideWords(alone.replace(ONE_KIND, '各').replace(ANOTHER, 'another one '));
  const nth = [...ordinal, ...manner].find(([, words]) => words.test(said));
  const isMore = isMadeMore(message, said);
  const how = isMore
    ? 'add'
    : (hows.find((one) => pattern[one].test(said)) ??
      (PLUS.test(said) ? 'add' : MADE.test(said) ? 'set' : 'say'));
  const plain = isMore ? said.replace(pattern.set, ' ') : said;
  const cue =
    how === 'say'
      ? plain
      : plain
          .replace(pattern[how], ' ')
          .replace(MADE, ' ')
          .replace(PLUS, (plus) => `${plus.slice(0, -1)} `);
  const rest = (nth ? cue.replace(nth[1], ' ') : cue).replace(pattern.this, ' ').replace(courtesy, ' ');
  const bare = rest.replace(softener, ' ').replace(/\s+/g, ' ').trim().replace(LEADS, '');
  const isThis = pattern.this.test(said);
  return { how, nth: nth?.[0], isThis, amounts: showWords(cue), rest: showWords(bare) };
}

/** And half a dozen, 不 3斤: what leads to an amount. */
const LEADS = /^(?:不 |(?:and|plus|also|then) (?=an?\b|\d|half|one|two|three|four|five|six|eight|ten))/u;

/** 寄到成都要多少邮费 has no 都要 of several things, and 多少来着 no 少来. */
const hideWords = (said: string): string =>
  said
    .replace(/都/gu, (all, at: number) => (isShortPlace(said.slice(at - 1, at + 1)) ? HIDDEN.all : all))
    .replaceAll('多少', `多${HIDDEN.few}`);
const showWords = (said: string): string => said.replaceAll(HIDDEN.all, '都').replaceAll(HIDDEN.few, '少');
const HIDDEN = { all: '\uE000', few: '\uE001' } as const;

/** 改3斤行不行: so much it is to be. */
const MADE = /改(?=\s?[\d一二两三四五六七八九十半])/u;
/** Another kg is one more. */
const ANOTHER = /\banother (?=[a-z])(?!one\b|order\b|address\b)/u;
/** 那就一样一盒: so much of each kind. */
const ONE_KIND = /一样(?=[来要拿称买给装]{0,2}[\d一二两三四五六七八九十半])/u;

/** Make that a kilo more: in one clause, more goes before what it is made. */
function isMadeMore(message: string, said: string): boolean {
  const [set, more] = [pattern.set.exec(said), pattern.add.exec(said)];
  return set !== null && more !== null && more.index > set.index && !SEVERAL_CLAUSES.test(message);
}

/** 黄豆加一斤: so much more, where no amount stands before it. */
const PLUS = /^[^\d一二两三四五六七八九十半]*加(?=[\d一二两三四五六七八九十半])/u;

const SEVERAL_CLAUSES = /[,，。;；.]\s*\S/u;

/** 黄豆翻倍，苹果不动: the clauses that say how many times as much is wanted. */
export const timesSaid = (message: string): readonly string[] =>
  splitClauses(message).filter((clause) => TIMES.some((one) => one.test(plainWords(clause))));

const TIMES = [pattern.halve, pattern.halfOf, pattern.double];

/** 各减一半, halve both: of each that is there; 一半就行，都吃不完 says so of no goods. */
export const meansEach = (message: string): boolean =>
  timesSaid(message).some((clause) => pattern.timesEach.test(plainWords(clause)));

const choosing = phrasePattern(lexicon.part.choosing, 'g');

/** 第二个吧, `the last one please`: which of what was shown, where nothing else is said. */
export function readNth(message: string): number | undefined {
  const { nth, how, rest } = readAmountChange(message);
  const isAll = typeof nth === 'number' && how === 'say' && rest.replace(choosing, '').trim() === '';
  return isAll ? nth : undefined;
}

/** 核桃不要了, `take the dates off`: the words of the thing, and what was said beside it. */
export function readRemoval(message: string): { readonly words: string; readonly rest: string } | undefined {
  const clauses = message.split(/[,，;；。!！\n]+/);
  const found = clauses.map(removedWords);
  const at = found.findIndex((words) => words !== undefined);
  const words = found[at];
  if (!words) return undefined;
  return {
    words,
    rest: clauses
      .filter((_, i) => i !== at)
      .join(',')
      .trim(),
  };
}

/** Don't forget the dates, 别取消红枣: the very goods are wanted. */
const STAYS =
  /\b(?:dont|do not|not|never|did you|do you)\s+(?:scrap|forget|ditch|drop|bin|skip|cancel|remove|lose|scratch|leave out|cut out|take off|take out)\b|(?:别|莫|甭|唔好|不要|不用)(?:取消|去掉|删|拿掉|划掉|撤掉|勾掉|刨掉|忘)/u;
/** Don't forget to remove the dates, 别忘了把红枣去掉: that is to be done. */
const REMINDS = /\b(?:dont|do not|never) forget to\b|(?:别|莫|甭|唔好|不要)忘[了记]?(?:把|将)/u;
/** Remove the shells from the walnuts, 把核桃的壳去掉: the goods stay. */
const IS_PART =
  /\b(?:shells?|skins?|stones?|pits?|stalks?|stems?|seeds?|leaves|labels?|tags?)\b.*\bfrom\b|的[壳皮核把根芯籽](?![桃枣仁])/u;
const TAKEN_OFF = /\b(?:take|leave|cross|strike)\s+(?:the\s+)?(.+?)\s+(?:off|out)\b/u;

/** 红枣可能不要了: nothing is done yet. */
export const saysPerhaps = (message: string): boolean => pattern.perhaps.test(plainWords(message));

function removedWords(clause: string): string | undefined {
  const said = plainWords(clause).replace(REMINDS, ' ').trim();
  if (STAYS.test(said) || IS_PART.test(said) || saysPerhaps(said)) return undefined;
  const off = TAKEN_OFF.exec(said)?.[1];
  if (off) return off;
  const dropped = droppedWords(said);
  if (dropped) return dropped;
  if (!pattern.remove.test(said)) return undefined;
  return said.replace(pattern.remove, ' ').replace(asksPolitely, ' ').trim() || undefined;
}

/** 红枣算了，家里还有: what stands before, where nothing behind it is wanted instead. */
function droppedWords(said: string): string | undefined {
  const found = pattern.dropped.exec(said);
  const behind = found ? said.slice(found.index + found[0].length) : '';
  if (!found || WANTED.test(behind)) return undefined;
  return said.slice(0, found.index).replace(courtesy, ' ').trim() || undefined;
}

const WANTED = /[\d一二两三四五六七八九十半]|[要来换改拿]|\b(?:make|take|want|have|get|give)\b/u;

/** 那我全要了: all that is left of it. */
export const wantsAll = (message: string): boolean => {
  const said = plainWords(message);
  // 箱子都给我压扁了 wants nothing.
  const isComplaint = pattern.refund.test(said) || pattern.anger.test(said);
  return !isComplaint && pattern.all.test(said) && said.length < 40 && !hasNumber(said);
};

/** 那剩的4斤我全要了嘛: the amount that stands before it; nothing where goods are named, or it is a complaint. */
export function readCountedAll(message: string): string | undefined {
  const said = splitClauses(message)
    .map(plainWords)
    .findLast((clause) => pattern.all.test(clause));
  const all = said && pattern.all.exec(said);
  const whole = plainWords(message);
  if (!said || !all || pattern.refund.test(whole) || pattern.anger.test(whole) || said.length > 24)
    return undefined;
  // 红枣来5斤，核桃剩的4斤全要了 is an order of both.
  if (splitClauses(message).filter(hasNumber).length > 1) return undefined;
  const amount = [pattern.this, LEFT, softener, courtesy].reduce(
    (rest, words) => rest.replace(words, ' '),
    said.slice(0, all.index),
  );
  return hasNumber(amount) ? amount.trim() : undefined;
}

const hasNumber = (words: string): boolean => /[\d一二两三四五六七八九十半]/u.test(words);

/** 剩下的, 我: not goods, nor amounts. */
const LEFT = /剩下的|剩下|剩的|剩嘅|剩下嘅|剩余的|剩余|最后的?|这|那|我|俺|就|也/gu;
const THIS = new RegExp(pattern.this, 'gu');
const FILLER = phrasePattern(lexicon.part.filler, 'g');
const PARTICLES = /[些了吧嘞喽咯的嘅都呢你们家]|\b(?:i|ill|id|will|want|and|yes|now|to|the|rest|of)\b/gu;

/** 苹果全要了: goods are named, or may be, beside the words that want all. */
export function namesAllGoods(message: string): boolean {
  const said = splitClauses(message)
    .map(plainWords)
    .findLast((clause) => pattern.all.test(clause));
  const beside = [THIS, LEFT, choosing, softener, courtesy, FILLER, PARTICLES].reduce(
    (rest, words) => rest.replace(words, ' '),
    said?.replace(pattern.all, ' ') ?? '',
  );
  return /\p{L}/u.test(beside.replace(/[\d一二两三四五六七八九十半]+\p{Script=Han}{1,2}/gu, ' '));
}

/** 都5斤, `2 kg of each`: the amount of each that was asked about. */
export function readAlike(message: string): string | undefined {
  const said = plainWords(message);
  const rest = said.replace(pattern.alike, ' ').replace(courtesy, ' ').replace(softener, ' ').trim();
  return said.length < 24 && pattern.alike.test(said) && rest !== '' ? rest : undefined;
}

/** 只要小米，其他的不要了: all that is not named goes. */
export const keepsOnlyNamed = (message: string): boolean => pattern.others.test(plainWords(message));

/** Which of what stands on the card words like 这个, 后面那个 mean: its place, or what alone is there. */
export function readPlace(words: string): number | 'this' | undefined {
  const said = plainWords(words);
  const nth = ordinal.find(([, one]) => one.test(said))?.[0];
  return nth ?? (pattern.this.test(said) && said.length < 8 ? 'this' : undefined);
}

const isLatin = (word: string): boolean => /[a-z]/u.test(word);
const pointing = phrasePattern(lexicon.part.this, 'g');

/** 细的, the wide: what alone is said of one of those that were offered; longer messages are about something else. */
export const readQuality = (message: string): readonly string[] => {
  const said = plainWords(message);
  return said.length < 12 ? signsIn(said) : [];
};

/** 颜色浅的那种, `the light one`: words that tell one of what was shown from the others. */
export function readDescription(message: string): readonly string[] {
  const said = plainWords(message);
  if (!pattern.this.test(said) && !/\bone\b/u.test(said)) return [];
  const { tokens } = lex(message);
  const words = plainWords(
    tokens.map(({ is, text }) => (is !== 'word' ? ' ' : isLatin(text) ? ` ${text} ` : text)).join(''),
  );
  return signsIn(words);
}

/** Without what only points and chooses: words, and Han signs one by one. */
function signsIn(words: string): readonly string[] {
  const left = [courtesy, pointing, choosing, softener].reduce(
    (rest, some) => rest.replace(some, ' '),
    words,
  );
  return [...(left.match(/[a-z]{4,}/gu) ?? []), ...(left.match(/\p{Script=Han}/gu) ?? [])];
}
