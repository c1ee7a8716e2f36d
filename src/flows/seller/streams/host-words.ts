import { tap } from '../../../chat/dsl/action.ts';
import { type Reply, type Screen, say } from '../../../chat/dsl/screen.ts';
import { type HostAct, readHostAct } from '../../../nlu/acts/seller/host-act.ts';
import type { Product } from '../../../shop/catalogue/products/catalogue.ts';
import type { Membership } from '../../../shop/sellers/members.ts';
import type { StreamCard } from '../../../shop/streams/cards.ts';
import type { Turn } from '../../flow.ts';
import { endedScreen } from '../../screens/streams/stream-notices.ts';
import { panelScreen } from '../../screens/streams/stream-panel.ts';
import { homeButton, priceValue, productName } from '../../screens/values.ts';
import { hasRight } from '../acting.ts';
import { namedProduct, namedProducts } from '../listings/changes/meant.ts';
import { planCard } from './plan-card.ts';
import { readStreamPrice } from './plan-items.ts';
import { endLive } from './stream.ts';

// 多少人听到, 下一个, 1号核桃2号红枣, 直播价核桃16: what a host says while a stream is on or planned.

/** What the message does with a stream of the seller's; nothing where there is none that it may be about. */
export async function hostWords(turn: Turn, seller: Membership): Promise<Reply | undefined> {
  const act = readHostAct(turn.text);
  if (!act || !hasRight(seller, 'post')) return undefined;
  const live = await turn.shop.streams.findLive(seller.id);
  switch (act.is) {
    case 'over':
    case 'leaving':
      return live && endLive(turn, seller);
    case 'begun':
    case 'start':
      return live ? undefined : turn.press(tap('go-live'));
    case 'next':
      return live && showNext(turn, live);
    case 'heard':
      return heard(turn, seller, live);
    case 'replay':
      return keepReplay(turn, seller, act.url);
    default:
      return onList(turn, seller, act, live);
  }
}

/** The item behind the one that is shown; the first where none has been. */
async function showNext({ shop, person }: Turn, live: StreamCard): Promise<Reply | undefined> {
  const items = await shop.streams.items(live.id);
  const shown = (await shop.streams.showings(live.id)).now;
  const item = items[items.findIndex(({ id }) => id === shown) + 1];
  if (!item) return [{ text: say('host-no-next'), buttons: [[homeButton]], fresh: true }];
  await shop.streams.showNow(person.id, item.id);
  return [{ text: say('live-show-ok', { number: item.number }), fresh: true }];
}

/** Of what is on its panel, of what is planned who reserved, of what is over how it went. */
async function heard(
  turn: Turn,
  seller: Membership,
  live: StreamCard | undefined,
): Promise<Reply | undefined> {
  const { shop } = turn;
  if (live) return [{ ...(await panelScreen(shop, live)), fresh: true }];
  const [plan] = await shop.streams.plansOf(seller.id);
  const card = plan && (await planCard(turn, plan.id));
  if (plan && card) {
    const count = await shop.streams.reservedCount(plan.id);
    return [{ ...card, text: [say('planned-reserved', { count }), card.text], fresh: true }];
  }
  const last = await shop.streams.lastOf(seller.id);
  if (!last) return [{ text: say('host-no-stream'), buttons: [[homeButton]], fresh: true }];
  return [{ ...endedScreen(last, await shop.streams.result(last.id), false), fresh: true }];
}

async function keepReplay(turn: Turn, seller: Membership, url: string): Promise<Reply | undefined> {
  const last = await turn.shop.streams.lastOf(seller.id);
  const isKept = last && (await turn.shop.streams.setReplay(turn.person.id, last.id, url));
  return isKept
    ? [{ text: say('live-replay-kept', { url }), buttons: [[homeButton]], fresh: true }]
    : undefined;
}

/** What is on, in hand or planned; without any of them there is no list. */
async function onList(
  turn: Turn,
  seller: Membership,
  act: Extract<HostAct, { is: 'items' | 'add' | 'price' }>,
  live: StreamCard | undefined,
): Promise<Reply | undefined> {
  const { shop } = turn;
  const draft = live ? undefined : await shop.streams.draftOf(seller.id);
  const [plan] = live || draft ? [] : await shop.streams.plansOf(seller.id);
  const stream = live ?? draft ?? plan;
  if (act.is === 'price') return price(turn, seller, act.words, stream);
  if (!stream || (act.is === 'add' && !draft)) return undefined;
  for (const words of act.goods) await addGoods(turn, seller, stream, words);
  return [await shown(turn, stream, live !== undefined)];
}

async function shown(turn: Turn, stream: StreamCard, isLive: boolean): Promise<Screen> {
  const screen = isLive ? await panelScreen(turn.shop, stream) : await planCard(turn, stream.id);
  return { ...(screen ?? { text: say('stream-gone-seller'), buttons: [[homeButton]] }), fresh: true };
}

/** A product of theirs by that name; else the words alone, which nobody can order yet. */
async function addGoods(turn: Turn, seller: Membership, stream: StreamCard, words: string): Promise<void> {
  const product = await namedProduct({ ...turn, text: words }, seller, null);
  const found = product ?? (await namedProduct(turn, seller, words));
  const what = found ? { productId: found.id } : { title: words };
  await turn.shop.streams.addItem(turn.person.id, stream.id, what);
}

/** A price that holds during the stream alone: the usual one stays as it is. */
async function price(
  turn: Turn,
  seller: Membership,
  words: string,
  stream: StreamCard | undefined,
): Promise<Reply | undefined> {
  const [product, ...others] = await namedProducts({ ...turn, text: words }, seller);
  if (!product || others.length > 0) return undefined;
  if (!stream)
    return [
      {
        text: say('host-price-no-stream', { title: productName(product), price: priceValue(product) }),
        buttons: [[{ label: say('seller-home-plan'), tap: tap('plan') }], [homeButton]],
        fresh: true,
      },
    ];
  const fen = readStreamPrice(bareSum(words, product), product, turn.now);
  if (fen === undefined) return undefined;
  const item = await itemFor(turn, stream, product);
  if (!item || !(await turn.shop.streams.changeItem(turn.person.id, item.id, { price: fen })))
    return undefined;
  return [
    {
      text: say('host-price-set', {
        title: productName(product),
        price: priceValue({ ...product, price: fen }),
        usual: priceValue(product),
      }),
      buttons: [
        [
          { label: say('item-button', { number: item.number }), tap: tap('item/:item', { item: item.id }) },
          homeButton,
        ],
      ],
      fresh: true,
    },
  ];
}

/** 核桃16: the sum alone, and what it is for where that was said. */
const bareSum = (words: string, { title, titleEn }: Product): string =>
  [title, titleEn ?? '']
    .filter(Boolean)
    .reduce((text, name) => text.replace(name.toLowerCase(), ' '), words)
    .trim();

async function itemFor({ shop, person }: Turn, stream: StreamCard, product: Product) {
  await shop.streams.addItem(person.id, stream.id, { productId: product.id });
  return (await shop.streams.items(stream.id)).find((item) => item.product?.id === product.id);
}
