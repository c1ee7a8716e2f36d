import { tap } from '../../../chat/dsl/action.ts';
import { type Message, type Reply, say } from '../../../chat/dsl/screen.ts';
import type { ProductId } from '../../../db/ids.ts';
import { namesStream, takesReminderBack, takesWaitBack } from '../../../nlu/acts/talk/taken-back.ts';
import { plainWords } from '../../../shop/terms/search-terms.ts';
import type { Turn } from '../../flow.ts';
import { followsScreen } from '../../screens/messages/follows-screen.ts';
import { itemTitle } from '../../screens/streams/stream-text.ts';
import { homeButton, productName } from '../../screens/values.ts';

// 算了不用告诉我了: what was waited for is waited for no more.

interface Wait {
  readonly name: Message | string | ReturnType<typeof productName>;
  /** By which a message names it, in plain words. */
  readonly words: readonly string[];
  readonly product?: ProductId;
  remove(): Promise<unknown>;
}

/** The wait that is named, in sight, or the only one ends; of several it is asked which. Nothing where nobody waits. */
export async function waitOffAnswer(turn: Turn): Promise<Reply | undefined> {
  const { text, focus, shop, person, chat } = turn;
  const isSaid = takesWaitBack(text) || (takesReminderBack(text) && !namesStream(text));
  // With a card in sight it may be for who brings the parcel.
  if (!isSaid || (focus.card && (await shop.checkout.current(person.id, chat.id)))) return undefined;
  const all = await waitsOf(turn);
  const said = plainWords(text);
  const named = all.filter(({ words }) => words.some((one) => said.includes(one)));
  const inSight = all.filter(({ product }) => product !== undefined && product === focus.product);
  const [only, ...others] = [named, inSight, all].find((some) => some.length > 0) ?? [];
  if (!only) return undefined;
  if (others.length > 0)
    return [
      { text: say('wait-off-which'), fresh: true },
      { ...(await followsScreen(turn)), fresh: true },
    ];
  await only.remove();
  const follows = { label: say('reminder-off-follows'), tap: tap('follows') };
  return [
    { text: say('wait-off', { name: only.name }), buttons: [[follows, homeButton]], focus, fresh: true },
  ];
}

/** Goods that are to come back, an item that is to be shown, words that are searched for, and prices. */
async function waitsOf({ shop, person }: Turn): Promise<readonly Wait[]> {
  const waits: Wait[] = [];
  for (const { id, kind, targetId } of await shop.subscriptions.of(person.id)) {
    const remove = (): Promise<unknown> => shop.subscriptions.remove(person.id, id);
    const product = kind === 'product' ? await shop.catalogue.byId(targetId) : undefined;
    const item = kind === 'item' ? await shop.streams.item({ id: targetId }) : undefined;
    if (product)
      waits.push({ name: productName(product), words: titleWords(product), product: product.id, remove });
    if (item) waits.push({ name: itemTitle(item), words: [], remove });
  }
  for (const { id, words } of await shop.savedSearches.of(person.id)) {
    const remove = (): Promise<void> => shop.savedSearches.remove(person.id, id);
    waits.push({ name: words, words: [plainWords(words)], remove });
  }
  return waits;
}

const titleWords = ({ title, titleEn }: { title: string; titleEn: string | null }): string[] =>
  [title, titleEn].flatMap((one) => (one ? [plainWords(one)] : []));
