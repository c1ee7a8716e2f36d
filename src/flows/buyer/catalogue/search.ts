import { tap } from '../../../chat/dsl/action.ts';
import { type Button, type Reply, type Screen, say, type Text } from '../../../chat/dsl/screen.ts';
import type { SearchResult } from '../../../shop/catalogue/products/catalogue.ts';
import { flow, type Turn } from '../../flow.ts';
import { packWords, unpackWords } from '../../screens/links/packed-words.ts';
import { followsScreen } from '../../screens/messages/follows-screen.ts';
import { homeButton, pager, parsePage } from '../../screens/values.ts';
import { productButton } from './list.ts';
import { shownProduct } from './product-screen.ts';
import { sellerScreen } from './seller.ts';

/** Search, and saved searches. */
export const search = flow('search', {
  commands: { search: searchFor },
  taps: { 'find/:words/:page': turnPage, 'wish/:words': wish, 'unwish/:wish': unwish },
});

async function searchFor(turn: Turn<'rest'>): Promise<Reply> {
  const words = turn.params.rest.trim();
  if (words === '') return [{ text: say('search-how'), buttons: [[homeButton]] }];
  return [await searchScreen(turn, words)];
}

async function turnPage(turn: Turn<'words' | 'page'>): Promise<Reply> {
  return [await searchScreen(turn, unpackWords(turn.params.words), parsePage(turn.params.page))];
}

/** The result for `words`: the product if there is one, a list, or similar ones with the offer of a saved search. */
export async function searchScreen(turn: Turn<string>, text: string, page = 0): Promise<Screen> {
  const found = await turn.shop.catalogue.find(text, page);
  const [only] = found.match === 'exact' && found.total === 1 ? found.items : [];
  const screen = only && (await shownProduct(turn, only));
  if (screen) return screen;
  const household = found.match === 'exact' ? undefined : await namedHousehold(turn, text);
  if (household) return household;
  return found.items.length > 0 ? foundScreen(text, found) : nothingFound(turn, text);
}

/** Among so many households a name is looked for. */
const MOST_HOUSEHOLDS = 50;

/** 王秀英家有什么: the household whose name stands in the words. */
async function namedHousehold(turn: Turn<string>, text: string): Promise<Screen | undefined> {
  const said = text.toLowerCase();
  const isNamed = (name: string | null): boolean => name !== null && said.includes(name.toLowerCase());
  const all = await turn.shop.sellers.all(0, MOST_HOUSEHOLDS);
  const named = all.find(({ name, nameEn }) => isNamed(name) || isNamed(nameEn));
  return named && sellerScreen(turn, named.id);
}

/** What was found, page by page. What is only near is said to be just that. */
export function foundScreen(words: string, found: SearchResult): Screen {
  const isNear = found.match === 'near';
  const title = say(isNear ? 'search-near' : 'search-found', { words, count: found.total });
  const to = (page: number) => tap('find/:words/:page', { words: packWords(words), page });
  return {
    text: title,
    focus: { products: found.items.map(({ id }) => id) },
    buttons: [
      ...found.items.map((product) => [productButton(product)]),
      ...pager(found, to),
      ...(isNear ? [[savedSearchButton(words)]] : []),
      [browseButton, homeButton],
    ],
  };
}

const browseButton: Button = { label: say('home-browse'), tap: tap('browse/:page', { page: 0 }) };

/** Nothing was found: offers other products and a saved search. */
export async function nothingFound({ shop }: Turn<string>, words: string): Promise<Screen> {
  const others = await shop.catalogue.fresh(3);
  const instead: Text[] = others.length > 0 ? [say('search-instead')] : [];
  return {
    text: [say('search-none', { words }), ...instead],
    buttons: [
      [savedSearchButton(words)],
      ...others.map((product) => [productButton(product)]),
      [browseButton, homeButton],
    ],
  };
}

export const savedSearchButton = (text: string): Button => ({
  label: say('wish-button'),
  tap: tap('wish/:words', { words: packWords(text) }),
});

async function wish({ shop, person, chat, params }: Turn<'words'>): Promise<Reply> {
  const kept = await shop.savedSearches.add(person.id, chat.id, unpackWords(params.words));
  if (!kept) return [{ text: say('search-how'), buttons: [[homeButton]] }];
  return [
    { toast: say('wish-toast') },
    {
      text: say('wish-kept', { words: kept.words }),
      buttons: [[{ label: say('home-follows'), tap: tap('follows') }, homeButton]],
      fresh: true,
    },
  ];
}

async function unwish(turn: Turn<'wish'>): Promise<Reply> {
  await turn.shop.savedSearches.remove(turn.person.id, turn.params.wish);
  return [{ toast: say('wish-gone-toast') }, await followsScreen(turn)];
}
