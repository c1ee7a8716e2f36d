import { lex } from '../../lexer/lexer.ts';
import { isQuantity, type Token } from '../../lexer/tokens.ts';
import { type Known, knownWith } from '../../model/goods.ts';
import type { SellerReading } from '../../reading.ts';
import { readPlainOffer } from './plain-offer.ts';
import { ends, kinds, latinEnds, latinLeads, leads, noNames, starts, subjects } from './title-words.ts';

// The whole noun as typed: 花生碎 12元一斤 is no offer of 花生.

/** Longer than that it was no name. */
const MAX_MORE = 3;
const HAN = /^\p{Script=Han}+$/u;

/** The reading with all of its title, where nothing but the name's own signs stands between it and the figure behind it. */
export function withWholeTitle(message: string, reading: SellerReading): SellerReading {
  if (reading.title === null) return reading;
  const title = withoutTail(withoutLead(reading.title));
  if (reading.kind !== 'product') return { ...reading, title };
  return HAN.test(title)
    ? withWholeNoun(message, { ...reading, title }, title)
    : { ...reading, title: wholePhrase(message, withLatinWords(message, title)) };
}

function withWholeNoun(message: string, reading: SellerReading, title: string): SellerReading {
  const whole = wordAtStart(message);
  if (whole?.endsWith(title) && isName(whole.slice(0, -title.length))) return { ...reading, title: whole };
  const { text, tokens } = lex(message);
  const at = text.said.indexOf(title);
  if (at < 0) return reading;
  const noun = title.length === 1 ? nounBehind(text.plain, at) : undefined;
  if (noun) return { ...reading, title: noun };
  const more = signsBehind(tokens, at + title.length);
  const before = signsBefore(text.plain.slice(0, at));
  return { ...reading, title: `${before}${title}${more}` };
}

/** What says that the goods are there: 有土鸡蛋, 刨下山药蛋. */
const THERE = /[有下了咗好]$/u;

/** 有土鸡蛋, 关于苹果醋, `also butter`, `Sir walnut oil`. */
function withoutLead(title: string): string {
  const [first = ''] = /^[a-z']+(?= )/iu.exec(title) ?? [];
  const isLead = latinLeads.has(first.toLowerCase());
  const lead = opens.find((word) => title.startsWith(word)) ?? '';
  const rest = title.slice(isLead ? first.length : lead.length).trim();
  if (rest.length < 2) return title;
  return isLead ? withoutLead(rest) : rest;
}

const opens = [...leads.filter((word) => THERE.test(word)), ...subjects];

/** The chilli of `chilli came`, the berries of `berries go`. */
function withoutTail(title: string): string {
  const [all = '', word = ''] = /(?:\s|(?='s$))([a-z']+)$/iu.exec(title) ?? [];
  const rest = title.slice(0, title.length - all.length);
  return all !== '' && rest.length > 1 && noNames.has(word.toLowerCase()) ? withoutTail(rest) : title;
}

/** 三大片, 今天小满, 过了清明, 不是头茬: that word counts or dates something, or is denied. */
const NO_KIND = /[\d一二两三四五六七八九十几半今明昨后天日是过了没不]$/u;

/** 头茬紫苏叶: the title with the word right before it that says which kind it is. */
export function withKind(message: string, title: string): string {
  const { said } = lex(message).text;
  const before = said.slice(0, Math.max(0, said.indexOf(title)));
  const kind = kinds.find((one) => before.endsWith(one));
  const isOther = kind !== undefined && NO_KIND.test(before.slice(0, -kind.length));
  return kind === undefined || isOther || !HAN.test(title) ? title : `${kind}${title}`;
}

const BEFORE = /(?:^|[^\p{L}])(\p{Script=Han}+)$/u;

/** 窖藏 of 俺家窖藏老陈醋: what stands between the beginning of the clause and the name, where none of it says anything else. */
function signsBefore(plain: string): string {
  let run = BEFORE.exec(plain)?.[1] ?? '';
  for (let lead = leadOf(run); lead; lead = leadOf(run)) run = run.slice(lead.length);
  const isPart = run.length > 0 && run.length <= MAX_MORE && !starts.some((word) => run.includes(word));
  return isPart ? run : '';
}

const leadOf = (run: string): string | undefined => leads.find((word) => run.startsWith(word));

/** Propolis drops, rye flour: the Latin words on both sides that say nothing else. */
function withLatinWords(message: string, title: string): string {
  const { text, tokens } = lex(message);
  const start = text.plain.indexOf(title.toLowerCase());
  const end = start + title.length;
  if (start < 0) return title;
  const first = tokens.findIndex((token) => token.start >= start);
  const behind = tokens.findIndex((token) => token.start >= end);
  const before = wordsBeside(tokens.slice(0, first).reverse());
  const after = behind < 0 ? [] : wordsBeside(tokens.slice(behind), latinEnds);
  const from = before.at(-1)?.start ?? start;
  const to = after.at(-1)?.end ?? end;
  return text.said.slice(from, to);
}

/** Those up to a sign or a figure; none where a word among them is no part of a name. */
function wordsBeside(tokens: readonly Token[], unless?: ReadonlySet<string>): readonly Token[] {
  const stop = tokens.findIndex(({ is, text }) => is !== 'word' || noNames.has(text));
  const some = stop < 0 ? tokens : tokens.slice(0, stop);
  const isName =
    some.length <= 2 && some.every(({ text }) => /^[a-z'-]{2,}$/.test(text) && !unless?.has(text));
  return isName ? some : [];
}

/** 雨前毛尖 180元: what stands alone at the start, parted from its figure, is the name. */
const wordAtStart = (message: string): string | undefined =>
  /^\s*(\p{Script=Han}{2,8})\s+(?=\d)/u.exec(message)?.[1];

/** Sour plums 12 yuan/kg, 60 kg: of an offer that says nothing else, all words before the price are the name. */
function wholePhrase(message: string, title: string): string {
  const whole = readPlainOffer(message)?.title;
  return whole && ` ${whole} `.toLowerCase().includes(` ${title} `.toLowerCase()) ? whole : title;
}

const DESCRIBED = /^\p{Script=Han}{1,8}的(\p{Script=Han}{2,8})(?=[\s,，。;；\d]|$)/u;

/** 手工扎的高粱扫帚 is no offer of 手: the noun that the words from `at` on describe. */
function nounBehind(plain: string, at: number): string | undefined {
  const noun = DESCRIBED.exec(plain.slice(at))?.[1];
  if (noun === undefined || ends.some((word) => noun.includes(word))) return undefined;
  names ??= knownWith([]);
  return names.at(plain, at) ? undefined : noun;
}

let names: Known | undefined;

/** The signs that go on right behind the title up to a figure; none where a word among them ends a name. */
function signsBehind(tokens: readonly Token[], end: number): string {
  let more = '';
  for (const token of tokens.filter(({ start }) => start >= end)) {
    if (isQuantity(token)) return isName(more) ? more : '';
    if (token.is !== 'word' || token.start !== end + more.length || more.length === MAX_MORE) return '';
    more += token.text;
  }
  return '';
}

const isName = (more: string): boolean => HAN.test(more) && !ends.some((word) => more.includes(word));
