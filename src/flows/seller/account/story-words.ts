import { tap } from '../../../chat/dsl/action.ts';
import { type Reply, say } from '../../../chat/dsl/screen.ts';
import { joinSentences } from '../../../nlu/acts/seller/own-words.ts';
import type { Membership } from '../../../shop/sellers/members.ts';
import type { Turn } from '../../flow.ts';
import { textWarnings } from '../../screens/catalogue/law-warning.ts';
import { homeButton } from '../../screens/values.ts';
import { blockedByOffice } from '../law-block.ts';

/** 我家的故事就写…: what buyers read of the family, with what stood there before. */
export async function keepStory(
  turn: Turn,
  seller: Membership,
  { words, adds }: { readonly words: string; readonly adds: boolean },
): Promise<Reply> {
  const { shop, person } = turn;
  const blocked = await blockedByOffice(turn, words);
  if (blocked) return [{ text: blocked, buttons: [[homeButton]], fresh: true }];
  const before = (await shop.profile.of(person.id, seller.id))?.story ?? '';
  const story = adds ? joinSentences(before, words) : words;
  if (!(await shop.profile.set(person.id, seller.id, 'story', story)))
    return [{ text: say('myshop-only-owner'), buttons: [[homeButton]], fresh: true }];
  const now = (await shop.profile.of(person.id, seller.id))?.story ?? '';
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
