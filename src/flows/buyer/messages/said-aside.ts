import type { Reply } from '../../../chat/dsl/screen.ts';
import { readAct } from '../../../nlu/acts/act.ts';
import { splitAsides } from '../../../nlu/acts/orders/asides-said.ts';
import { readAmountChange, readRemoval } from '../../../nlu/acts/orders/changes/order-change.ts';
import { readBuyer } from '../../../nlu/read.ts';
import type { Turn } from '../../flow.ts';
import { asidesChange, type CardChange } from '../checkout/card-asides.ts';
import { cardNews, changeCard, isCard } from '../checkout/checkout-open.ts';
import { unusedScreen } from './unused.ts';

// What is said of payment, parcel and packing beside other things: those first, and it onto the card.

type Answer = (turn: Turn) => Promise<Reply>;

/** 再来1斤，孩子牙不好，备注要薄皮的: what else is said first, and the note with its reason onto the card. */
export async function notedAnswer(turn: Turn, answer: Answer): Promise<Reply | undefined> {
  const { rest, asides } = splitAsides(turn.text);
  const isNoted = asides.some(({ is }) => is === 'note' || is === 'wish');
  if (!isNoted || rest === '' || !saysMore(rest)) return undefined;
  const reply = await answer({ ...turn, text: rest });
  const change = await asidesChange(turn, asides);
  if (change) return withChange(turn, reply, change);
  const words = asides.flatMap((one) => ('text' in one && one.text !== '' ? [one.text] : []));
  return words.length > 0 ? [...reply, unusedScreen(words)] : reply;
}

/** The card once more, with what was said above it. */
export const withChange = async (turn: Turn, reply: Reply, { id, to, news }: CardChange): Promise<Reply> => [
  ...reply.filter((part) => !isCard(part)),
  ...(await changeCard(turn, id, to, [...cardNews(reply), ...news])),
];

/** 苹果10斤，王芳 138…，到付，放门口: goods and address first, then what was said beside them. */
export async function asidesAnswer(turn: Turn, answer: Answer): Promise<Reply> {
  const { rest, asides } = splitAsides(turn.text);
  // 那单加个备注，下午送: all of it says one thing.
  const isAlone = rest === '' ? asides.length < 2 : !saysMore(rest);
  if (asides.length === 0 || isAlone) return answer(turn);
  const reply = rest === '' ? [] : await answer({ ...turn, text: rest });
  const change = await asidesChange(turn, asides);
  if (!change && rest === '') return answer(turn);
  if (!change) return reply;
  return withChange(turn, reply, change);
}

/** Goods, an address, or a change of what is wanted. */
function saysMore(words: string): boolean {
  const { lines, recipient } = readBuyer(words);
  const act = readAct(words);
  const isChange = readRemoval(words) !== undefined || readAmountChange(words).how !== 'say';
  return (
    lines.length > 0 ||
    recipient !== null ||
    isChange ||
    (act?.is === 'command' && act.command === 'changeOrder')
  );
}
