import type { Reply } from '../../chat/screen.ts';
import { textOf } from '../../reader/text.ts';
import type { Turn } from '../flow.ts';
import { cart } from './cart.ts';
import { cardScreen, changed } from './checkout-open.ts';
import { orders } from './orders.ts';

// What people type instead of tapping: the names of screens, and a note for the seller.

const ORDERS = /^(?:看看?|查一?下?)?(?:我的)?订单[列表]*$|^my orders$/;
const CART = /^(?:看看?|清空|打开)?(?:我的)?购物车$|^清空$|^(?:my |empty (?:my |the )?)?(?:cart|basket)$/;
const CONFIRM =
  /^(?:我要|现在|可以)?(?:确认(?:下单|订单)?|下单|提交(?:订单)?|结账|结算|付款|买单)(?:吧|了)?$|^(?:confirm|check ?out|place (?:the |my )?order)$/;
const NOTE = /^(?:备注|留言|附言|note|comment)\s*[:,]?\s*(.{1,200})$/;

const AT_THE_DOOR = /^(?:我要|改成?)?(?:货到付款|到付)$|^(?:cash|pay) on delivery$/;
const BY_TRANSFER =
  /^(?:我要|改成?)?(?:转账|微信(?:支付|转账|付款)?|支付宝(?:支付|转账|付款)?)$|^(?:bank )?transfer$/;

const plainOf = (words: string): string =>
  textOf(words)
    .plain.trim()
    .replace(/[.!~]+$/, '');

/** Whether words name a screen or carry a note, and so answer no question. */
export const isSpoken = (words: string): boolean =>
  [ORDERS, CART, CONFIRM, NOTE, AT_THE_DOOR, BY_TRANSFER].some((pattern) => pattern.test(plainOf(words)));

/** The screen that was named, or the card with its note; nothing where the words say something else. */
export async function spokenAnswer(turn: Turn): Promise<Reply | undefined> {
  const plain = plainOf(turn.words);
  if (ORDERS.test(plain)) return orders.commands.orders?.({ ...turn, params: { rest: '' } });
  if (CART.test(plain)) return cart.commands.cart?.({ ...turn, params: { rest: '' } });
  const card = await turn.shop.checkout.current(turn.person.id, turn.chat.id);
  if (CONFIRM.test(plain)) return card ? changed(turn, card.id, {}) : cardScreen(turn);
  const note = NOTE.exec(plain)?.[1];
  if (card && note) return changed(turn, card.id, { note: turn.words.trim().slice(-note.length) });
  const payBy = AT_THE_DOOR.test(plain) ? 'delivery' : BY_TRANSFER.test(plain) ? 'transfer' : undefined;
  return card && payBy ? changed(turn, card.id, { payBy }) : undefined;
}
