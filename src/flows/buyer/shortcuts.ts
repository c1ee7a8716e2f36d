import { textOf } from '../../reader/text.ts';

// Typed shortcuts: names of screens, payment methods, and a note for the seller.

export const shortcuts = {
  orders: /^(?:看看?|查一?下?)?(?:我的)?订单[列表]*$|^my orders$/,
  cart: /^(?:看看?|清空|打开)?(?:我的)?购物车$|^清空$|^(?:my |empty (?:my |the )?)?(?:cart|basket)$/,
  confirm:
    /^(?:我要|现在|可以)?(?:确认(?:下单|订单)?|下单|提交(?:订单)?|结账|结算|付款|买单)(?:吧|了)?$|^(?:confirm|check ?out|place (?:the |my )?order)$/,
  note: /^(?:备注|留言|附言|note|comment)\s*[:,]?\s*(.{1,200})$/,
  payOnDelivery: /^(?:我要|改成?)?(?:货到付款|到付)$|^(?:cash|pay) on delivery$/,
  payByTransfer:
    /^(?:我要|改成?)?(?:转账|微信(?:支付|转账|付款)?|支付宝(?:支付|转账|付款)?)$|^(?:bank )?transfer$/,
} as const;

/** What was typed, in the form that the patterns expect. */
export const shortcutText = (text: string): string =>
  textOf(text)
    .plain.trim()
    .replace(/[.!~]+$/, '');

/** Whether a text names a screen or carries a note, and so answers no question. */
export const isShortcut = (text: string): boolean => {
  const plain = shortcutText(text);
  return Object.values(shortcuts).some((pattern) => pattern.test(plain));
};
