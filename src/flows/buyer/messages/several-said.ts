import { type Reply, say } from '../../../chat/dsl/screen.ts';
import { type Act, readAct } from '../../../nlu/acts/act.ts';
import { readMoneyFor } from '../../../nlu/acts/money-for.ts';
import { hangsOnSomething } from '../../../nlu/acts/offers/supposed.ts';
import { leadsOnly } from '../../../nlu/acts/orders/changes/edits.ts';
import { readAmountChange, readRemoval, wantsAll } from '../../../nlu/acts/orders/changes/order-change.ts';
import { readWantedNow, withoutHome } from '../../../nlu/acts/orders/other-times.ts';
import { splitSeveral } from '../../../nlu/acts/orders/several-said.ts';
import { asksPrice, isAsking, namesAmount } from '../../../nlu/acts/question-topic.ts';
import type { PlainSentence } from '../../../nlu/plainly/say-plainly.ts';
import { readBuyer } from '../../../nlu/read.ts';
import { withUnderstanding } from '../../common/meant.ts';
import { buyerContext } from '../../common/read-context.ts';
import type { Turn } from '../../flow.ts';
import { freshly } from '../../screens/messages/freshly.ts';
import { isCard } from '../checkout/checkout-open.ts';
import { namedProduct } from './named-product.ts';
import { asOneReply } from './one-reply.ts';
import { forwardable } from './questions/forward.ts';
import { answerAsSaid, needsTelling, sureSentence } from './said-plainly.ts';
import { unusedScreen } from './unused.ts';

// 红枣咋卖，够多少钱能免邮: what each part of a message says, each answered in its turn.

type Answer = (turn: Turn) => Promise<Reply>;

/** What one part of a message does. */
interface Part {
  /** Two parts of one kind ask the same. */
  readonly kind: string;
  readonly typed: string;
  /** The plain sentence that is answered for it, where no rule reads it as it was typed. */
  readonly meant?: PlainSentence;
}

const MOST_PARTS = 5;

/** Every part answered; nothing where some part may be an order, or all of them ask one thing. */
export async function severalAnswer(turn: Turn, answer: Answer): Promise<Reply | undefined> {
  const typed = splitSeveral(turn.text);
  if (typed.length < 2 || typed.length > MOST_PARTS || turn.text.length > LONGEST) return undefined;
  if (readWantedNow(turn.text) || withoutHome(turn.text) !== undefined) return undefined;
  if (isOneWish(turn.text, typed)) return undefined;
  if (readMoneyFor(turn.text) !== undefined || hangsOnSomething(turn.text)) return undefined;
  if (!turn.focus.card && !typed.some(isAsking)) return undefined;
  if (!typed.some(isAsking) && namesRecipient(turn.text)) return undefined;
  const { parts, unused } = (await readParts(readingOnce(turn), typed)) ?? { parts: [], unused: [] };
  const kinds = new Set(parts.map(({ kind }) => kind));
  // 10斤寄到哈尔滨，运费多少，一共多少: one sum has it all.
  const isOneSum = namesAmount(turn.text) && [...kinds].every((kind) => OF_MONEY.has(kind));
  const others = [...kinds].filter((kind) => !OF_LINES.has(kind));
  if (kinds.size < 2 || others.length === 0 || isOneSum) return undefined;
  const replies = await answerEach(turn, parts, answer);
  return replies && (unused.length > 0 ? [...replies, unusedScreen(unused)] : replies);
}

/** 别放一起寄，分开: all of it is one wish, and one note. */
function isOneWish(text: string, parts: readonly string[]): boolean {
  const saysOther = (part: string): boolean => {
    const is = readAct(part)?.is;
    return (is !== undefined && is !== 'wish') || isAsking(part) || readBuyer(part).lines.length > 0;
  };
  return readAct(text)?.is === 'wish' && !parts.some(saysOther);
}

/** Put my husband down, Tom Becker, 139…: the clauses are of one person. */
function namesRecipient(text: string): boolean {
  const { lines, recipient } = readBuyer(text);
  return lines.length === 0 && Boolean(recipient?.name && recipient.phone);
}

/** Longer messages tell a story. */
const LONGEST = 140;
const OF_MONEY: ReadonlySet<string> = new Set(['fee', 'price', 'total', 'free-when', 'question']);

/** Changes of goods and amounts alone are done together. */
const OF_LINES: ReadonlySet<string> = new Set([
  'edit',
  'set-amount',
  'add',
  'less',
  'remove',
  'swap',
  'take-all',
]);

async function readParts(
  turn: Turn,
  typed: readonly string[],
): Promise<{ parts: readonly Part[]; unused: readonly string[] } | undefined> {
  const parts: Part[] = [];
  const unused: string[] = [];
  const isOnCard = (await turn.shop.checkout.current(turn.person.id, turn.chat.id)) !== undefined;
  const goods = await namedGoods(turn);
  let before: string | undefined;
  for (const text of typed) {
    const act = readAct(text);
    if (act && DECIDING.has(act.is)) return undefined;
    if (leadsOnly(text) || COURTESIES.has(act?.is ?? '')) continue;
    const part = await readPart({ ...turn, text }, isOnCard, goods);
    const reason = part?.kind === 'note' && before !== undefined && before === unused.at(-1);
    before = text;
    // 家里白天没人，晚上六点后再送: the reason belongs to the note.
    const whole = reason
      ? await readPart({ ...turn, text: `${unused.at(-1)}，${text}` }, isOnCard, goods)
      : undefined;
    if (whole?.kind === 'note') {
      unused.pop();
      parts.push(whole);
    } else if (part) pushPart(parts, part);
    else if (mayOrder(text)) return undefined;
    else unused.push(text);
  }
  return { parts, unused };
}

/**
 * Of two words on how it is paid (no cash on me, bank transfer please) the last counts, once; two notes one behind the other are
 * one, since a note takes the place of what stood there.
 */
function pushPart(parts: Part[], part: Part): void {
  const last = parts.at(-1);
  if (last?.kind === 'note' && part.kind === 'note') {
    const typed = `${last.typed}，${part.typed}`;
    const { meant } = part;
    const isQuoted = meant?.sentence.includes(part.typed);
    parts[parts.length - 1] = {
      ...{ kind: 'note', typed },
      ...(meant &&
        isQuoted && { meant: { ...meant, sentence: meant.sentence.replace(part.typed, () => typed) } }),
    };
    return;
  }
  const before = part.kind === 'pay' ? parts.findIndex(({ kind }) => kind === 'pay') : -1;
  if (before >= 0) parts.splice(before, 1);
  parts.push(part);
}

const COURTESIES: ReadonlySet<string> = new Set(['greet', 'thanks', 'yes', 'bye']);
/** 下单吧，几天能到，运费多少: that one decides what becomes of the rest. */
const DECIDING: ReadonlySet<string> = new Set([
  ...['confirm', 'no', 'drop', 'restore', 'received', 'refund', 'call', 'person', 'same', 'times'],
]);

/** What does not change while parts are read is fetched once for all of them. */
function readingOnce(turn: Turn): Turn {
  const { catalogue, checkout } = turn.shop;
  const titles = once(() => catalogue.titles());
  const current = once(() => checkout.current(turn.person.id, turn.chat.id));
  const shop = {
    ...turn.shop,
    catalogue: { ...catalogue, titles },
    checkout: { ...checkout, current },
  };
  return { ...turn, shop };
}

function once<T>(fetch: () => Promise<T>): () => Promise<T> {
  let kept: Promise<T> | undefined;
  return () => {
    kept ??= fetch();
    return kept;
  };
}

/** Goods, an amount or an address that no part of ours explains: readers of orders know better. */
function mayOrder(text: string): boolean {
  const { lines, recipient } = readBuyer(text);
  return lines.some(({ product }) => product !== '') || recipient !== null || namesAmount(text);
}

/** The one thing that the message is about, by its name: 一箱装几个, said behind it, is of it. */
async function namedGoods(turn: Turn): Promise<string | undefined> {
  const id = await namedProduct({ ...turn, focus: {} });
  const product = id && (await turn.shop.catalogue.byId(id));
  if (!product) return undefined;
  const { title, titleEn } = product;
  return /\p{Script=Han}/u.test(turn.text) ? title : (titleEn ?? title);
}

async function readPart(turn: Turn, isOnCard: boolean, goods: string | undefined): Promise<Part | undefined> {
  const { text } = turn;
  const act = readAct(text);
  const kind = (act && kindOf(act, isOnCard)) ?? (isOnCard && isEdit(text) ? 'edit' : undefined);
  if (kind) return { kind, typed: text };
  const ofSum = !act && namesAmount(text) ? await ofNamed(turn) : undefined;
  if (ofSum) return ofSum;
  const plain = act ? undefined : ((await sureSentence(turn)) ?? (await ofGoods(turn, goods)));
  if (plain && (plain.form.on || REQUESTS.has(plain.form.name) || isAsking(text)))
    return { kind: plain.form.name.startsWith('pay-') ? 'pay' : plain.form.name, typed: text, meant: plain };
  return act ? undefined : ofNamed(turn);
}

/** 5斤核桃多少钱, 核桃有货没: asked of goods that it names. */
async function ofNamed(turn: Turn): Promise<Part | undefined> {
  const { text } = turn;
  const { kind, lines } = readBuyer(text, await buyerContext(turn));
  if (kind !== 'question' && kind !== 'search') return undefined;
  const isNamed = (await namedProduct({ ...turn, focus: {} })) !== undefined;
  const isBare = lines.some(({ product }) => product.length + 1 >= text.length);
  if (!isNamed || isBare || (kind === 'question' && !isAsking(text) && /\d/.test(text))) return undefined;
  return { kind: kind === 'search' ? 'left' : asksPrice(text) ? 'price' : 'question', typed: text };
}

/** 改成3斤, 小米不要了: of what stands on the card. */
const isEdit = (text: string): boolean =>
  (readAmountChange(text).how !== 'say' && namesAmount(text)) ||
  readRemoval(text) !== undefined ||
  wantsAll(text);

/** 一箱装几个哦: of what was named before. */
const ofGoods = async (turn: Turn, goods: string | undefined) =>
  goods === undefined || turn.text.includes(goods)
    ? undefined
    : sureSentence({ ...turn, text: `${goods} ${turn.text}` });

/** They ask for something, and are no questions. */
const REQUESTS: ReadonlySet<string> = new Set([
  ...['notify', 'price-watch', 'remind', 'follow', 'unfollow', 'follows-list', 'broken', 'short', 'wrong'],
  ...['take-all', 'status', 'hurry', 'refund', 'order-amount', 'order-address', 'order-phone'],
]);
/** Said beside something else they are often no wish: 我不会弄手机. */
const ASIDE: ReadonlySet<string> = new Set([
  'review',
  'help',
  'changeOrder',
  'privacy',
  'chinese',
  'english',
  'rate',
]);

function kindOf(act: Act, isOnCard: boolean): string | undefined {
  switch (act.is) {
    case 'topic':
      return act.topic;
    case 'command':
      return ASIDE.has(act.command) ? undefined : act.command;
    case 'pay':
      return isOnCard ? act.is : 'payment';
    case 'way':
    case 'note':
    case 'wish':
    case 'home':
      return isOnCard ? act.is : undefined;
    case 'recipient':
      return isOnCard ? `${act.is} ${act.piece}` : undefined;
    case 'bot':
    case 'hurry':
      return act.is;
    default:
      return undefined;
  }
}

/** Nothing where no part gets an answer; what alone gets none is offered to be passed on. */
async function answerEach(turn: Turn, parts: readonly Part[], answer: Answer): Promise<Reply | undefined> {
  const replies: Reply[] = [];
  let { focus } = turn;
  let isAnswered = false;
  for (const part of parts) {
    const reply = await answerPart({ ...alone(turn, part.typed), focus }, part, answer);
    isAnswered ||= reply !== undefined;
    focus = reply?.flatMap((one) => ('text' in one && one.focus ? [one.focus] : [])).at(-1) ?? focus;
    replies.push(
      reply ?? [forwardable({ ...turn, text: part.typed }, say('question-beside', { question: part.typed }))],
    );
  }
  return isAnswered ? asOneReply(replies.flat().map(freshly)) : undefined;
}

/** As if nothing else had been typed; a yes is one to the whole message, and what waits for words goes on waiting. */
function alone({ yes, body, ...rest }: Turn, text: string): Turn {
  return { ...rest, body: body.is === 'text' ? { ...body, text } : body, offered: [], text };
}

/** Nothing where nobody knows. */
async function answerPart(turn: Turn, { typed, meant }: Part, answer: Answer): Promise<Reply | undefined> {
  if (meant) {
    const reply = await answerAsSaid(turn, { sentence: meant.sentence, typed }, answer);
    return reply && needsTelling(meant) ? toldAbove(meant, reply) : reply;
  }
  const reply = await answer(turn);
  return reply.some((part) => 'text' in part && part.isMiss) ? undefined : reply;
}

/** The card may be shown once more below, and then not here: the line does not go with it. */
function toldAbove({ sentence }: PlainSentence, reply: Reply): Reply {
  const [first] = reply;
  return first && isCard(first)
    ? [{ text: say('meant-taken', { words: sentence }) }, ...reply]
    : withUnderstanding(sentence, reply);
}
