import { tap } from '../../../chat/dsl/action.ts';
import { type Reply, say } from '../../../chat/dsl/screen.ts';
import { readReport } from '../../../nlu/acts/seller/orders/report-act.ts';
import { readPeriod } from '../../../nlu/acts/seller/seller-act.ts';
import type { Product } from '../../../shop/catalogue/products/catalogue.ts';
import type { Membership } from '../../../shop/sellers/members.ts';
import { baseQuantity } from '../../../shop/values/quantity.ts';
import type { Turn } from '../../flow.ts';
import { homeButton, moneyValue, personName, productName, quantityValue } from '../../screens/values.ts';
import { namedProducts } from '../listings/changes/meant.ts';
import { findGoods, goodsLeftScreen, leftText, productsButton } from './goods-left.ts';

// 还有多少核桃, 谁在等红枣, 几个人关注我: asked in words, answered from the data.

/** The answer to what is asked of the shop; nothing where the message asks none of it. */
export async function reportWords(turn: Turn, seller: Membership): Promise<Reply | undefined> {
  switch (readReport(turn.text)) {
    case 'left':
      return left(turn, seller);
    case 'waiting':
      return waiting(turn, seller);
    case 'followers':
      return counted('report-followers', await turn.shop.subscriptions.followers(seller.id));
    case 'best':
      return turn.press(tap('sales/:period', { period: readPeriod(turn.text) ?? 'month' }));
    case 'buyers':
      return buyers(turn, seller);
    case 'rated':
      return rated(turn, seller);
    case undefined:
      return undefined;
  }
}

const counted = (key: string, count: number): Reply => [
  { text: say(key, { count }), buttons: [[homeButton]], fresh: true, keepsQuestion: true },
];

/** What is named, or all that is for sale. */
async function left(turn: Turn, seller: Membership): Promise<Reply> {
  const named = (await namedProducts(turn, seller)).filter(isSold);
  if (named.length === 0) {
    const all = await goodsLeftScreen(turn, seller);
    return [{ ...all, fresh: true, keepsQuestion: true }];
  }
  const [only, ...others] = named;
  return [
    {
      text: named.map(leftText),
      buttons: [[productsButton, homeButton]],
      fresh: true,
      keepsQuestion: true,
      ...(only && others.length === 0 && { focus: { product: only.id } }),
    },
  ];
}

const isSold = ({ status }: Product): boolean => status === 'on-sale' || status === 'paused';

/** How many wait for what, and for how much; who they are stays with them. */
async function waiting(turn: Turn, seller: Membership): Promise<Reply> {
  const named = await namedProducts(turn, seller);
  const all = named.length > 0 ? named : await findGoods(turn, seller);
  const counts = await turn.shop.subscriptions.waitingFor(all.map(({ id }) => id));
  const lines = counts.flatMap(({ productId, people, wanted }) => {
    const product = all.find(({ id }) => id === productId);
    if (!product) return [];
    const values = { title: productName(product), people };
    return [
      wanted > 0
        ? say('report-waiting-for', { ...values, quantity: quantityValue(product, baseQuantity(wanted)) })
        : say('report-waiting', values),
    ];
  });
  return [
    {
      text: lines.length > 0 ? lines : [say('report-nobody-waits')],
      buttons: [[productsButton, homeButton]],
      fresh: true,
      keepsQuestion: true,
    },
  ];
}

async function rated(turn: Turn, seller: Membership): Promise<Reply> {
  const { count, tenths } = await turn.shop.ratings.ofSeller(seller.id);
  const text = count === 0 ? say('report-not-rated') : say('report-rated', { count, stars: tenths / 10 });
  return [{ text, buttons: [[homeButton]], fresh: true, keepsQuestion: true }];
}

/** Of the season, by what they paid. */
async function buyers({ shop, person }: Turn, seller: Membership): Promise<Reply> {
  const best = await shop.sales.bestBuyers(person.id, seller.id);
  const lines = (best ?? []).map(({ name, orders, total }) =>
    say('report-buyer', { name: personName(name), count: orders, money: moneyValue(total) }),
  );
  const none = say(best ? 'sales-nothing' : 'sales-not-allowed');
  return [
    {
      text: lines.length > 0 ? [say('report-buyers'), ...lines] : none,
      buttons: [
        [{ label: say('home-sales'), tap: tap('sales/:period', { period: 'season' }) }],
        [homeButton],
      ],
      fresh: true,
      keepsQuestion: true,
    },
  ];
}
