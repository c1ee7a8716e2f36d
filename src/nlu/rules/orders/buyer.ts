import { lex } from '../lexer/lexer.ts';
import { type Text, textOf } from '../lexer/text.ts';
import { looksLikeGoods } from './goods-words.ts';
import type { BuyerKind } from './kind.ts';
import * as about from './kind.ts';
import { type BuyerLine, type Lines, readLines } from './lines.ts';
import { productIn } from './product-words.ts';
import { type Addressee, takeRecipient } from './recipient.ts';

/** What a buyer's message says, by rules alone. Whatever it states occurs in the message. */
export interface BuyerReading {
  readonly kind: BuyerKind;
  readonly lines: readonly BuyerLine[];
  readonly recipient: Addressee | null;
  /** What will have to be asked. */
  readonly ambiguous: readonly string[];
}

/** Longer messages are no orders; the reader stays quick whatever comes. */
const MAX_LENGTH = 2_000;

export function readBuyer(message: string): BuyerReading {
  const { recipient, rest, isUnsure } = takeRecipient(textOf(message.slice(0, MAX_LENGTH)));
  const clauses = toClauses(rest);
  const kind = kindOf(rest.plain, clauses);
  const { lines, isVague } = linesFor(kind, rest, clauses);
  const isNothing = lines.length === 0 && (kind === 'order' || (kind === 'search' && recipient !== null));
  const really = isNothing ? (recipient ? 'order' : 'other') : kind;
  const ambiguous = [...(isVague && kind === 'order' ? ['quantity'] : []), ...(isUnsure ? ['address'] : [])];
  return { kind: really, lines, recipient, ambiguous };
}

type ClauseKind = 'money' | 'status' | 'search' | 'question' | 'order' | 'words';

interface Clause {
  readonly text: Text;
  readonly kind: ClauseKind;
}

/** Clauses end at stops; a decimal point and a thousands comma are no stops. */
function toClauses({ said, plain }: Text): Clause[] {
  const clauses: Clause[] = [];
  for (const found of plain.matchAll(
    /[^,;!?]*?(?:[,;!?]+(?!\d{3}(?!\d))|\.(?!\d)|(?<=[吗呢么吧不啊呀]|没有?|([\u4e00-\u9fff])不\1)\s+|\s+(?=(?:我|那我?|就)?(?:要|来|拿)(?:\d|[一二两三四五六七八九十半几])|能不能|可不可以|可以再|能再|再(?:来|要|加|给)|帮我|麻烦)|$)/g,
  )) {
    const [all] = found;
    if (all.replace(/[\s,;.!?]/g, '') === '') continue;
    const at = found.index;
    const text = { said: said.slice(at, at + all.length), plain: all };
    clauses.push({ text, kind: clauseKind(text.said, all) });
  }
  return clauses.map((clause) =>
    clause.kind === 'order' && TOLD.test(clause.text.plain) && hasOther(clauses, clause)
      ? { ...clause, kind: 'status' }
      : clause,
  );
}

/** 刚下单了5斤小米 能不能再加一包粉条: what was ordered before is not ordered now. */
const TOLD = /(?:刚刚?|刚才|已经|昨天|前天|上次|之前)我?(?:下单|买|拍|订)了/;

const hasOther = (clauses: readonly Clause[], clause: Clause): boolean =>
  clauses.some((one) => one !== clause && one.kind === 'order');

function clauseKind(said: string, plain: string): ClauseKind {
  const isMeasured = readLines(said).lines.some(({ measure }) => measure !== null);
  const isList = /^(?:\s*\p{Script=Han}{1,6}\s*\d{1,3}(?![\d.])[\s,;]*)+$/u.test(plain);
  const isNamed = isList || lex(plain).tokens.some((token) => token.is === 'code');
  if (about.isStatus(plain)) return 'status';
  if (about.asksMoney(plain)) return 'money';
  const isOrder = isMeasured || isNamed || about.isWanting(plain);
  if (about.isSearching(plain) && !isMeasured && !about.isWanting(plain)) return 'search';
  if (about.isAsking(plain) && !(isOrder && about.isPoliteOrder(plain)))
    return about.isSearching(plain) && !isMeasured ? 'search' : 'question';
  if (isOrder) return 'order';
  if (about.asksTime(plain)) return 'question';
  return about.isSearching(plain) ? 'search' : 'words';
}

function kindOf(plain: string, clauses: readonly Clause[]): BuyerKind {
  const has = (kind: ClauseKind): boolean => clauses.some((clause) => clause.kind === kind);
  if (about.isGreeting(plain)) return 'other';
  if (about.isReturn(plain)) return 'cancel';
  if (about.isCancel(plain)) return remains(plain, about.isSwap(plain) && has('order')) ? 'order' : 'cancel';
  if (about.isHuman(plain)) return 'human';
  if (about.isShortfall(plain)) return 'status';
  if (has('order'))
    return has('status') &&
      !clauses.some((clause) => clause.kind === 'order' && readLines(clause.text.said).lines.length > 0)
      ? 'status'
      : 'order';
  if (has('status')) return 'status';
  if (has('money') || has('question')) return 'question';
  if (has('search')) return 'search';
  return isProductName(plain) ? 'search' : 'other';
}

const CHATTER =
  /恭喜|老样子|发财|付款|付了|付钱|前排|沙发|已|别|先|快乐|新年|祝|厉害|赞|顶|欢迎|关注|路过|开心|热闹|风景|家乡|老家|羡慕|健康|平安|吉祥|顺利|大卖|红火|怎么|什么|吃|说|看|播|听|好吃|好看|漂亮|喜欢|不错|真|太|很|棒|香|甜|加油|支持|谢|哈|主播|老板|大家|早|晚上|今天|明天|我|你|他|她|了|着|过|吗|呢|吧|啊/;

const LATIN_CHATTER =
  /\b(?:paid|never|mind|stop|luck|done|love|stream|village|wow|lol|haha|best|first|welcome|congrats|congratulations|happy|wonderful|delicious|tasty|yummy|received)\b/;

/** 核桃5斤小米3斤,核桃不要了: an order is left of it. A swap may leave goods without an amount. */
const remains = (plain: string, isSwap: boolean): boolean =>
  readLines(plain).lines.some(({ product, measure }) => isSwap || (product !== '' && measure !== null));

/** A few words that say nothing but what is looked for. */
function isProductName(plain: string): boolean {
  const text = plain.replace(/[\s,;.!~]+$/g, '').trim();
  if (text === '' || about.isGreeting(text) || lex(text).tokens.some((token) => token.is !== 'word'))
    return false;
  if (/[\u4e00-\u9fff]/.test(text)) return text.length <= 6 && !CHATTER.test(text);
  const words = text.split(/\s+/);
  return words.length <= 3 && !LATIN_CHATTER.test(text) && productIn(text, text) === text;
}

function linesFor(kind: BuyerKind, rest: Text, clauses: readonly Clause[]): Lines {
  if (kind === 'order') return withTopic(orderedLines(rest, clauses), clauses);
  if (kind !== 'search') return { lines: [], isVague: false };
  const asked = clauses.find((clause) => clause.kind === 'search')?.text ?? rest;
  const product = readLines(asked.said).lines.find((line) => line.product !== '')?.product ?? '';
  return { lines: product === '' ? [] : [{ product, quantity: null, measure: null }], isVague: false };
}

/** 5斤核桃多少钱,我要了: where nothing is named but in the question, that is what is wanted. */
function orderedLines(rest: Text, clauses: readonly Clause[]): Lines {
  const order = readLines(orderText(rest, clauses));
  if (order.lines.length > 0) return order;
  const priced = clauses.filter(({ kind }) => kind === 'money').map(({ text }) => readLines(text.said));
  return priced.find(({ lines }) => lines.some(({ quantity }) => quantity !== null)) ?? order;
}

/** 有大核桃没?来5斤: what was asked for is what is wanted. */
function withTopic(order: Lines, clauses: readonly Clause[]): Lines {
  const [only, ...others] = order.lines;
  if (only?.product !== '' || others.length > 0) return order;
  const asked = clauses.find((clause) => clause.kind === 'search');
  const product = asked ? readLines(asked.text.said).lines[0]?.product : topicOf(clauses);
  return { ...order, lines: [{ ...only, product: product ?? '' }] };
}

/** 核桃一斤多少个?来5斤: what a question begins with, where it looks like goods. */
function topicOf(clauses: readonly Clause[]): string | undefined {
  const asked = clauses.find(({ kind }) => kind === 'money' || kind === 'question');
  const [words = ''] =
    /^[\s\p{Script=Han}]{1,12}?(?=[是有多怎咋能可几一啥什皮薄甜好新还贵价吗会要不都在放吃卖])/u.exec(
      asked?.text.plain ?? '',
    ) ?? [];
  const product = productIn(asked?.text.said.slice(0, words.length) ?? '', words);
  return looksLikeGoods(product) ? product : undefined;
}

/** What is said of the order itself: without the questions behind it. */
function orderText({ said }: Text, clauses: readonly Clause[]): string {
  const part = clauses
    .filter((clause) => clause.kind === 'order' || clause.kind === 'words')
    .map((clause) => clause.text.said);
  return part.length > 0 ? part.join('') : said;
}
