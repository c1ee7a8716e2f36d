import { type Reply, say } from '../../../chat/dsl/screen.ts';
import type { SellerId, StreamId } from '../../../db/ids.ts';
import { readShowing, readShowingWords } from '../../../nlu/stream-words.ts';
import { flow, type Turn } from '../../flow.ts';

/** *Now showing*: whoever asked for an item hears when its turn has come. */
export const showing = flow('stream-showing', { taps: { 'show/:item': show } });

async function show({ shop, person, params }: Turn<'item'>): Promise<Reply> {
  const item = await shop.streams.showNow(person.id, params.item);
  const number = item?.number ?? 0;
  return [{ toast: item ? say('live-show-ok', { number }) : say('stream-gone-seller') }];
}

/** By its number, or the one whose name is said. */
async function itemMeant({ shop }: Turn, streamId: StreamId, number: number | undefined, words = '') {
  if (number !== undefined) return shop.streams.item({ streamId, number });
  const named = (await shop.streams.items(streamId)).filter(({ title }) => {
    const name = title.toLowerCase();
    return words.includes(name) || name.includes(words);
  });
  return named.length === 1 ? named[0] : undefined;
}

/** 现在讲石榴, which is not on the list: it gets the next number. */
async function addedNow(
  { shop, person }: Turn,
  streamId: StreamId,
  sellerId: SellerId,
  words: string | undefined,
) {
  if (words === undefined) return undefined;
  const [only, ...others] = (await shop.catalogue.searchOwn(sellerId, words)).filter(
    ({ title, titleEn, status }) =>
      status === 'on-sale' && [title, titleEn].some((name) => name?.toLowerCase() === words),
  );
  if (!only || others.length > 0) return undefined;
  await shop.streams.addItem(person.id, streamId, { productId: only.id });
  return (await shop.streams.items(streamId)).find(({ product }) => product?.id === only.id);
}

/** 讲3号, 现在讲核桃, showing 3, while they are live; nothing where the text says no such thing. */
export async function showByNumber(turn: Turn, sellerId: SellerId): Promise<Reply | undefined> {
  const said = readShowing(turn.text);
  const words = said === undefined ? readShowingWords(turn.text) : undefined;
  if (said === undefined && words === undefined) return undefined;
  const live = await turn.shop.streams.findLive(sellerId);
  const item =
    live &&
    ((await itemMeant(turn, live.id, said, words)) ?? (await addedNow(turn, live.id, sellerId, words)));
  const number = item?.number ?? said;
  if (!live || number === undefined) return undefined;
  const shown = item && (await turn.shop.streams.showNow(turn.person.id, item.id));
  return [{ text: say(shown ? 'live-show-ok' : 'live-show-no', { number }) }];
}
