import type { Reply } from '../../../../chat/dsl/screen.ts';
import { readCallRequest } from '../../../../nlu/stream-words.ts';
import type { StreamItem } from '../../../../shop/streams/items.ts';
import { areNamed } from '../../../../shop/terms/search-terms.ts';
import type { Turn } from '../../../flow.ts';
import { homeButton } from '../../../screens/values.ts';
import { calledText } from '../../catalogue/stream.ts';

/** 讲到核桃叫我: they are called when it is shown; nothing where the text wishes no such thing, or nothing is on. */
export async function callRequestAnswer(turn: Turn): Promise<Reply | undefined> {
  const words = readCallRequest(turn.text);
  const item = words === undefined ? undefined : await findShown(turn, words);
  if (!item) return undefined;
  const text = await calledText(turn.shop, turn.person.id, turn.chat.id, item);
  return [{ text, buttons: [[homeButton]], fresh: true }];
}

/** On the stream they came to, else on any that is on or planned. */
async function findShown({ shop, person }: Turn, words: string): Promise<StreamItem | undefined> {
  const visited = await shop.streams.lastVisited(person.id);
  const open = [...(await shop.streams.live()), ...(await shop.streams.upcoming())];
  const streams = open.toSorted((a, b) => Number(b.id === visited?.id) - Number(a.id === visited?.id));
  for (const { id } of streams) {
    const items = await shop.streams.items(id);
    const meant = items.filter(({ product, title }) =>
      product ? areNamed(words, product.title, product.titleEn) : title === words,
    );
    if (meant.length === 1) return meant[0];
  }
  return undefined;
}
