import { z } from 'zod';
import { type Reply, type ReplyPart, say } from '../../../chat/dsl/screen.ts';
import { readAct } from '../../../nlu/acts/act.ts';
import { isComparedWith } from '../../../nlu/acts/goods/comparing.ts';
import { withoutInStock } from '../../../nlu/acts/offers/supposed.ts';
import { type OrderWithQuestions, splitAsked } from '../../../nlu/acts/orders/asked-beside.ts';
import { readWantedNow } from '../../../nlu/acts/orders/other-times.ts';
import { mayOnlyAsk, onlySaves, pointsAt } from '../../../nlu/acts/orders/said-of-order.ts';
import { namesAmount, readQuestionTopic } from '../../../nlu/acts/question-topic.ts';
import { withoutGreeting } from '../../../nlu/acts/talk/greeting.ts';
import { readBuyer } from '../../../nlu/read.ts';
import { readOrderNumber } from '../../../shop/orders/order-number.ts';
import {
  type Agreed,
  agreedMeant,
  meantOld,
  meantShape,
  meantUndone,
  pickedMeant,
} from '../../common/meant.ts';
import { nthOffered } from '../../common/offered.ts';
import { buyerContext } from '../../common/read-context.ts';
import { receiveVoice } from '../../common/voice-notes.ts';
import { flow, type Turn } from '../../flow.ts';
import { freshly } from '../../screens/messages/freshly.ts';
import { orderScreen } from '../../screens/orders/order-screen.ts';
import { priceWatchAnswer } from '../catalogue/price-watch.ts';
import { parseGiven } from '../checkout/address.ts';
import { addressShape, readHalf, takeAddress } from '../checkout/checkout-address.ts';
import { findOrders } from '../orders/find-orders.ts';
import { readdressAnswer } from '../orders/readdress.ts';
import { actAnswer } from './acts.ts';
import { answerWithAddress } from './beside-address.ts';
import { addressPartAnswer } from './card/address-part.ts';
import { mendAnswer } from './card/card-mends.ts';
import { commandAnswer } from './command-words.ts';
import { correctWords } from './correct-words.ts';
import { chatterAnswer, kindsAnswer, searchAnswer, titleAnswer } from './goods-sought.ts';
import { missed } from './misses.ts';
import { namedProduct } from './named-product.ts';
import { amountAnswer } from './orders/amount-said.ts';
import { behindStory, mentionedAnswer } from './orders/behind-story.ts';
import { lossAnswer } from './orders/loss-said.ts';
import { answerLine, answerLineShape, chooseLine, orderLines, pickLine, skipLine } from './orders/order.ts';
import { onFreeShippingAnswer, onPriceAnswer } from './orders/order-on-price.ts';
import { orderAnswer } from './orders/order-said.ts';
import { cancelAnswer, namedOrderAnswer, statusAnswer } from './orders/order-status.ts';
import { homeAnswer, parcelsAnswer } from './orders/parcels.ts';
import { callAnswer } from './orders/placed/complaint.ts';
import { sameElsewhere } from './orders/same-elsewhere.ts';
import { withKnownAnswer } from './questions/answer-book.ts';
import { budgetAnswer } from './questions/budget.ts';
import { byUseAnswer } from './questions/by-use.ts';
import { callRequestAnswer } from './questions/call-request.ts';
import { haggleAnswer } from './questions/facts.ts';
import { firstAnswer } from './questions/first-answers.ts';
import { forwardable, forwardKept } from './questions/forward.ts';
import { withOpenQuestion } from './questions/open-question.ts';
import { otherAmountAnswer, questionAnswer } from './questions/question.ts';
import { asidesAnswer, notedAnswer } from './said-aside.ts';
import {
  answerAsSaid,
  changesAmount,
  meantButtons,
  notMeant,
  plainlyAnswer,
  surelyAnswer,
  takenAnswer,
} from './said-plainly.ts';
import { severalAnswer } from './several-said.ts';
import { unusedScreen } from './unused.ts';

/** Buyers' free texts: an order becomes a card, anything else gets an answer. */
export const freeText = flow('words', {
  taps: {
    forward: forwardKept,
    'pick/:product/:quantity': pickLine,
    'choose/:product': chooseLine,
    skip: skipLine,
    'meant/:ask/:n': answerMeant,
    'not-meant': notMeant,
  },
  answers: {
    lines: {
      data: answerLineShape,
      read: async (turn, data) => (await answerLine(turn, data)) ?? onText(turn),
    },
    [meantButtons.step]: { data: meantShape, read: readMeant },
    // The offer waits for its button alone; what was asked before it may be answered now.
    forward: {
      data: z
        .object({ text: z.string(), before: answerLineShape.optional(), address: addressShape.optional() })
        .loose(),
      read: (turn, { before, address }) =>
        before ? answerLine(turn, before) : address && readHalf(turn, address),
    },
  },
  onMessage: { text: onText, voice: receiveVoice },
});

async function onText(said: Turn): Promise<Reply> {
  const turn = { ...said, text: withoutGreeting(await correctWords(said)) };
  const reply =
    (await mendAnswer(turn)) ??
    (await withKnownAnswer(turn, await withPlainAnswer(turn, await answerNow(turn))));
  return withOpenQuestion(
    turn,
    reply.map((part) => keptInSight(turn, part)),
  );
}

/** What would only be passed on may stand for what can be answered. */
async function withPlainAnswer(turn: Turn, reply: Reply): Promise<Reply> {
  const missed = reply.find((part) => 'text' in part && part.isMiss);
  const isOffered = missed && 'text' in missed && missed.asks?.step === 'forward';
  return (missed && (await plainlyAnswer(turn, answerPlain, isOffered))) || reply;
}

/** The others of a list stay on the table while one of them is looked at: "and the other one?" may come next. */
function keptInSight({ focus: { products } }: Turn, part: ReplyPart): ReplyPart {
  if (!('text' in part) || !part.focus?.product || part.focus.card || part.focus.products) return part;
  return products?.includes(part.focus.product) ? { ...part, focus: { products, ...part.focus } } : part;
}

/** 先要50斤 剩下30斤有了再说: what is wanted now is done, and the rest quoted back. */
async function answerNow(turn: Turn): Promise<Reply> {
  const certain = withoutInStock(turn.text);
  if (certain !== turn.text && namesAmount(certain) && readAct(certain)?.is !== 'command')
    return answerNow({ ...turn, text: certain });
  const done =
    (await parcelsAnswer(turn, answerNow)) ??
    (await answerWithAddress(turn, { whole: answerNow, question: answerQuestion })) ??
    (await firstAnswer(turn, answerNow)) ??
    (await onPriceAnswer(turn, answerNow)) ??
    (await onFreeShippingAnswer(turn)) ??
    (await mentionedAnswer(turn, answerNow)) ??
    (await takenAnswer(turn)) ??
    (await notedAnswer(turn, answerNow));
  if (done) return done;
  const sure =
    (await surelyAnswer(turn, answerPlain, changesAmount)) ??
    (await severalAnswer(turn, answerWithAsides)) ??
    (await surelyAnswer(turn, answerPlain));
  if (sure) return sure;
  const told = await behindStory(turn, answerWithAsides);
  if (told) return told;
  const wanted = readWantedNow(turn.text);
  if (!wanted) return homeAnswer(turn, answerWithAsked);
  const reply = await answerWithAsked({ ...turn, text: wanted.now });
  return wanted.later.length > 0 ? [...reply, unusedScreen(wanted.later)] : reply;
}

/** 来6斤黄豆对了你们村在哪个省: what was asked is answered, and the order is what stays on the table. */
async function answerWithAsked(turn: Turn): Promise<Reply> {
  const split = splitAsked(turn.text, await buyerContext(turn));
  const about = split && (await focusOfAsked(turn, split));
  if (!split || !about) return answerWithAsides(turn);
  const ordered = await answerWithAsides({ ...turn, text: split.rest, focus: about });
  const focus = ordered.flatMap((part) => ('text' in part && part.focus ? [part.focus] : [])).at(-1);
  const answers: Reply[] = [];
  for (const question of split.questions)
    answers.push(await answerQuestion({ ...turn, text: question, focus: focus ?? turn.focus }));
  return [...answers.flat(), ...ordered.map(freshly)];
}

/** Are your walnuts from this year? 5 kg then: an amount alone is of what was asked about; nothing where that is not clear. */
async function focusOfAsked(
  turn: Turn,
  { rest, questions }: OrderWithQuestions,
): Promise<Turn['focus'] | undefined> {
  if (readBuyer(rest).lines.some(({ product }) => product !== '')) return turn.focus;
  const asked = questions.join('，');
  // 跟核桃比哪个甜？来5斤, with apples in sight, is of the apples; 这个来5斤 always is.
  if (turn.focus.product && (isComparedWith(asked) || pointsAt(rest))) return turn.focus;
  const product = await namedProduct({ ...turn, text: asked, focus: {} });
  return product && { ...turn.focus, product };
}

const answerWithAsides = (turn: Turn): Promise<Reply> => asidesAnswer(turn, answerText);

/** What nobody has told us is offered to be passed on, as it was asked. */
async function answerQuestion(turn: Turn): Promise<Reply> {
  const reply = await answerWithAsides(turn);
  const isMissed = reply.some((part) => 'text' in part && part.isMiss);
  return isMissed ? [forwardable(turn, say('question-beside', { question: turn.text }))] : reply;
}

/** A sentence that a message stands for: what it does not say is not said in another one. */
const answerPlain = (turn: Turn): Promise<Reply> => answerText(turn, true);

async function answerText(turn: Turn, isPlain = false): Promise<Reply> {
  const number = readOrderNumber(turn.text);
  const known = number && (await turn.shop.orders.boughtByNumber(turn.person.id, number));
  if (known) return [orderScreen(known)];
  const reading = readBuyer(turn.text, await buyerContext(turn));
  const same = await sameElsewhere(turn, reading);
  if (same) return same;
  const wished = (await priceWatchAnswer(turn)) ?? (await callRequestAnswer(turn));
  if (wished) return wished;
  const acted =
    (await lossAnswer(turn)) ??
    (await budgetAnswer(turn)) ??
    (await haggleAnswer(turn)) ??
    (await placeAnswer(turn)) ??
    (await notifyAnswer(turn)) ??
    (await titleAnswer(turn, reading)) ??
    (await kindsAnswer(turn)) ??
    (await addressPartAnswer(turn)) ??
    (await readdressAnswer(turn)) ??
    (await otherAmountAnswer(turn)) ??
    (await amountAnswer(turn)) ??
    (await namedOrderAnswer(turn, reading)) ??
    (await actAnswer(turn, reading)) ??
    (reading.kind === 'order' ? undefined : await byUseAnswer(turn));
  if (acted) return acted;
  const { kind, lines, recipient } = reading;
  if (lines.length === 0 && (recipient?.phone || recipient?.address))
    return recipient.address ? reckonedTo(turn) : takeAddress(turn);
  switch (kind) {
    case 'order':
      return orderAnswer(turn, reading);
    case 'search':
      // A text with an address is an order even without an amount.
      if (lines.length > 0 && recipient?.address) return orderLines(turn, lines, parseGiven(turn.text));
      // 有没有小箱的: nobody is told that nobody sells a sentence.
      return searchAnswer(turn, lines[0]?.product || readQuestionTopic(turn.text) || turn.text);
    case 'question':
      return questionAnswer(turn);
    case 'status':
      return (await hasOrders(turn)) ? statusAnswer(turn) : chatter(turn, isPlain);
    case 'cancel':
      return cancelAnswer(turn);
    case 'human':
      return callAnswer(turn, false);
    case 'other':
      return chatter(turn, isPlain);
  }
}

/** 咁就寄啦，陳志強 139… 北京路168號, behind what so much costs there: that is taken, and goes to where it says. */
async function reckonedTo(turn: Turn): Promise<Reply> {
  const { yes, shop, person } = turn;
  if (yes?.startsWith('add/') && mayOnlyAsk(turn.text)) return questionAnswer(turn);
  const isSum =
    yes?.startsWith('add/') && !onlySaves(turn.text) && (await shop.cart.lines(person.id)).length === 0;
  if (yes && isSum) await turn.press(yes);
  return takeAddress(turn);
}

/** 第二个: of the choices that are in sight. */
async function placeAnswer(turn: Turn): Promise<Reply | undefined> {
  const action = nthOffered(turn);
  const reply = action === undefined ? undefined : await turn.press(action);
  // The others stay on the table: "and the second?" may come next.
  const { products } = turn.focus;
  return reply?.map((part) =>
    'text' in part && part.focus?.product ? { ...part, focus: { products, ...part.focus } } : part,
  );
}

/** 我要5斤，来货了喊我一声, of what is sold out: an amount to wait for, and no order. */
async function notifyAnswer(turn: Turn): Promise<Reply | undefined> {
  const act = readAct(turn.text);
  return act?.is === 'command' && act.command === 'notify' ? commandAnswer(turn, 'notify') : undefined;
}

const hasOrders = async (turn: Turn): Promise<boolean> =>
  (await findOrders(turn, ['shipped', 'accepted', 'placed', 'delivered', 'cancelled'])).length > 0;

async function chatter(turn: Turn, isPlain: boolean): Promise<Reply> {
  const found = await chatterAnswer(turn);
  if (found) return found;
  const plainly = isPlain ? undefined : await plainlyAnswer(turn, answerPlain);
  return plainly ?? missed(turn, answerText);
}

/** A button with what a message may have meant: as if that had been said. */
async function answerMeant(turn: Turn<'ask' | 'n'>): Promise<Reply> {
  const agreed = pickedMeant(turn, meantButtons.step);
  return agreed ? carryOut(turn, agreed) : meantOld;
}

const carryOut = async (turn: Turn<string>, agreed: Agreed): Promise<Reply> =>
  ((await answerAsSaid(turn, agreed, answerPlain)) ?? meantUndone).map(freshly);

/** Yes or no in words; anything else is read as if nothing had been asked. */
async function readMeant(turn: Turn, meant: z.infer<typeof meantShape>): Promise<Reply | undefined> {
  const act = readAct(turn.text)?.is;
  if (act === 'no') return notMeant();
  const agreed = act === 'yes' ? agreedMeant(meant, turn.now) : undefined;
  return agreed === 'old' ? meantOld : agreed && carryOut(turn, agreed);
}
