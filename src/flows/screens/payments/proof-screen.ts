import { tap } from '../../../chat/dsl/action.ts';
import { type ReplyPart, type Screen, say } from '../../../chat/dsl/screen.ts';
import type { Proof } from '../../../shop/payments/proofs.ts';
import type { Shop } from '../../../shop/shop.ts';
import { minusFen } from '../../../shop/values/money.ts';
import { moneyValue } from '../values.ts';

/** Shows the seller's members a proof to confirm or refuse. */
export async function proofNotice(shop: Shop, proof: Proof): Promise<ReplyPart[]> {
  return [
    { to: await shop.sellers.chats(proof.order.sellerId), screen: { ...proofScreen(proof), fresh: true } },
  ];
}

/** The picture with its answers. What a harvest took off the order meanwhile is said. */
export function proofScreen({ id, mediaId, order, amount, usedFor }: Proof): Screen {
  const { number, total, dueAt } = order;
  const values = { total: moneyValue(total), back: moneyValue(minusFen(amount, total)) };
  const lowered = amount > total ? [say('proof-lowered', values)] : [];
  const until = dueAt ? [say('sold-proof-until', { until: { time: dueAt } })] : [];
  const again = usedFor.length > 0 ? [say('proof-used-seller', { numbers: usedFor.join('、') })] : [];
  return {
    text: [say('proof-heard', { number, total: moneyValue(amount) }), ...lowered, ...until, ...again],
    photo: mediaId,
    buttons: [
      [
        { label: say('proof-yes'), tap: tap('proof-yes/:proof', { proof: id }), tone: 'success' },
        { label: say('proof-no'), tap: tap('proof-no/:proof', { proof: id }), tone: 'danger' },
      ],
      [{ label: say('talk-order'), tap: tap('sale/:order', { order: order.id }) }],
    ],
  };
}
