import { z } from 'zod';
import { tap } from '../../../../chat/dsl/action.ts';
import { ask } from '../../../../chat/dsl/flow.ts';
import { type Reply, say } from '../../../../chat/dsl/screen.ts';
import { idShape, type MediaId, type ProductId } from '../../../../db/ids.ts';
import { readSeller } from '../../../../nlu/read.ts';
import type { Product } from '../../../../shop/catalogue/products/catalogue.ts';
import type { Membership } from '../../../../shop/sellers/members.ts';
import { flow, type Turn } from '../../../flow.ts';
import { freshly } from '../../../screens/messages/freshly.ts';
import { homeButton, priceValue, productName } from '../../../screens/values.ts';
import { findActingSeller, notYours, oldCard, ownProduct } from '../../acting.ts';
import { type Act, changeActs, parseChangeRequest } from '../changes/change-request.ts';
import { changeOrAsk } from '../changes/changes.ts';
import { cancelButton } from '../changes/changes-screen.ts';
import { meantProducts, ownTitles } from '../changes/meant.ts';
import { putMediaFirst } from '../products/listing-photos.ts';
import { fill, parseCaption, preview } from './draft-fill.ts';

const cardShape = z.object({
  product: idShape<ProductId>(),
  media: z.array(idShape<MediaId>()),
  words: z.string(),
});

/** A photo of what is on sale already, with another price below it: that, or something new? */
export const knownPhoto = flow('known-photo', {
  taps: { 'photo-known': renew, 'photo-new': beginNew },
  answers: { 'photo-known': { data: cardShape, read: () => undefined } },
});

/** Asks where the caption names one of the goods on sale with a price and no amount; nothing else is meant by that. */
export async function askKnownPhoto(turn: Turn, seller: Membership): Promise<Reply | undefined> {
  if (turn.text === '' || (turn.body.is === 'photos' && turn.body.album !== undefined)) return undefined;
  const { title, price, stock } = readSeller(turn.text, { titles: await ownTitles(turn, seller) });
  if (title === null || price === null || stock !== null) return undefined;
  const [product, ...others] = (await meantProducts(turn, seller, title)).filter(
    (one) => one.status !== 'archived' && isCalled(one, title),
  );
  const act = product && others.length === 0 ? await priceAct(turn, seller, product) : undefined;
  if (!product || !act) return undefined;
  const media: MediaId[] = [];
  for (const file of turn.photos) media.push(await turn.keepPhoto(file));
  const values = {
    title: productName(product),
    before: priceValue(product),
    after: priceValue({ ...product, ...act }),
  };
  const yes = tap('photo-known');
  return [
    {
      text: say('photo-known-ask', values),
      buttons: [
        [{ label: say('photo-known-yes', values), tap: yes, tone: 'primary' }],
        [{ label: say('photo-known-new', values), tap: tap('photo-new') }],
        [cancelButton, homeButton],
      ],
      asks: ask('photo-known', { product: product.id, media, words: turn.text }),
      focus: { product: product.id },
      yes,
      fresh: true,
    },
  ];
}

const isCalled = ({ title, titleEn }: Product, words: string): boolean =>
  [title, titleEn ?? ''].some((name) => name.toLowerCase() === words.trim().toLowerCase());

/** The one price that the words may mean for it. */
async function priceAct(
  turn: Turn<string>,
  seller: Membership,
  product: Product,
): Promise<Extract<Act, { is: 'price' }> | undefined> {
  const reading = readSeller(turn.text, { titles: await ownTitles(turn, seller) });
  const wish = parseChangeRequest(turn.text, reading);
  const [act, ...more] = wish ? changeActs(product, wish) : [];
  return act?.is === 'price' && more.length === 0 ? act : undefined;
}

const findCard = ({ asking }: Turn<string>) =>
  asking?.step === 'photo-known' ? cardShape.safeParse(asking.data).data : undefined;

/** Makes the new photo the first one, and changes the price, or asks, as it is changed in words. */
async function renew(turn: Turn<never>): Promise<Reply> {
  const card = findCard(turn);
  const seller = await findActingSeller(turn);
  if (!card || !seller) return [oldCard];
  const product = await ownProduct(turn, card.product);
  if (!product) return notYours(turn);
  const said = { ...turn, text: card.words };
  const pictured = await putMediaFirst(said, product, card.media);
  const act = await priceAct(said, seller, product);
  const priced = act ? await changeOrAsk(said, product, act) : [];
  return [...pictured, ...priced].map(freshly);
}

/** Something new that is called the same. */
async function beginNew(turn: Turn<never>): Promise<Reply> {
  const card = findCard(turn);
  const seller = await findActingSeller(turn);
  if (!card || !seller) return [oldCard];
  const { shop, person, chat } = turn;
  const draft = await shop.listings.draft(person.id, seller.id);
  if (!draft) return notYours(turn);
  for (const media of card.media) await shop.listings.addPhoto(person.id, draft.id, media);
  const reading = parseCaption(card.words, draft);
  await fill({ ...turn, text: card.words }, draft, reading);
  for (const media of card.media) await shop.listings.askName(media, chat.id);
  return preview(turn, draft.id, reading);
}
