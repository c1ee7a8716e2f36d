import { lex } from '../lexer/lexer.ts';
import { isQuantity, type Quantity } from '../lexer/tokens.ts';
import { normalizeText } from '../text/text.ts';
import { lexicon } from './lexicon.ts';
import { findWhole, phrasePattern, phrasePatterns, plainWords } from './phrases.ts';
import {
  type FactTopic,
  type HelpTopic,
  type SellerScreen,
  sellerLexicon,
  type TakingsPeriod,
} from './seller-lexicon.ts';

/** What a seller's message does, beside offers, prices and amounts: pure, from its words alone. */
export type SellerAct =
  | { readonly is: 'greet' | 'thanks' | 'bye' | 'bot' | 'yes' | 'no' }
  | { readonly is: 'undo' | 'publish' | 'discard' | 'wrong' | 'person' | 'follow' }
  | { readonly is: 'show'; readonly screen: SellerScreen }
  | { readonly is: 'help'; readonly topic: HelpTopic }
  /** `goods` is empty for what is on the table. */
  | { readonly is: 'photo'; readonly goods: string }
  | { readonly is: 'remove'; readonly goods: string }
  | { readonly is: 'rename'; readonly goods: string; readonly title: string };

const { whole, part, screens, help, facts, periods } = sellerLexicon;

const courtesy = phrasePattern(lexicon.courtesy, 'g');

const findTalk = findWhole({
  greet: lexicon.whole.greet,
  thanks: lexicon.whole.thanks,
  bye: lexicon.whole.bye,
  yes: lexicon.whole.yes,
  no: [...lexicon.whole.no, ...lexicon.whole.drop],
});
const findAct = findWhole({ ...whole, wrongUndone: [...whole.undo, ...whole.wrong] });
const findScreen = findWhole(screens);
const said = phrasePatterns(part);
const cue = phrasePattern(help.cue);
const bot = phrasePattern(lexicon.part.bot);
const topicPatterns = Object.entries(phrasePatterns(help.topics));
const factPatterns = Object.entries(phrasePatterns(facts));

/** Longer than that is no plain act. */
const MAX_LENGTH = 120;

/** The act of a whole message or of one clause; nothing where it is about goods, prices and amounts. */
export function readSellerAct(message: string): SellerAct | undefined {
  if (message.length > MAX_LENGTH) return undefined;
  const words = plainWords(message);
  const act = findAct(words, courtesy) ?? findTalk(words, courtesy);
  if (act) return { is: act === 'wrongUndone' ? 'undo' : act };
  const screen = findScreen(words, courtesy);
  if (screen) return { is: 'show', screen };
  return readView(message, words) ?? readRename(message) ?? readTableAct(words) ?? readHelp(message, words);
}

/** 昨天卖了多少, 谁还没付款, 有人问我吗: asked to be shown. */
function readView(message: string, words: string): SellerAct | undefined {
  if (lex(message).tokens.some(isQuantity)) return undefined;
  if (said.unpaid.test(words)) return { is: 'show', screen: 'unpaid' };
  if (said.asked.test(words)) return { is: 'show', screen: 'asked' };
  return said.takings.test(words) ? { is: 'show', screen: 'sales' } : undefined;
}

const periodPatterns = Object.entries(phrasePatterns(periods)) as [TakingsPeriod, RegExp][];

/** Of which time takings are wanted; of today where no other is named. */
export const readPeriod = (message: string): TakingsPeriod =>
  periodPatterns.find(([, pattern]) => pattern.test(plainWords(message)))?.[0] ?? 'today';

/** Undo, throw away, another photo: about what was last on the table, or what is named. */
function readTableAct(words: string): SellerAct | undefined {
  if (/\d/.test(words)) return undefined;
  if (said.undo.test(words) && !cue.test(words)) return { is: 'undo' };
  if (said.discard.test(words)) return { is: 'discard' };
  const removal = readRemoval(words);
  if (removal) return removal;
  const photo = said.photo.exec(words);
  if (photo && !cue.test(words)) return { is: 'photo', goods: goodsIn(words, photo[0]) };
  return undefined;
}

const LEFT_OVER = /把|给|我|想|要|一下|的|吧|了|请|再|张|the|of|for|my|please|to|want|i/g;

const goodsIn = (words: string, cueWords: string): string =>
  words
    .replace(cueWords, ' ')
    .replace(LEFT_OVER, ' ')
    .replace(/照片|图片?|photo|picture/g, ' ')
    .trim();

/** 加个帮手, 找个人: no amount of goods. */
const isOnePiece = (token: Quantity): boolean => token.is === 'amount' && token.text === '个';

function readHelp(message: string, words: string): SellerAct | undefined {
  const quantities = lex(message)
    .tokens.filter(isQuantity)
    .filter((token) => !isOnePiece(token));
  // 咋弄成五斤一袋的卖: how it is done, with an example. A price is always about goods.
  const isExample = said.how.test(words) && quantities.every(({ is }) => is === 'amount' || is === 'unit');
  if (quantities.length > 0 && !isExample) return undefined;
  if (bot.test(words)) return { is: 'bot' };
  if (said.person.test(words)) return { is: 'person' };
  if (!cue.test(words)) return undefined;
  const topic = topicPatterns.find(([, pattern]) => pattern.test(words))?.[0];
  return topic === undefined ? undefined : { is: 'help', topic: topic as HelpTopic };
}

const QUOTES = /^[\s「“"'：:,，]+|[\s」”"'。.!！,，吧]+$/g;

/** 把小米改名叫黄小米; 名字写错了，应该叫赤小豆: what is on the table; `rename X to Y`. */
function readRename(message: string): SellerAct | undefined {
  const { plain, said: typed } = normalizeText(message);
  if (cue.test(plain)) return undefined;
  const [, englishGoods, englishTitle] = RENAMED.exec(typed) ?? [];
  if (englishGoods && englishTitle) return renamed(englishGoods, englishTitle);
  const found = said.rename.exec(plain);
  if (!found) return undefined;
  return renamed(typed.slice(0, found.index), typed.slice(found.index + found[0].length));
}

const RENAMED =
  /^(?:please\s+)?(?:rename|change\s+(?:the|its)\s+name\s+of)\s+(?:the\s+)?(.+?)\s+(?:in)?to\s+(.+)$/iu;

function renamed(before: string, behind: string): SellerAct | undefined {
  const title = behind.replace(QUOTES, '');
  const clause = before.split(/[,，。;；]/u).findLast((one) => one.trim() !== '') ?? '';
  // 名字写错了: what is wrong names no goods.
  const named = said.correction.test(clause) ? '' : clause;
  const goods = named
    .replace(/^\s*(?:把|请把|将|the|那个)+/giu, '')
    .replace(/(?:的|应该|它|这个|and|name|名字|\s)+$/giu, '')
    .replace(/^(?:这个|它|it|from now on)$/iu, '');
  return title === '' || title.length > 40 || /\d/.test(title)
    ? undefined
    : { is: 'rename', goods: goods.replace(/^「|」$/gu, ''), title };
}

/** 删掉鸡蛋, `delete the duck eggs`: it goes from the shelf for good. */
function readRemoval(words: string): SellerAct | undefined {
  const found = said.remove.exec(words);
  if (!found || cue.test(words)) return undefined;
  const goods = goodsIn(words, found[0]);
  return goods === '' ? { is: 'discard' } : { is: 'remove', goods };
}

/** A thing said of the shop that buyers ask again and again; nothing in a question. */
export function readFact(message: string): FactTopic | undefined {
  const words = plainWords(message);
  const isAsked = cue.test(words) || /[?？]|[吗么呢]\s*$/u.test(message.trim());
  if (message.length > MAX_LENGTH || isAsked) return undefined;
  const found = factPatterns.find(([, pattern]) => pattern.test(words))?.[0];
  return found as FactTopic | undefined;
}

const PLACES: readonly RegExp[] = [
  /(?:来|在|到|去|上)\s*(.{2,30}?)\s*(?:来|里|这儿|那儿)?(?:自提|自取|取货|来?拿)/u,
  /(?:自提|自取)(?:点|地点|地址|的?地方)?(?:在|是|改到|改成|[:：])\s*(.{2,30})/u,
  /(?:pick(?:ed)?(?:[ -]?up)?|collect(?:ed)?)(?: (?:it|them|orders))? (?:is )?(?:at|from)\s+(.{2,40})/iu,
  /pick[ -]?up(?: point| place)? is (?:at |in )?(.{2,40})/iu,
];

/** 可以来村东头小卖部自提: where. */
export const readPickupPlace = (message: string): string | undefined =>
  PLACES.map((place) => place.exec(message)?.[1]?.replace(/[。.!！吧\s]+$/u, '')).find((place) => place);

/** What follows "no, it is …": the message without the words of correction; nothing where there are none. */
export function readCorrection(message: string): string | undefined {
  const { plain } = normalizeText(message);
  const found = said.correction.exec(plain);
  if (!found || found.index > 10) return undefined;
  const rest = message.slice(found.index + found[0].length);
  const before = message.slice(0, found.index);
  return `${before} ${rest}`.replace(/^[\s,，:：。.是]+/u, '').trim();
}
