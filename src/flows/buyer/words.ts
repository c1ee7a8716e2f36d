import { tap } from '../../chat/action.ts';
import { notUnderstood } from '../../chat/repair.ts';
import { type Reply, say } from '../../chat/screen.ts';
import { readBuyer } from '../../reader/buyer.ts';
import { isGreeting } from '../../reader/buyer-kind.ts';
import { textOf } from '../../reader/text.ts';
import { readOrderNumber } from '../../shop/order-number.ts';
import { flow, type Turn } from '../flow.ts';
import { homeButton } from '../show.ts';
import { hearVoice } from '../voice.ts';
import { recipientIn } from './address.ts';
import { boughtScreen } from './bought-screen.ts';
import { takeAddress } from './checkout-address.ts';
import { homeScreen } from './home.ts';
import { foundScreen, searchScreen } from './search.ts';
import { answerLine, answerLineShape, chooseLine, orderLines, pickLine, skipLine } from './words-order.ts';
import { cancelAnswer, statusAnswer } from './words-orders.ts';
import { questionAnswer } from './words-question.ts';

/** What buyers say in their own words: an order becomes a card, anything else a kind answer. */
export const words = flow('words', {
  taps: { 'pick/:product/:quantity': pickLine, 'choose/:product': chooseLine, skip: skipLine },
  answers: {
    lines: {
      data: answerLineShape,
      read: async (turn, data) => (await answerLine(turn, data)) ?? hear(turn),
    },
  },
  hears: { text: hear, voice: hearVoice },
});

async function hear(turn: Turn): Promise<Reply> {
  const number = readOrderNumber(turn.words);
  const known = number && (await turn.shop.orders.boughtByNumber(turn.person.id, number));
  if (known) return [boughtScreen(known)];
  if (isGreeting(textOf(turn.words).plain)) return [await homeScreen(turn)];
  const { kind, lines, recipient } = readBuyer(turn.words);
  if (lines.length === 0 && (recipient?.phone || recipient?.address)) return takeAddress(turn);
  switch (kind) {
    case 'order':
      return orderLines(turn, lines, recipientIn(turn.words));
    case 'search':
      return [await searchScreen(turn, lines[0]?.product || turn.words)];
    case 'question':
      return questionAnswer(turn);
    case 'status':
      return statusAnswer(turn);
    case 'cancel':
      return cancelAnswer(turn);
    case 'human':
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

/** A name in signs, or two Latin words; more than that was not meant as the name of a thing. */
const NAME = /^[\p{Script=Han}]{1,6}$|^[a-z'’-]+(?: [a-z'’-]+)?$/iu;

/** Words that may be the name of something, and are chatter where nothing is called so. */
async function chatter(turn: Turn): Promise<Reply> {
  const said = turn.words.trim();
  const found = await turn.shop.catalogue.find(said);
  const isMeant = found.match !== 'near' || NAME.test(said);
  return isMeant && found.items.length > 0 ? [foundScreen(said, found)] : notUnderstood();
}
