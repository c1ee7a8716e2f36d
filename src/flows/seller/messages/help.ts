import { tap } from '../../../chat/dsl/action.ts';
import { type Button, type Reply, say } from '../../../chat/dsl/screen.ts';
import type { HelpTopic } from '../../../nlu/acts/seller/seller-lexicon.ts';
import type { Membership } from '../../../shop/sellers/members.ts';
import type { Turn } from '../../flow.ts';
import { homeButton, productName } from '../../screens/values.ts';

// 价钱怎么改, how do I get paid: how things are done here, with an example of the seller's own and the next step as a button.

const help: Button = { label: say('home-help'), tap: tap('help') };
const orders: Button = { label: say('seller-home-orders'), tap: tap('sold/:page', { page: 0 }) };
const products: Button = { label: say('seller-home-products'), tap: tap('mine/:page', { page: 0 }) };

const delivery: Button = { label: say('myshop-delivery'), tap: tap('delivery') };
const shop: Button = { label: say('myshop-button'), tap: tap('my-shop') };

const next: Readonly<Record<HelpTopic, readonly Button[]>> = {
  general: [help],
  post: [products],
  price: [products],
  stock: [products],
  packs: [products],
  photo: [products],
  undo: [products],
  text: [products],
  preorder: [products],
  orders: [orders],
  refund: [orders],
  weigh: [orders],
  tracking: [orders],
  write: [orders],
  print: [{ label: say('home-pack'), tap: tap('pack/:page', { page: 0 }) }],
  money: [{ label: say('seller-help-codes'), tap: tap('payment') }],
  sales: [{ label: say('home-sales'), tap: tap('sales/:period', { period: 'today' }) }],
  helpers: [{ label: say('helpers-button'), tap: tap('helpers') }],
  shipping: [delivery],
  rest: [delivery],
  shop: [shop],
  share: [{ label: say('poster-button'), tap: tap('posters/:page', { page: 0 }) }, shop],
  cost: [],
  language: [{ label: say('home-language'), tap: tap('languages') }],
  leave: [{ label: say('forget-button'), tap: tap('forget') }],
  stream: [
    { label: say('seller-home-live'), tap: tap('go-live') },
    { label: say('seller-home-plan'), tap: tap('plan') },
  ],
};

/** The answer; an open question stays open behind it. */
export async function helpAnswer(turn: Turn, seller: Membership, topic: HelpTopic): Promise<Reply> {
  const [own] = (await turn.shop.catalogue.pageOfSeller(seller.id, 0)).items.filter(
    ({ status }) => status !== 'draft',
  );
  const title = own ? productName(own) : say('seller-help-goods');
  return [
    {
      text: say(`seller-help-${topic}`, { title }),
      buttons: [
        ...(next[topic].length > 0 ? [next[topic]] : []),
        [{ label: say('repair-person'), tap: tap('person') }, homeButton],
      ],
      fresh: true,
      keepsQuestion: true,
    },
  ];
}
