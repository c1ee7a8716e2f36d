import { readDataFile } from '../../../shop/values/data-file.ts';
import { NUM, parseNumeral } from '../../datetime/numerals.ts';
import { lex } from '../../lexer/lexer.ts';
import { isQuantity } from '../../lexer/tokens.ts';
import { normalizeText } from '../../text/text.ts';
import { phrases } from '../lexicon.ts';
import { packed, phrasePattern, phrasePatterns, plainWords } from '../phrases.ts';
import { sellerLexicon } from './seller-lexicon.ts';

const { heard, next, over, start, replay, price, list, add, begun, notBegun, leaving, notLeaving } =
  readDataFile('lexicon/host.yaml', {
    ...{ heard: phrases, next: phrases, over: phrases, start: phrases },
    ...{ begun: phrases, notBegun: phrases, leaving: phrases, notLeaving: phrases },
    ...{ replay: phrases, price: phrases, list: phrases, add: phrases },
  });

const said = phrasePatterns({ heard, replay, price, begun, notBegun, leaving, notLeaving });
const priceWords = phrasePattern(price, 'g');
const listHead = new RegExp(`^(?:${phrasePattern(list).source})\\s*(?:是|有|为|[:：,，]|are|is)?\\s*`, 'u');
const addHead = new RegExp(`^${phrasePattern(add).source}\\s*`, 'u');
const wholes = {
  next: new Set(next.map(packed)),
  over: new Set(over.map(packed)),
  start: new Set(start.map(packed)),
};

/** What the host of a stream says while it is on, or while it is planned. */
export type HostAct =
  /** `leaving`: perhaps of a stream that is on. */
  | { readonly is: 'heard' | 'next' | 'over' | 'start' | 'begun' | 'leaving' }
  /** The words of the goods, in their order. */
  | { readonly is: 'items' | 'add'; readonly goods: readonly string[] }
  /** What is left of the message: goods and their price. */
  | { readonly is: 'price'; readonly words: string }
  | { readonly is: 'replay'; readonly url: string };

/** Longer than that is a story. */
const MAX_LENGTH = 120;
const LINK = /https?:\/\/\S+/iu;

/** 多少人听到, 下一个, 1号核桃2号红枣, 直播价核桃16, 回放 https://…; nothing where the message is about something else. */
export function readHostAct(message: string): HostAct | undefined {
  if (message.length > MAX_LENGTH) return undefined;
  const words = plainWords(message);
  const url = LINK.exec(message)?.[0];
  if (url) return said.replay.test(words) ? { is: 'replay', url } : undefined;
  const whole = (['next', 'over', 'start'] as const).find((name) => wholes[name].has(packed(words)));
  if (whole) return { is: whole };
  const move = readBeginOrEnd(message, words);
  if (move) return { is: move };
  if (said.heard.test(words)) return { is: 'heard' };
  const goods = readNumbered(message) ?? readListed(message);
  if (goods) return { is: 'items', goods };
  return readPrice(message) ?? readAdded(message);
}

/** Longer than that is said of something else. */
const BRIEF = 28;

/** 我而家开播啦, we're on air; 拜拜各位 下了: no time of a plan, and no amount. */
function readBeginOrEnd(message: string, words: string): 'begun' | 'leaving' | undefined {
  if (words.length > BRIEF || /[?？]/u.test(message) || lex(message).tokens.some(isQuantity))
    return undefined;
  if (said.begun.test(words) && !said.notBegun.test(words)) return 'begun';
  return said.leaving.test(words) && !said.notLeaving.test(words) ? 'leaving' : undefined;
}

const NUMBERED = new RegExp(
  `(${NUM})\\s*(?:号链接|号|[.、:：])\\s*(?:是|为|系|放|上|卖|讲|:|：)?\\s*|(?:item|number|no\\.?|#)\\s*(\\d{1,2})\\s*(?:is|are|will be|:|-|=)?\\s*`,
  'gu',
);
const named = phrasePattern(sellerLexicon.streams.named);
/** 这场直播, tonight on the stream: of a stream, and without a figure. */
const isHeading = (words: string): boolean =>
  words.length < (/\p{Script=Han}/u.test(words) ? 14 : 32) && named.test(words) && !/\d/u.test(words);

/** 1号核桃2号红枣3号小米: all numbers from 1 on, in their order. */
function readNumbered(message: string): readonly string[] | undefined {
  const { said: typed, plain } = normalizeText(message);
  const found = [...plain.matchAll(NUMBERED)];
  const before = plain.slice(0, found[0]?.index);
  const isRun = found.length > 1 && (before === '' || isHeading(before));
  if (!isRun || !found.every(({ 1: han, 2: latin }, i) => parseNumeral(han ?? latin ?? '') === i + 1))
    return undefined;
  const goods = found.map(({ index, 0: head }, i) =>
    typed
      .slice(index + head.length, found[i + 1]?.index ?? typed.length)
      .replace(/^[\s,，;；、]+|[\s,，;；、。.]+$|[\s,，]+(?:and|然后|还有)\s*$/gu, ''),
  );
  return goods.every(isGoods) ? goods : undefined;
}

const isGoods = (words: string): boolean => words.length > 1 && words.length < 20 && !/\d/u.test(words);

/** 直播单子：核桃 红枣 小米. */
function readListed(message: string): readonly string[] | undefined {
  const { said: typed, plain } = normalizeText(message);
  const head = listHead.exec(plain)?.[0];
  const goods = head ? namesIn(typed.slice(head.length)) : [];
  return goods.length > 0 && goods.every(isGoods) ? goods : undefined;
}

const namesIn = (text: string): string[] =>
  text
    .split(/[\s,，、;；和跟与]+|\band\b/u)
    .map((name) => name.replace(/[。.!！吧]+$/u, '').trim())
    .filter(Boolean);

/** 直播价核桃16: one sum, and no hour of a plan. */
function readPrice(message: string): HostAct | undefined {
  const { said: typed, plain } = normalizeText(message);
  if (!said.price.test(plain)) return undefined;
  const sums = lex(typed).tokens.filter(({ is }) => is === 'money' || is === 'number');
  const isTimed = /点|\d:\d|\b(?:am|pm)\b/iu.test(plain);
  if (sums.length !== 1 || isTimed) return undefined;
  const words = typed
    .toLowerCase()
    .replace(priceWords, ' ')
    .replace(/\s*(?:是|为|for|is|at|the)(?=[\s\d])/gu, ' ')
    .trim();
  return { is: 'price', words };
}

/** 再加个小米. */
function readAdded(message: string): HostAct | undefined {
  const { said: typed, plain } = normalizeText(message);
  const head = addHead.exec(plain)?.[0];
  const goods = head ? namesIn(typed.slice(head.length)) : [];
  return goods.length > 0 && goods.every(isGoods) ? { is: 'add', goods } : undefined;
}
