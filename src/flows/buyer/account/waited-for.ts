import { tap } from '../../../chat/dsl/action.ts';
import type { Reply } from '../../../chat/dsl/screen.ts';
import { readWaitedFor } from '../../../nlu/acts/talk/waited-for.ts';
import type { Turn } from '../../flow.ts';
import { packWords } from '../../screens/links/packed-words.ts';
import { searchScreen } from '../catalogue/search.ts';

/** 有人卖蓝莓告诉我: goods that nobody sells are waited for, those that are sold out too, and those that are there are shown. */
export async function waitedForAnswer(turn: Turn): Promise<Reply | undefined> {
  const words = readWaitedFor(turn.text);
  if (words === undefined) return undefined;
  const { match, items } = await turn.shop.catalogue.find(words);
  const [only, ...others] = match === 'exact' ? items : [];
  if (!only) return turn.press(tap('wish/:words', { words: packWords(words) }));
  return only.available === 0 && others.length === 0
    ? turn.press(tap('wait/:product', { product: only.id }))
    : [await searchScreen(turn, words)];
}
