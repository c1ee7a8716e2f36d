import { type Reply, say } from '../../../chat/dsl/screen.ts';
import { splitClauses } from '../../../nlu/acts/clauses.ts';
import { isForBuyer, isForSeveral, isOfBuyer } from '../../../nlu/acts/seller/orders/reply-act.ts';
import { readSellerAct } from '../../../nlu/acts/seller/seller-act.ts';
import type { Membership } from '../../../shop/sellers/members.ts';
import type { Turn } from '../../flow.ts';
import { freshly } from '../../screens/messages/freshly.ts';
import { homeButton } from '../../screens/values.ts';
import { answerWords } from '../account/answer-words.ts';
import { sendWords } from '../orders/telling/send-words.ts';
import { actAnswer } from './acts.ts';

/** 告诉王芳没货了, and no such buyer is there: nothing of the shop changes by it. */
export async function untoldAnswer(turn: Turn, seller: Membership): Promise<Reply | undefined> {
  return isForBuyer(turn.text) ? untold(turn, seller) : undefined;
}

/** 告诉他们没货了: nobody's goods change by it either, though the shop may do with it what it does with news. */
export async function untoldOffer(turn: Turn, seller: Membership): Promise<Reply | undefined> {
  return isForSeveral(turn.text) ? untold(turn, seller) : undefined;
}

async function untold(turn: Turn, seller: Membership): Promise<Reply> {
  const act = readSellerAct(turn.text);
  const help = act?.is === 'help' ? await actAnswer(turn, seller, act) : undefined;
  return (
    help ?? [{ text: say('tell-nobody', { words: turn.text.trim() }), buttons: [[homeButton]], fresh: true }]
  );
}

/** 把核桃改成18元，跟她说已经改了: what is done, and then what she is to read. */
export async function doneAndSent(
  turn: Turn,
  seller: Membership,
  read: (front: Turn) => Promise<Reply | undefined>,
): Promise<Reply | undefined> {
  const clauses = splitClauses(turn.text);
  const from = clauses.findIndex((_, i) => i > 0 && isForBuyer(clauses.slice(i).join('，')));
  if (from < 1 || isOfBuyer(clauses.slice(0, from).join('，'))) return undefined;
  const told = { ...turn, text: clauses.slice(from).join('，') };
  const done = await read({ ...turn, text: clauses.slice(0, from).join('，') });
  // 要是她问起，告诉她没货了: hangs on what nobody knows yet.
  const sent = done ? ((await answerWords(told, seller)) ?? (await sendWords(told, seller))) : undefined;
  return [...(done ?? []), ...(sent ?? (await untold(told, seller)))].map(freshly);
}
