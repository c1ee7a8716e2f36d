import { type ActMood, findActMood } from '../../clauses/act-mood.ts';
import { DAY_MS, fromLocal, toLocal, zoneDay } from '../../datetime/zone.ts';
import { parseDateTime, parseDay, type WhenContext } from '../../datetime.ts';
import { readNumber } from '../../rules/lexer/numbers.ts';
import { normalizeText } from '../../text/text.ts';
import { splitClauses } from '../clauses.ts';
import { readDraftFix } from '../drafts/draft-fix.ts';
import { phrasePatterns, plainWords } from '../phrases.ts';
import { sellerLexicon } from './seller-lexicon.ts';

const { begun, ending, cancel, move, named, later, earlier, sameHour, others, keeps } = phrasePatterns(
  sellerLexicon.streams,
);

/** What is done with a stream that is on or planned. */
export type StreamVerb = 'end' | 'cancel' | 'move';

/** Longer than that is no plain word about a stream; Latin words are longer. */
const isBrief = (words: string): boolean => words.length <= (/\p{Script=Han}/u.test(words) ? 40 : 90);

/** 播完了, 明晚的直播取消, 改到9点吧; `move` may be about something else, and counts only with a time. */
export function readStreamVerb(message: string): StreamVerb | undefined {
  // 人家的直播是8点，我的改到9点: the second is ours.
  const own = splitClauses(message).filter((clause) => !others.test(plainWords(clause)));
  const words = plainWords(own.join(' '));
  if (words === '' || !isBrief(words)) return undefined;
  const isNamed = named.test(words);
  if (cancel.test(words) && isNamed) return isMovedInstead(words, message) ? 'move' : 'cancel';
  // 活没弄完，直播挪到九点: to what hour it moves is said.
  if (ending.test(words) && isNamed) return movesTo(words) ? 'move' : 'end';
  const isMoved = move.test(words) || readShift(words) !== undefined || rightTime(message) !== undefined;
  return isMoved ? 'move' : undefined;
}

/** Why nothing is done with a stream that a message speaks of: it stays, is another's, or is only supposed or asked about. */
export type StreamMood = ActMood | 'kept';

/** 直播别改到9点, 要是下雨就取消, 隔壁的直播取消了, 明晚照播; nothing where something is to be done. */
export function readStreamMood(message: string): StreamMood | undefined {
  const words = plainWords(message);
  if (!isBrief(words)) return undefined;
  if (keeps.test(words)) return 'kept';
  const isNamed = named.test(words);
  const clauses = splitClauses(message);
  if (isNamed && clauses.every((clause) => others.test(plainWords(clause)))) return 'others';
  const changed = new RegExp(`${cancel.source}|${move.source}`, 'u');
  const mood = isNamed ? findActMood(message, changed) : undefined;
  return mood === 'later' ? undefined : mood;
}

/** We have started the stream now: it is on, whatever it sounds like. */
export const saysBegun = (message: string): boolean => begun.test(plainWords(message));

function movesTo(words: string): boolean {
  const found = move.exec(words);
  return found !== null && namesTime(words.slice(found.index + found[0].length));
}

const ANY_DAY: WhenContext = { now: new Date(0), timeZone: 'UTC' };
const namesTime = (words: string): boolean =>
  parseDay(words, ANY_DAY) !== undefined || parseDateTime(words, ANY_DAY).at !== null;

/** No wait, I meant 7 pm; 说错了，是八点半: the time that was meant, and nothing else. */
function rightTime(message: string): string | undefined {
  const right = notBut(message) ?? readDraftFix(message)?.right;
  return right !== undefined && isBrief(right) && namesTime(right) ? right : undefined;
}

/** 明天播不成了，改到后天: not called off, for another day or hour is named behind it. */
function isMovedInstead(words: string, message: string): boolean {
  const off = words.search(cancel);
  const to = move.exec(words.slice(off));
  const behind = to ? words.slice(off + to.index + to[0].length) : '';
  return (
    (!cancel.test(behind) && namesTime(behind)) || sameHourBehind(normalizeText(message).plain) !== undefined
  );
}

/** 明晚播不了了后天同一时间: the day behind what is called off. */
function sameHourBehind(words: string): string | undefined {
  const off = cancel.exec(words);
  const behind = off ? words.slice(off.index + off[0].length) : '';
  const last = sameHour.test(behind) ? behind.split(/[,;]/u).at(-1) : undefined;
  return last && namesTime(last) ? last : undefined;
}

/** 明天有事，取消: of a plan on that day, where there is one. */
export function cancelsSomething(message: string): boolean {
  const words = plainWords(message);
  return isBrief(words) && cancel.test(words);
}

/** 明晚8点直播取消: the words without those that call it off, for which no day is read. */
export const withoutCancel = (message: string): string =>
  message.replace(new RegExp(cancel.source, 'giu'), ' ');

/** 改成9: an hour, where nothing else is on the table. */
export const isBareHour = (message: string): boolean => BARE_HOUR.test(newTime(message));

const REPEATED = /每(?:个|逢)?(?=周|星期|礼拜|天|晚|早)|逢(?=周|星期|礼拜)|\bevery\s+/giu;

/** 每周三晚上八点直播: the message as if it spoke of the next one alone; nothing where it speaks of one anyway. */
export function withoutRepeat(message: string): string | undefined {
  const once = message.replace(REPEATED, '');
  return once === message ? undefined : once;
}

const HALF_DAY_MS = DAY_MS / 2;

/** 推迟一天, `a day later`. */
const DAYS = /(\d|[一二两三四五六]|\b(?:an?|one|two|three))\s*(?:天|日|days?)/u;
const LENGTH =
  /(\d{1,2}(?:\.5)?|[一二两三四五六]|半|\b(?:half an|an?|one|two|three))\s*(?:个\s*)?(半)?\s*(?:小时|钟头|个?钟|hours?)|(\d{1,3}|[一二三四五]?十五?|[一二两三]刻)\s*(?:分钟?|钟|minutes?|mins?)/u;
const ENGLISH: Readonly<Record<string, number>> = { a: 1, an: 1, one: 1, two: 2, three: 3, 'half an': 0.5 };

/** 推迟一个小时, `half an hour later`: by how much a plan is moved, in milliseconds; before it where negative. */
function readShift(words: string): number | undefined {
  const sign = later.test(words) ? 1 : earlier.test(words) ? -1 : 0;
  const [found, hours, half, minutes] = LENGTH.exec(words) ?? [];
  const days = found === undefined ? DAYS.exec(words)?.[1] : undefined;
  if (sign !== 0 && days !== undefined) return sign * number(days) * DAY_MS;
  if (sign === 0 || found === undefined) return undefined;
  const amount = hours === undefined ? readMinutes(minutes ?? '') : 60 * (number(hours) + (half ? 0.5 : 0));
  return Number.isFinite(amount) ? sign * amount * 60_000 : undefined;
}

const readMinutes = (text: string): number =>
  text.endsWith('刻') ? 15 * number(text.slice(0, -1)) : number(text);

const number = (text: string): number => ENGLISH[text] ?? (readNumber(text) ?? Number.NaN) / 1_000;

/** The time to which a plan is moved: on its day and in its half of the day, unless others are named. */
export function readMovedTime(message: string, planned: Date, when: WhenContext): Date | undefined {
  const shift = readShift(plainWords(message));
  return shift === undefined
    ? readTime(newTime(message), planned, when)
    : new Date(planned.getTime() + shift);
}

/** 不是七点，是八点半; 直播时间不对，应该是八点: what stands behind. */
const NOT_BUT =
  /(?:不是|唔系|\bnot\b)[^,;]{1,14}[,;\s]*(?:而是|应该是|是|系|but|its|it's|it is)\s*(.+)$|时间(?:不对|错了?|搞错了?|写错了?|说错了?)[,;\s]*(?:应该是|是|应该)?\s*(.+)$/u;

function notBut(message: string): string | undefined {
  const [, behind, time] = NOT_BUT.exec(normalizeText(message).plain) ?? [];
  return behind ?? time;
}

/** 从9点改成10点半: what stands behind the word of change, where anything does. */
function newTime(typed: string): string {
  const message = rightTime(typed) ?? typed;
  const { plain } = normalizeText(message);
  const found = move.exec(plain);
  if (!found) return sameHourBehind(plain) ?? message;
  const behind = plain.slice(found.index + found[0].length).trim();
  // The kids eat at eight, make it tomorrow 9 pm instead: in the clause of the word of change.
  const clause = plain.slice(plain.slice(0, found.index).search(LAST_CLAUSE));
  return (behind === '' ? clause : behind).replace(STILL, '');
}

const LAST_CLAUSE = /[^,;]*$/u;
/** 挪到周五吧，还是晚上7点: as it was, and no other choice. */
const STILL = /(?<=[,;]\s*)(?:还是|仍是|仍旧|照旧|依然|一样)(?=[^,;]*[点:])/u;

function readTime(message: string, planned: Date, { now, timeZone }: WhenContext): Date | undefined {
  const local = toLocal(planned, timeZone);
  const day = parseDay(message, { now, timeZone });
  if (day) {
    const { at, ask } = parseDateTime(message, { now, timeZone });
    if (at) return ask ? inSameHalf(at, planned, timeZone) : at;
    // 改到周五: at the hour for which it was planned.
    const { plain } = normalizeText(message);
    const isDayAlone = sameHour.test(plain) || !/[点:]|\d/u.test(plain);
    return isDayAlone ? fromLocal(day.getTime() + local - zoneDay(local), timeZone) : undefined;
  }
  return readHour(message, planned, fromLocal(zoneDay(local), timeZone), timeZone);
}

/** 8, 8:30: an hour alone. */
const BARE_HOUR = /^\s*(\d{1,2})(?::([0-5]\d))?\s*(?:吧|了|啊|哈|instead|then|please)?\s*$/u;

/** The hour of a day that is known, in the half of the day for which it was planned. */
function readHour(message: string, planned: Date, midnight: Date, timeZone: string): Date | undefined {
  const [bare, hour, minutes = '00'] = BARE_HOUR.exec(normalizeText(message).plain) ?? [];
  const words = bare === undefined ? message : `${hour}:${minutes}`;
  const { at, ask } = parseDateTime(words, { now: midnight, timeZone });
  return at && ask ? inSameHalf(at, planned, timeZone) : (at ?? undefined);
}

/** 八点, which is taken for the evening: in the morning where the plan is. */
function inSameHalf(at: Date, planned: Date, timeZone: string): Date {
  const local = toLocal(planned, timeZone);
  return local - zoneDay(local) < HALF_DAY_MS ? new Date(at.getTime() - HALF_DAY_MS) : at;
}

const RANGE_END =
  /(?<=[点半刻分钟时]|:\d{2}|[ap]m)\s*(?:到|至|-|~|–|—|to|till|until)\s*(?:[早中晚上下午夜]{0,2})\s*(?:\d{1,2}|[一二两三四五六七八九十]{1,3})\s*(?:点半?|:\d{2}|[ap]m)?/giu;

/** 明天下午两点到四点直播: as if its end had not been named. */
export const withoutRangeEnd = (message: string): string => message.replace(RANGE_END, '');
