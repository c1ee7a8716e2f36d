import { type Reply, say } from '../../../../chat/dsl/screen.ts';
import { joinSentences, type OwnWords, readHarvestDay } from '../../../../nlu/acts/seller/own-words.ts';
import type { Product } from '../../../../shop/catalogue/products/catalogue.ts';
import type { Membership } from '../../../../shop/sellers/members.ts';
import type { Turn } from '../../../flow.ts';
import {
  blockedText,
  lawButtons,
  lawWarnings,
  productWords,
} from '../../../screens/catalogue/law-warning.ts';
import { homeButton, productName } from '../../../screens/values.ts';
import { hasRight, noRight, notYours } from '../../acting.ts';
import { doneScreen, whichProductScreen } from '../changes/changes-screen.ts';
import { meantProducts, tableProduct } from '../changes/meant.ts';
import { changed, readField } from '../products/edit.ts';
import { tableDraft } from './waiting.ts';

type Said = Pick<OwnWords, 'goods' | 'words' | 'adds'>;

const DAY_MS = 24 * 60 * 60_000;

/** What stands there, and what would: `reply` where it may not be written. */
type Kept =
  | { readonly product: Product; readonly before: string; readonly now: string }
  | { readonly reply: Reply };

/** 核桃加一句介绍：皮薄: behind what is written of it, or in its place; nothing where no goods are called so. */
export async function wordsToKeep(turn: Turn, seller: Membership, said: Said): Promise<Kept | undefined> {
  const product = await findMeant(turn, seller, said.goods);
  const asked = product ? undefined : await whichGoods(turn, seller, said.goods);
  if (!product) return asked && { reply: asked };
  if (!hasRight(seller, 'post')) return { reply: noRight(seller, 'post') };
  const { blurb: before } = product;
  const now = said.adds ? joinSentences(before, said.words) : said.words;
  const blocked = product.status !== 'draft' && blockedText(productWords({ blurb: now }));
  if (blocked && (await turn.shop.writerOffice.blocksUnlawful()))
    return { reply: [{ text: blocked, buttons: [[homeButton]], fresh: true }] };
  return { product, before, now };
}

/** With what stood there before, and an undo. */
export async function writeWords(turn: Turn, product: Product, blurb: string): Promise<Reply> {
  const done = await turn.shop.listings.change(turn.person.id, product.id, { blurb });
  if (!done.ok) return notYours(turn);
  if (product.status === 'draft') return changed(turn, done);
  const { product: now, event } = done;
  const screen = doneScreen(
    [
      say('blurb-kept', { title: productName(now) }),
      ...(product.blurb === '' ? [] : [say('words-before', { words: product.blurb })]),
      say('words-now', { words: now.blurb }),
      ...(now.blurb.length < blurb.length ? [say('words-cut')] : []),
      ...lawWarnings(now),
    ],
    now,
    event,
  );
  return [{ ...screen, buttons: [...lawButtons(now), ...(screen.buttons ?? [])], fresh: true }];
}

/** 核桃是10月8号收的，写上去: its day of harvest, which buyers are answered with. */
export async function keepHarvest(turn: Turn, seller: Membership, said: Said): Promise<Reply | undefined> {
  const day = readHarvestDay(said.words);
  const product = await findMeant(turn, seller, said.goods);
  if (!product) return whichGoods(turn, seller, said.goods);
  if (!hasRight(seller, 'post')) return noRight(seller, 'post');
  if (!day) return undefined;
  const text = 'daysAgo' in day ? await dayAgo(turn, day.daysAgo) : `${day.month}月${day.day}日`;
  return readField({ ...turn, text }, { product: product.id, field: 'harvest' });
}

/** By the village's clock. */
async function dayAgo({ now, shop }: Turn, days: number): Promise<string> {
  const timeZone = await shop.sellers.timeZone();
  const day = new Date(now.getTime() - days * DAY_MS);
  return new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' }).format(day);
}

/** The draft on the screen, where that is called so; else what is named, on the table, or all that is sold. */
async function findMeant(turn: Turn, seller: Membership, goods: string): Promise<Product | undefined> {
  const draft = await tableDraft(turn);
  if (draft && (goods === '' || draft.title.toLowerCase() === goods.toLowerCase())) return draft;
  const named = await tableProduct(turn, seller, goods);
  if (named || goods !== '') return named;
  const [only, ...others] = await meantProducts(turn, seller, null);
  return others.length === 0 ? only : undefined;
}

/** Of which of several goods it was said; nothing where none is called so. */
async function whichGoods(turn: Turn, seller: Membership, goods: string): Promise<Reply | undefined> {
  const found = await meantProducts(turn, seller, goods === '' ? null : goods);
  return found.length === 0 ? undefined : [whichProductScreen(found)];
}
