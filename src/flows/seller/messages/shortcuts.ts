import type { Reply } from '../../../chat/dsl/screen.ts';
import { textOf } from '../../../reader/text.ts';
import type { Membership } from '../../../shop/sellers/members.ts';
import type { Turn } from '../../flow.ts';
import { home } from '../account/home.ts';
import { profile } from '../account/profile.ts';
import { undoEvent } from '../listings/changes.ts';
import { myListings } from '../listings/my-listings.ts';
import { soldOrders } from '../orders/orders.ts';
import { pack } from '../orders/pack.ts';
import { paymentCodes } from '../orders/payment-codes.ts';
import { salesReports } from '../reports/sales.ts';

// Typed shortcuts: names of screens, and "undo".

const UNDO = /^(?:撤销|撤回|回退|反悔|undo)(?:一下|刚才的?)?$/;

const screens = [
  [
    /^(?:看看?|查一?下?)?(?:我的)?订单[列表]*$|有(?:没有)?(?:人|新)?(?:下单|订单)|^(?:my |new )?orders?$/,
    soldOrders.commands.orders,
  ],
  [/^(?:看看?)?(?:我的)?(?:商品|货架|产品)[列表]*$|^(?:my )?products$/, myListings.commands.products],
  [
    /卖(?:了多少|得怎么样|的怎么样)|(?:今天|本周|本月)(?:的)?(?:账|收入|营业额)|^(?:my )?sales$|how much did i (?:sell|earn)/,
    salesReports.commands.sales,
  ],
  [/怎么收(?:钱|款)|^收款码?$|payment code/, paymentCodes.commands.payment],
  [/^(?:装货单|打包单?|发货单)$|^packing(?: list)?$/, pack.commands.pack],
  [/^(?:我的)?(?:小店|店铺|铺子)$|^my shop$/, profile.commands.shop],
  [/^(?:帮助|怎么用|说明|help)$/, home.commands.help],
] as const;

/** The named screen, or the undo of the last change; undefined for other texts. */
export async function answerShortcut(turn: Turn, seller: Membership): Promise<Reply | undefined> {
  const plain = textOf(turn.text)
    .plain.trim()
    .replace(/[.!?~吗呢啊呀]+$/, '');
  if (UNDO.test(plain)) {
    const event = await turn.shop.listings.lastChange(turn.person.id, seller.id);
    return event === undefined ? undefined : undoEvent(turn, event);
  }
  const show = screens.find(([pattern]) => pattern.test(plain))?.[1];
  return show?.({ ...turn, params: { rest: '' } });
}
