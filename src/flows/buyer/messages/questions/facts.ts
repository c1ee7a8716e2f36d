import { tap } from '../../../../chat/dsl/action.ts';
import { type Button, type Reply, type Screen, say, type Text } from '../../../../chat/dsl/screen.ts';
import type { ProductId, SellerId } from '../../../../db/ids.ts';
import { isHaggling } from '../../../../nlu/acts/haggling.ts';
import type { Topic } from '../../../../nlu/acts/lexicon.ts';
import type { Product } from '../../../../shop/catalogue/products/catalogue.ts';
import type { Turn } from '../../../flow.ts';
import { dateText, dayText } from '../../../screens/dates.ts';
import { homeButton, productName } from '../../../screens/values.ts';
import { weekdayList } from '../../../screens/weekdays.ts';
import { productButton } from '../../catalogue/list.ts';
import { productScreen } from '../../catalogue/product-screen.ts';
import { villageScreen } from '../../catalogue/village.ts';
import { showCard } from '../../checkout/checkout-open.ts';
import { onNamed } from '../named-product.ts';
import { forwardable, keepToForward } from './forward.ts';
import { shownAnswer } from './question.ts';
import { streamAnswer } from './stream-asked.ts';

// What is asked of a shop, answered from what it knows; what it does not know is passed on as it was said.

/** The answer to a question of this kind; nothing where it is about goods that have not been named. */
export async function topicAnswer(turn: Turn, topic: Topic): Promise<Reply | undefined> {
  const { shop } = turn;
  switch (topic) {
    case 'fee':
      return undefined;
    case 'abroad':
      return [fact(say('fact-abroad'))];
    case 'payment':
      return [fact([...(await paymentText(turn)), ...(await toldText(turn, topic))])];
    case 'pickup':
      return pickupAnswer(turn);
    case 'shipTime':
      return shipTimeAnswer(turn);
    case 'courier':
    case 'invoice':
    case 'storage':
    case 'returns':
    case 'group':
      return toldAnswer(turn, topic);
    case 'where': {
      const village = await shop.sellers.village();
      const screen = village && (await villageScreen(turn, village.id));
      return screen ? [screen] : undefined;
    }
    case 'stream':
      return streamAnswer(turn);
    case 'recommend':
      return recommendation(turn);
    case 'newest':
      return newest(turn);
    case 'cheapest':
      return cheapest(turn);
    case 'safe':
      return safeAnswer(turn);
    case 'origin':
      return [forwardable(turn, say('fact-origin', { village: await villageName(turn) }))];
    case 'phone':
      return [forwardable(turn, say('fact-phone'))];
    case 'hours':
      return [fact(say('fact-hours'))];
    case 'visit':
    case 'sellHere':
      return [forwardable(turn, say(`fact-${topic}`), { label: say('office-forward') })];
    case 'goods':
      return (await shownAnswer(turn, turn.text)) ?? [forwardable(turn, say('question-unknown'))];
    case 'harvest':
      return harvestAnswer(turn);
    case 'cheaper':
      return turn.focus.product
        ? haggledProduct(turn, turn.focus.product)
        : [forwardable(turn, say('fact-haggle'))];
  }
}

/** 便宜5块吧: kindly and truly. What stands on the card stays as it is. */
export async function haggleAnswer(turn: Turn): Promise<Reply | undefined> {
  if (!isHaggling(turn.text)) return undefined;
  const { shop, person, chat } = turn;
  const { focus } = await onNamed(turn);
  const card = await shop.checkout.current(person.id, chat.id);
  if (card && turn.focus.card === card.id)
    return [...(await showCard(turn, card)), forwardable({ ...turn, focus }, say('fact-haggle'))];
  return focus.product ? haggledProduct(turn, focus.product) : [forwardable(turn, say('fact-haggle'))];
}

/** What larger packs cost, which is the only way it gets cheaper; the rest is the seller's to say. */
async function haggledProduct(turn: Turn, product: ProductId): Promise<Reply | undefined> {
  const screen = await productScreen(turn, product);
  if (!screen) return undefined;
  const asked = forwardable(turn, [say('fact-cheaper'), screen.text, say('fact-haggle')], { product });
  return [{ ...screen, ...asked, buttons: [...(screen.buttons ?? []), ...(asked.buttons ?? [])] }];
}

/** The households that a question may be about: of what is on the screen, or in the cart; none: all. */
async function meantSellers({ shop, person, focus }: Turn): Promise<SellerId[]> {
  const product = focus.product && (await shop.catalogue.byId(focus.product));
  if (product) return [product.sellerId];
  return [...new Set((await shop.cart.lines(person.id)).map((line) => line.product.sellerId))];
}

/** What households have said of a topic, each with its name. */
async function toldText(turn: Turn, topic: Topic): Promise<Text[]> {
  const told = await turn.shop.facts.find(topic, await meantSellers(turn));
  return told.map(({ sellerName, sellerNameEn, words }) =>
    say('fact-told', { seller: { own: sellerName, en: sellerNameEn }, words }),
  );
}

/** What is said of the topic; what is not, can be asked as it was typed. */
async function toldAnswer(turn: Turn, topic: Topic): Promise<Reply> {
  const told = await toldText(turn, topic);
  const general = say(told.length > 0 ? `fact-${topic}-told` : `fact-${topic}`);
  return [forwardable(turn, [general, ...told])];
}

/** When it is sent, by the days that are set and what households say of it. */
const shipTimeAnswer = async (turn: Turn): Promise<Reply> => [forwardable(turn, await shipTimeText(turn))];

/** … in words. */
export async function shipTimeText(turn: Turn): Promise<Text[]> {
  const meant = await meantSellers(turn);
  const rules = meant.length > 0 ? await turn.shop.deliveryRules(meant) : [];
  const days = rules.flatMap(({ sellerName, sellerNameEn, shipsOn, packsAgain }) => {
    const seller = { own: sellerName, en: sellerNameEn };
    return [
      ...(shipsOn.length > 0 ? [say('fact-ships-on', { seller, days: weekdayList(shipsOn) })] : []),
      ...(packsAgain ? [say('fact-packs-next', { seller, day: dayText(packsAgain) })] : []),
    ];
  });
  const told = [...days, ...(await toldText(turn, 'shipTime'))];
  return [say(told.length > 0 ? 'fact-shipTime-told' : 'fact-shipTime'), ...told];
}

/** Where goods can be fetched, by the settings of those who are meant. */
async function pickupAnswer(turn: Turn): Promise<Reply> {
  const meant = await meantSellers(turn);
  const ids = meant.length > 0 ? meant : (await turn.shop.sellers.all(0, NAMED)).map(({ id }) => id);
  const rules = await turn.shop.deliveryRules(ids);
  const offering = rules.filter(({ methods }) => methods.some(({ way }) => way === 'pickup'));
  if (offering.length === 0) return [forwardable(turn, say('pickup-none'))];
  const lines = offering.map(({ sellerName, sellerNameEn, pickupPlace }) =>
    say('pickup-place', { seller: { own: sellerName, en: sellerNameEn }, place: pickupPlace || '—' }),
  );
  return [fact([say('pickup-ways'), ...lines])];
}

/** How many sellers are listed where none is meant. */
const NAMED = 5;

async function paymentText(turn: Turn): Promise<Text[]> {
  const { shop, chat } = turn;
  const ways = await shop.checkout.paymentMethods(chat.id, await meantSellers(turn));
  return [say('fact-payment'), ...ways.map((way) => say(`fact-pay-${way}`))];
}

const browseButton: Button = { label: say('home-browse'), tap: tap('browse/:page', { page: 0 }) };

const fact = (text: Text): Screen => ({
  text,
  buttons: [[browseButton, homeButton]],
  fresh: true,
  keepsQuestion: true,
});

/** How many things are shown at once. */
const SHOWN = 6;

/** Something of each shelf, so that everybody finds something; whoever wants a person's advice can ask for it. */
async function recommendation(turn: Turn): Promise<Reply> {
  const newest = await turn.shop.catalogue.fresh(24);
  const first = new Set(newest.filter((one, i) => i === firstOfShelf(newest, one)));
  const items = [...first, ...newest.filter((one) => !first.has(one))].slice(0, SHOWN);
  return [
    {
      ...goodsScreen(say('fact-recommend'), items),
      buttons: [
        ...items.map((product) => [productButton(product)]),
        [{ label: say('fact-forward'), tap: tap('forward') }, browseButton, homeButton],
      ],
      asks: keepToForward(turn, {}),
    },
  ];
}

const firstOfShelf = (items: readonly Product[], { category }: Product): number =>
  items.findIndex((one) => one.category === category);

const newest = async ({ shop }: Turn): Promise<Reply> => [
  goodsScreen(say('fact-newest'), await shop.catalogue.fresh(SHOWN)),
];

const goodsScreen = (text: Text, items: readonly Product[]): Screen => ({
  text,
  buttons: [...items.map((product) => [productButton(product)]), [browseButton, homeButton]],
  focus: { products: items.map(({ id }) => id) },
});

/** Jars and jin cannot be compared: all prices are shown. */
async function cheapest(turn: Turn): Promise<Reply | undefined> {
  const shown = await turn.press(tap('browse/:page', { page: 0 }));
  return shown?.map((part) => ('text' in part ? { ...part, text: [say('fact-cheapest'), part.text] } : part));
}

const villageName = async ({ shop }: Turn) => {
  const village = await shop.sellers.village();
  return { own: village?.name ?? '', en: village?.nameEn ?? null };
};

/** Who sells here, how it can be paid, and what happens when something is wrong. */
async function safeAnswer(turn: Turn): Promise<Reply> {
  const village = await villageName(turn);
  const text = [say('fact-safe', { village }), ...(await paymentText(turn)), say('fact-safe-returns')];
  return [forwardable(turn, text)];
}

async function harvestAnswer(turn: Turn): Promise<Reply | undefined> {
  const product = turn.focus.product && (await turn.shop.catalogue.byId(turn.focus.product));
  if (!product) return [forwardable(turn, say('question-unknown'))];
  const title = productName(product);
  if (!product.harvestedOn) return [forwardable(turn, say('fact-harvest-unknown', { title }))];
  return [
    {
      text: [
        { ...say('fact-harvest', { title }) },
        say('product-harvest', { day: dateText(product.harvestedOn) }),
      ],
      buttons: [[productButton(product)], [browseButton, homeButton]],
      focus: { product: product.id },
    },
  ];
}
