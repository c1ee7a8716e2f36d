import { type Reply, say } from '../../../chat/dsl/screen.ts';
import type { SellerId } from '../../../db/ids.ts';
import { readShowing } from '../../../nlu/stream-words.ts';
import { flow, type Turn } from '../../flow.ts';

/** *Now showing*: whoever asked for an item hears when its turn has come. */
export const showing = flow('stream-showing', { taps: { 'show/:item': show } });

async function show({ shop, person, params }: Turn<'item'>): Promise<Reply> {
  const item = await shop.streams.showNow(person.id, params.item);
  const number = item?.number ?? 0;
  return [{ toast: item ? say('live-show-ok', { number }) : say('stream-gone-seller') }];
}

/** 讲3号, showing 3, while they are live; nothing where the text says no such thing. */
export async function showByNumber(turn: Turn, sellerId: SellerId): Promise<Reply | undefined> {
  const number = readShowing(turn.text);
  const live = number === undefined ? undefined : await turn.shop.streams.findLive(sellerId);
  if (number === undefined || !live) return undefined;
  const item = await turn.shop.streams.item({ streamId: live.id, number });
  const shown = item && (await turn.shop.streams.showNow(turn.person.id, item.id));
  return [{ text: say(shown ? 'live-show-ok' : 'live-show-no', { number }) }];
}
