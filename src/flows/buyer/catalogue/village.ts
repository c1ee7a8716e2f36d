import { tap } from '../../../chat/dsl/action.ts';
import { type Button, type Reply, type Screen, say } from '../../../chat/dsl/screen.ts';
import type { VillageId } from '../../../db/ids.ts';
import { flow, type Turn } from '../../flow.ts';
import { homeButton } from '../../screens/values.ts';
import { productButton } from './list.ts';

/** The village. */
export const village = flow('village', {
  taps: {
    'village/:village': show,
    'follow-village/:village': follow,
    'unfollow-village/:village': unfollow,
  },
});

async function show(turn: Turn<'village'>): Promise<Reply> {
  return [(await villageScreen(turn, turn.params.village)) ?? gone];
}

const gone: Screen = { text: say('village-gone'), buttons: [[homeButton]] };

export async function villageScreen(
  { shop, person }: Turn<string>,
  id: VillageId,
): Promise<Screen | undefined> {
  const found = await shop.sellers.village();
  if (found?.id !== id) return undefined;
  const { items } = await shop.catalogue.page(0);
  const mine = await shop.subscriptions.of(person.id);
  const isFollowed = mine.some(({ kind, targetId }) => kind === 'village' && targetId === id);
  const place = { own: `${found.province}${found.county}`, en: `${found.countyEn}, ${found.provinceEn}` };
  const toggle: Button = isFollowed
    ? { label: say('unfollow'), tap: tap('unfollow-village/:village', { village: id }) }
    : { label: say('follow'), tap: tap('follow-village/:village', { village: id }), tone: 'primary' };
  return {
    text: [
      say('village-title', { name: { own: found.name, en: found.nameEn }, place }),
      ...(found.story === ''
        ? []
        : [say('seller-story', { story: { own: found.story, en: found.storyEn } })]),
    ],
    buttons: [
      [toggle],
      ...items.map((item) => [productButton(item)]),
      [{ label: say('home-sellers'), tap: tap('sellers/:page', { page: 0 }) }, homeButton],
    ],
  };
}

async function follow(turn: Turn<'village'>): Promise<Reply> {
  const { shop, person, chat, params } = turn;
  const screen = await villageScreen(turn, params.village);
  if (!screen) return [gone];
  await shop.subscriptions.follow(person.id, chat.id, { kind: 'village', targetId: params.village });
  return [{ toast: say('followed-toast') }, ...(await show(turn))];
}

async function unfollow(turn: Turn<'village'>): Promise<Reply> {
  await turn.shop.subscriptions.unfollow(turn.person.id, { kind: 'village', targetId: turn.params.village });
  return [{ toast: say('unfollowed-toast') }, ...(await show(turn))];
}
