import { z } from 'zod';
import { tap } from '../../../chat/dsl/action.ts';
import { type Reply, say } from '../../../chat/dsl/screen.ts';
import { notUnderstood } from '../../../chat/engine/repair.ts';
import { readSideTopic } from '../../../nlu/acts/act.ts';
import { readBuyer } from '../../../nlu/read.ts';
import { isGreeting } from '../../../reader/buyer-kind.ts';
import { textOf } from '../../../reader/text.ts';
import { readOrderNumber } from '../../../shop/orders/order-number.ts';
import { buyerContext } from '../../common/read-context.ts';
import { receiveVoice } from '../../common/voice-notes.ts';
import { flow, type Turn } from '../../flow.ts';
import { orderScreen } from '../../screens/orders/order-screen.ts';
import { homeButton } from '../../screens/values.ts';
import { homeScreen } from '../account/home.ts';
import { browse } from '../catalogue/browse.ts';
import { productButton } from '../catalogue/list.ts';
import { foundScreen, searchScreen } from '../catalogue/search.ts';
import { parseGiven } from '../checkout/address.ts';
import { takeAddress } from '../checkout/checkout-address.ts';
import { sameOnCard } from '../checkout/reorder.ts';
import { actAnswer, forwardKept } from './acts.ts';
import { amountAnswer } from './amount-said.ts';
import { callRequestAnswer } from './call-request.ts';
import { forward, topicAnswer } from './facts.ts';
import { answerLine, answerLineShape, chooseLine, orderLines, pickLine, skipLine } from './order.ts';
import { cancelAnswer, statusAnswer } from './order-status.ts';
import { questionAnswer } from './question.ts';
import { answerShortcut } from './shortcuts.ts';

/** Buyers' free texts: an order becomes a card, anything else gets an answer. */
export const freeText = flow('words', {
  taps: {
    forward: forwardKept,
    'pick/:product/:quantity': pickLine,
    'choose/:product': chooseLine,
    skip: skipLine,
  },
  answers: {
    lines: {
      data: answerLineShape,
      read: async (turn, data) => (await answerLine(turn, data)) ?? onText(turn),
    },
    // Whatever is said next is no answer: the question waits for its button alone.
    forward: { data: z.object({ text: z.string() }), read: () => undefined },
  },
  onMessage: { text: onText, voice: receiveVoice },
});

async function onText(turn: Turn): Promise<Reply> {
  const number = readOrderNumber(turn.text);
  const known = number && (await turn.shop.orders.boughtByNumber(turn.person.id, number));
  if (known) return [orderScreen(known)];
  const reading = readBuyer(turn.text, await buyerContext(turn));
  const wished = await callRequestAnswer(turn);
  if (wished) return wished;
  const acted = (await amountAnswer(turn)) ?? (await actAnswer(turn, reading));
  if (acted) return acted;
  if (isGreeting(textOf(turn.text).plain)) return [await homeScreen(turn)];
  const special = await specialAnswer(turn);
  if (special) return special;
  const { kind, lines, recipient } = reading;
  if (lines.length === 0 && (recipient?.phone || recipient?.address)) return takeAddress(turn);
  switch (kind) {
    case 'order':
      return [...(await sideAnswer(turn)), ...(await orderLines(turn, lines, parseGiven(turn.text)))];
    case 'search':
      // A text with an address is an order even without an amount.
      if (lines.length > 0 && recipient?.address) return orderLines(turn, lines, parseGiven(turn.text));
      return [await searchScreen(turn, lines[0]?.product || turn.text)];
    case 'question':
      return questionAnswer(turn);
    case 'status':
      return statusAnswer(turn);
    case 'cancel':
      return cancelAnswer(turn);
    case 'human':
      if (turn.text.trim().length > BARE_CALL) return forward(turn, turn.text);
      return [
        {
          text: say('human-offer'),
          buttons: [[{ label: say('repair-person'), tap: tap('person') }, homeButton]],
        },
      ];
    case 'other':
      return chatter(turn);
  }
}

/** So short a call for a person says nothing else. */
const BARE_CALL = 10;

/** What was asked beside an order. */
async function sideAnswer(turn: Turn): Promise<Reply> {
  const topic = readSideTopic(turn.text);
  return (topic && (await topicAnswer(turn, topic))) ?? [];
}

/** What is on sale, whatever it is. */
const ANYTHING =
  /^(?:你们|老板|这里|现在|今天|都|家里)*[有卖](?:些|点)?(?:什么|啥)(?:好吃的?|东西|货|新的?|卖)?[吗呢啊呀?.!\s]*$|^what (?:do you (?:have|sell)|is (?:there|on sale)|have you got)(?: today| now)?[?.!\s]*$/;
/** The same as the last time. */
const SAME = /老样子|照旧|老规矩|[跟和同]?上次(?:的)?一样|same as (?:last time|before|usual)|the usual/;
const REFUND = /退货|退款|\b(?:refund|return)\b/;

/** What people say whole, and not as words about goods. */
async function specialAnswer(turn: Turn): Promise<Reply | undefined> {
  const { plain } = textOf(turn.text);
  if (ANYTHING.test(plain.trim())) return browse.commands.browse?.({ ...turn, params: { rest: '' } });
  if (REFUND.test(plain)) return cancelAnswer(turn);
  if (!SAME.test(plain)) return answerShortcut(turn);
  const [last] = (await turn.shop.orders.boughtPage(turn.person.id, 0)).items;
  return last && sameOnCard({ ...turn, params: { order: last.id } });
}

/** A name in signs, or two Latin words; more than that was not meant as the name of a thing. */
const NAME = /^[\p{Script=Han}]{1,6}$|^[a-z'’-]+(?: [a-z'’-]+)?$/iu;

/** Words that may be the name of something, and are chatter where nothing is called so. */
async function chatter(turn: Turn): Promise<Reply> {
  const said = turn.text.trim();
  const found = await turn.shop.catalogue.find(said);
  const isMeant = found.match !== 'near' || NAME.test(said);
  return isMeant && found.items.length > 0 ? [foundScreen(said, found)] : missed(turn);
}

/** Never the same twice: the second time what may have been meant, then a person, whom the engine offers. */
async function missed({ shop, misses }: Turn): Promise<Reply> {
  if (misses === 0) return notUnderstood();
  if (misses > 1) return [{ text: say('miss-again'), buttons: [[homeButton]], fresh: true, isMiss: true }];
  const [newest] = await shop.catalogue.fresh(1);
  return [
    {
      text: say('miss-guesses'),
      buttons: [
        ...(newest ? [[productButton(newest)]] : []),
        [{ label: say('home-browse'), tap: tap('browse/:page', { page: 0 }) }],
        [{ label: say('home-orders'), tap: tap('orders/:page', { page: 0 }) }],
      ],
      fresh: true,
      isMiss: true,
    },
  ];
}
