import { tap } from '../../../chat/dsl/action.ts';
import { type Reply, type Screen, say } from '../../../chat/dsl/screen.ts';
import type { Claim } from '../../../shop/fulfilment/claims.ts';
import { flow, type Turn } from '../../flow.ts';
import { claimScreen } from '../../screens/orders/claim-screen.ts';
import { homeButton, moneyValue } from '../../screens/values.ts';

/** The seller's answer to a claim. */
export const claims = flow('seller-claims', {
  taps: { 'claim-agree/:claim': agree, 'claim-refuse/:claim': refuse },
});

function agree(turn: Turn<'claim'>): Promise<Reply> {
  return answer(turn, true);
}

function refuse(turn: Turn<'claim'>): Promise<Reply> {
  return answer(turn, false);
}

async function answer({ shop, person, params }: Turn<'claim'>, isAgreed: boolean): Promise<Reply> {
  const end = await shop.claims.answer(person.id, params.claim, isAgreed);
  if (!end) return [{ text: say('order-not-found'), buttons: [[homeButton]] }];
  if (!end.isDone) return [{ toast: say('claim-answered-already') }, claimScreen(end.claim)];
  return [claimScreen(end.claim), { to: [end.claim.buyerChatId], screen: notices(end.claim) }];
}

function notices({ number, state, proposed, orderId }: Claim): Screen {
  const text = say(`claim-news-${state}`, { number, refund: moneyValue(proposed) });
  const write = { label: say('talk-write-seller'), tap: tap('talk-of/:order', { order: orderId }) };
  const help = { label: say('repair-person'), tap: tap('person') };
  return { text, buttons: [[write, ...(state === 'refused' ? [help] : [])]], fresh: true };
}
