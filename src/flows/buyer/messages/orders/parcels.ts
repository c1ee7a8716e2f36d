import { type Reply, say } from '../../../../chat/dsl/screen.ts';
import { isElsewhere } from '../../../../nlu/acts/orders/delivery/destination.ts';
import { readParcels } from '../../../../nlu/acts/orders/delivery/parcels.ts';
import { withoutHome } from '../../../../nlu/acts/orders/other-times.ts';
import { readBuyer } from '../../../../nlu/read.ts';
import type { Turn } from '../../../flow.ts';
import { freshly } from '../../../screens/messages/freshly.ts';
import { isCard } from '../../checkout/checkout-open.ts';
import { cardAct } from '../card/card-acts.ts';

type Answer = (turn: Turn) => Promise<Reply>;

/** 苹果10斤，5斤发我家，5斤发我妈那: the first parcel now; the others are said back, to be ordered behind it. */
export async function parcelsAnswer(turn: Turn, answer: Answer): Promise<Reply | undefined> {
  const parcels = readParcels(turn.text);
  if (!parcels) return undefined;
  const { product } = turn.focus;
  const title = (product && (await turn.shop.catalogue.byId(product))?.title) ?? '';
  const [first = '', ...others] = [parcels.first, ...parcels.others].map((part) => withTitle(part, title));
  const told = say('order-parcels', { first, others: others.join(' · ') });
  return [...(await answer({ ...turn, text: first })), { text: told, fresh: true, keepsQuestion: true }];
}

/** 10斤，寄我姐那, of what is in sight: said on its own later it needs its name. */
const withTitle = (part: string, title: string): string =>
  readBuyer(part).lines.some(({ product }) => product !== '') ? part : `${title} ${part.trim()}`.trim();

/** 给闺蜜也带2袋 一起寄我这就行: what is wanted, to the buyer's own place; where several are known, which of them it is. */
export async function homeAnswer(turn: Turn, answer: Answer): Promise<Reply> {
  const text = withoutHome(turn.text);
  if (text === undefined || readBuyer(turn.text).recipient) return answer(turn);
  const reply = await answer({ ...turn, text });
  const known = reply.some(isCard) ? await turn.shop.addresses.of(turn.person.id) : [];
  if (known.length === 0 || (known.length === 1 && !isElsewhere(text))) return reply;
  const home = ((await cardAct(turn, { is: 'home' })) ?? []).map(freshly);
  return [...(home.some(isCard) ? reply.filter((part) => !isCard(part)) : reply), ...home];
}
