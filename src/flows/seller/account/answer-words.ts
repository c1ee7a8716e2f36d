import { z } from 'zod';
import { tap } from '../../../chat/dsl/action.ts';
import { ask } from '../../../chat/dsl/flow.ts';
import { type Asking, type Button, type Reply, type Screen, say } from '../../../chat/dsl/screen.ts';
import { type ConversationId, idShape } from '../../../db/ids.ts';
import { mayGoToBuyer } from '../../../nlu/acts/seller/orders/act-with-words.ts';
import { beginsForBuyer, mayAskUs, readReply } from '../../../nlu/acts/seller/orders/reply-act.ts';
import { readSellerAct } from '../../../nlu/acts/seller/seller-act.ts';
import type { Order } from '../../../shop/fulfilment/orders.ts';
import type { Membership } from '../../../shop/sellers/members.ts';
import type { Conversation } from '../../../shop/support/conversation.ts';
import type { OpenQuestion } from '../../../shop/support/open-questions.ts';
import { flow, type Turn } from '../../flow.ts';
import { relayAbout } from '../../screens/messages/conversation-screen.ts';
import { homeButton, personName } from '../../screens/values.ts';
import { findActingSeller, hasRight, oldCard } from '../acting.ts';
import { ownTitles } from '../listings/changes/meant.ts';
import { findSoldOrders, MOST_BUTTONS, orderLabel } from '../orders/order-meant.ts';
import { sendAbout } from '../orders/telling/send-words.ts';

const cardShape = z.object({
  talks: z.array(idShape<ConversationId>()),
  words: z.string(),
  isWhich: z.boolean(),
});
const goneShape = z.object({ talk: idShape<ConversationId>() });

/** What a seller says to buyers who have asked: sent where it is clear to whom, else asked. */
export const answerTaps = flow('answer-words', {
  taps: {
    'answer-yes': sendToAll,
    'answer-to/:talk': sendToOne,
    'answer-order/:order': sendAboutOrder,
  },
  answers: {
    'answer-card': { data: cardShape, read: readAnswer },
    'answer-gone': { data: goneShape, read: readMore },
  },
});

/** 跟他说微辣, of the one buyer who has asked; where it may be somebody else's, it is asked. */
export async function answerWords(turn: Turn, seller: Membership): Promise<Reply | undefined> {
  const words = readReply(turn.text);
  const open = words === undefined ? [] : await findQuestions(turn, seller);
  const [question, ...others] = open;
  if (words === undefined || !question) return undefined;
  const orders = await ordersMaybeMeant(turn, seller, question.conversation);
  if (others.length > 0 || orders.length > 0) return [whichScreen(open, words, orders)];
  // After half a day nobody is sure whom she is.
  const isSure = isFresh(turn, question.askedAt, LIKELY_MS) && !mayAskUs(turn.text);
  return isSure ? send(turn, [question.conversation], words) : [askScreen(question, words)];
}

/** 微辣，细娃儿少吃点: what nothing else is done with, while buyers wait for an answer. */
export async function likelyReply(turn: Turn, seller: Membership): Promise<Reply | undefined> {
  const words = turn.text.trim();
  if ([...words].length > LONGEST || !SAYS_ANYTHING.test(words) || isAsked(words)) return undefined;
  // 回答她的问题, 苹果: said to us.
  const isOurs = beginsForBuyer(words) || (await ownTitles(turn, seller)).includes(words);
  if (isOurs || !mayGoToBuyer(words, words)) return undefined;
  const open = (await findQuestions(turn, seller)).filter(({ askedAt }) => isFresh(turn, askedAt, LIKELY_MS));
  const [question, ...others] = open;
  if (!question) return undefined;
  return [others.length === 0 ? askScreen(question, words) : whichScreen(open, words, [])];
}

/** 可以的, with nothing on the table and a question that has just come. */
export async function shortReply(turn: Turn, seller: Membership): Promise<Reply | undefined> {
  const open = await findQuestions(turn, seller);
  const [question, ...others] = open.filter(({ askedAt }) => isFresh(turn, askedAt, SHORT_MS));
  return question && others.length === 0 ? [askScreen(question, turn.text.trim())] : undefined;
}

/** Longer than that is a story. */
const LONGEST = 200;
const SAYS_ANYTHING = /\p{L}{2}|\p{Script=Han}/u;
/** After that nobody thinks of the question when something is said. */
const LIKELY_MS = 12 * 60 * 60_000;
const SHORT_MS = 10 * 60_000;

const isFresh = ({ now }: Turn, askedAt: Date, within: number): boolean =>
  now.getTime() - askedAt.getTime() <= within;

/** What is asked is asked of us. */
const isAsked = (words: string): boolean => /[?？]\s*$/u.test(words) || readSellerAct(words)?.is === 'help';

async function findQuestions(turn: Turn, seller: Membership): Promise<readonly OpenQuestion[]> {
  if (!hasRight(seller, 'pack')) return [];
  return (await turn.shop.conversations.unanswered(turn.person.id, seller.id, 0))?.items ?? [];
}

/** The order on the table, be it done, and all that are open: she may be one of their buyers. */
async function ordersMaybeMeant(
  turn: Turn,
  seller: Membership,
  { personId: asker }: Conversation,
): Promise<readonly Order[]> {
  const open = await findSoldOrders(turn, seller.id);
  const isOpen = open.some(({ id }) => id === turn.focus.order);
  const done = turn.focus.order && !isOpen ? await findSoldOrders(turn, seller.id, { is: 'done' }) : [];
  const onTable = done.filter(({ id }) => id === turn.focus.order);
  return [...onTable, ...open].filter(({ personId }) => personId !== asker);
}

const QUESTION_CHARS = 60;

const valuesOf = ({ conversation, words }: OpenQuestion) => ({
  to: personName(conversation.personName),
  question: words.slice(0, QUESTION_CHARS),
});

const cardAsks = (open: readonly OpenQuestion[], words: string, isWhich: boolean): Asking =>
  ask('answer-card', { talks: open.map(({ conversation }) => conversation.id), words, isWhich });

const leave: Button = { label: say('answer-not'), tap: tap('change-leave') };

function askScreen(question: OpenQuestion, words: string): Screen {
  const action = tap('answer-yes');
  const values = valuesOf(question);
  return {
    text: say('answer-ask', { ...values, words }),
    buttons: [
      [{ label: say('answer-yes', { to: values.to }), tap: action, tone: 'primary' }, leave],
      [homeButton],
    ],
    asks: cardAsks([question], words, false),
    yes: action,
    fresh: true,
  };
}

/** A button for each who may be meant; one for all who have asked. */
function whichScreen(open: readonly OpenQuestion[], words: string, orders: readonly Order[]): Screen {
  const questions = open.slice(0, MOST_BUTTONS).map((one): Button[] => [
    {
      label: say('answer-to', valuesOf(one)),
      tap: tap('answer-to/:talk', { talk: one.conversation.id }),
    },
  ]);
  const sold = orders
    .slice(0, MOST_BUTTONS)
    .map((order): Button[] => [
      { label: orderLabel(order), tap: tap('answer-order/:order', { order: order.id }) },
    ]);
  const all: Button = { label: say('answer-all', { count: open.length }), tap: tap('answer-yes') };
  return {
    text: say('answer-which', { words }),
    buttons: [...questions, ...sold, ...(open.length > 1 ? [[all]] : []), [leave, homeButton]],
    asks: cardAsks(open, words, true),
    fresh: true,
  };
}

/** To each of them, as it was said; what they write next comes here. */
async function send(turn: Turn, talks: readonly Conversation[], words: string): Promise<Reply> {
  const reached: Conversation[] = [];
  const others: Reply[] = [];
  for (const talk of talks) {
    const [, heard, ...proposal] = await relayAbout(turn, talk, words);
    if (!heard) continue;
    reached.push(talk);
    // Of words for several nobody knows which question they answer.
    others.push(talks.length === 1 ? [heard, ...proposal] : [heard]);
  }
  const [first] = reached;
  if (!first) return [oldCard];
  const to = reached.map(({ personName: name }) => personName(name));
  return [
    {
      text: to.map((name) => say('answer-sent', { to: name, words })),
      buttons: [[homeButton]],
      fresh: true,
      ...(reached.length === 1 && { asks: ask('answer-gone', { talk: first.id }) }),
    },
    ...others.flat(),
  ];
}

const findCard = ({ asking }: Turn<string>) =>
  asking?.step === 'answer-card' ? cardShape.safeParse(asking.data).data : undefined;

async function sendTo(turn: Turn<string>, talks: readonly ConversationId[], words: string): Promise<Reply> {
  const known: Conversation[] = [];
  for (const id of talks) {
    const talk = await turn.shop.conversations.byId(turn.person.id, id);
    if (talk) known.push(talk);
  }
  return send({ ...turn, params: {} }, known, words);
}

async function sendToAll(turn: Turn<never>): Promise<Reply> {
  const card = findCard(turn);
  return card ? sendTo(turn, card.talks, card.words) : [oldCard];
}

async function sendToOne(turn: Turn<'talk'>): Promise<Reply> {
  const card = findCard(turn);
  const talk = card?.talks.find((one) => one === turn.params.talk);
  return card && talk ? sendTo(turn, [talk], card.words) : [oldCard];
}

async function sendAboutOrder(turn: Turn<'order'>): Promise<Reply> {
  const card = findCard(turn);
  return card ? sendAbout(turn, turn.params.order, card.words) : [oldCard];
}

/** Yes to the card of one question; anything else is read as if nothing had been asked. */
async function readAnswer(
  turn: Turn,
  { talks, words, isWhich }: z.infer<typeof cardShape>,
): Promise<Reply | undefined> {
  return !isWhich && talks.length === 1 && readSellerAct(turn.text)?.is === 'yes'
    ? sendTo(turn, talks, words)
    : undefined;
}

/** 再问哈她要几斤, right behind an answer: to the same buyer, unless somebody else has asked since. */
async function readMore(turn: Turn, { talk }: z.infer<typeof goneShape>): Promise<Reply | undefined> {
  const words = readReply(turn.text);
  if (words === undefined) return undefined;
  const seller = await findActingSeller(turn);
  if (!seller) return undefined;
  const others = await findQuestions(turn, seller);
  if (others.some(({ conversation }) => conversation.id !== talk)) return undefined;
  const about = await turn.shop.conversations.byId(turn.person.id, talk);
  const orders = about ? await ordersMaybeMeant(turn, seller, about) : [];
  if (about && orders.length > 0)
    return [whichScreen([{ conversation: about, words: '', askedAt: turn.now }], words, orders)];
  // What follows an answer answers nothing: no next asker should read it.
  return (await sendTo(turn, [talk], words)).slice(0, 2);
}
