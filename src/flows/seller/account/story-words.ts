import { tap } from '../../../chat/dsl/action.ts';
import { type Reply, say } from '../../../chat/dsl/screen.ts';
import { joinSentences } from '../../../nlu/acts/seller/own-words.ts';
import type { Membership } from '../../../shop/sellers/members.ts';
import type { Turn } from '../../flow.ts';
import { textWarnings } from '../../screens/catalogue/law-warning.ts';
import { homeButton } from '../../screens/values.ts';
import { blockedByOffice } from '../law-block.ts';

/** What stands there, and what would: `reply` where it may not be written. */
type Kept =
  | { readonly product?: undefined; readonly before: string; readonly now: string }
  | { readonly reply: Reply };

export const readStory = async ({ shop, person }: Turn, seller: Membership): Promise<string> =>
  (await shop.profile.of(person.id, seller.id))?.story ?? '';

/** 我家的故事就写…: what buyers are to read of the family. */
export async function storyToKeep(
  turn: Turn,
  seller: Membership,
  { words, adds }: { readonly words: string; readonly adds: boolean },
): Promise<Kept> {
  if (seller.role !== 'owner') return { reply: onlyOwner };
  const blocked = await blockedByOffice(turn, words);
  if (blocked) return { reply: [{ text: blocked, buttons: [[homeButton]], fresh: true }] };
  const before = await readStory(turn, seller);
  return { before, now: adds ? joinSentences(before, words) : words };
}

const onlyOwner: Reply = [{ text: say('myshop-only-owner'), buttons: [[homeButton]] }];

/** In the place of what stood there before, which is shown as well. */
export async function writeStory(turn: Turn, seller: Membership, story: string): Promise<Reply> {
  const { shop, person } = turn;
  const before = await readStory(turn, seller);
  if (!(await shop.profile.set(person.id, seller.id, 'story', story))) return onlyOwner;
  const now = await readStory(turn, seller);
  return [
    {
      text: [
        say('story-kept'),
        ...(before === '' ? [] : [say('words-before', { words: before })]),
        say('words-now', { words: now }),
        ...(now.length < story.length ? [say('words-cut')] : []),
        ...textWarnings(now),
      ],
      buttons: [
        [
          { label: say('myshop-edit-story'), tap: tap('my-shop-edit/:field', { field: 'story' }) },
          { label: say('story-open'), tap: tap('my-shop') },
        ],
        [homeButton],
      ],
      fresh: true,
    },
  ];
}
