import { tap } from '../../../chat/dsl/action.ts';
import { type ReplyPart, type Screen, say, type Text } from '../../../chat/dsl/screen.ts';
import type { Claim } from '../../../shop/fulfilment/claims.ts';
import type { Shop } from '../../../shop/shop.ts';
import { moneyValue, productName, quantityValue } from '../values.ts';

/** Shows the seller's members a claim: photo, quantity and refund. */
export async function claimNotice(shop: Shop, claim: Claim): Promise<ReplyPart[]> {
  return [{ to: await shop.sellers.chats(claim.sellerId), screen: { ...claimScreen(claim), fresh: true } }];
}

export function claimScreen(claim: Claim): Screen {
  const { id, orderId, number, mediaId, words, state } = claim;
  const refund = moneyValue(claim.proposed);
  const text: Text[] = [
    say('claim-heard', {
      number,
      title: productName(claim),
      quantity: quantityValue(claim.measure, claim.quantity),
      refund,
    }),
    ...(words === '' ? [] : [say('talk-words', { words })]),
    ...(state === 'open' ? [] : [say(`claim-is-${state}`, { refund })]),
  ];
  const look = { label: say('talk-order'), tap: tap('sale/:order', { order: orderId }) };
  const write = { label: say('talk-write-buyer'), tap: tap('talk-of/:order', { order: orderId }) };
  if (state !== 'open') return { text, photo: mediaId, buttons: [[look, write]] };
  return {
    text,
    photo: mediaId,
    buttons: [
      [
        {
          label: say('claim-agree', { refund }),
          tap: tap('claim-agree/:claim', { claim: id }),
          tone: 'success',
        },
        { label: say('claim-refuse'), tap: tap('claim-refuse/:claim', { claim: id }), tone: 'danger' },
      ],
      [look, write],
    ],
  };
}
