import { type Reply, say } from '../../../chat/dsl/screen.ts';
import { flow, type Turn } from '../../flow.ts';
import { followsScreen } from '../../screens/messages/follows-screen.ts';
import { parsePage } from '../../screens/values.ts';

/** A person's subscriptions, to look at and remove. */
export const follows = flow('follows', {
  commands: { follows: show },
  taps: {
    follows: show,
    'follows/:page': show,
    'unsubscribe/:subscription': remove,
    'less/:seller': less,
    'less-village/:village': lessOfVillage,
    'push-end': endPush,
  },
});

async function show(turn: Turn<string>): Promise<Reply> {
  return [await followsScreen(turn, parsePage(turn.params.page ?? '0'))];
}

async function remove(turn: Turn<'subscription'>): Promise<Reply> {
  await turn.shop.subscriptions.remove(turn.person.id, turn.params.subscription);
  return [{ toast: say('unfollowed-toast') }, await followsScreen(turn)];
}

async function endPush(turn: Turn): Promise<Reply> {
  await turn.shop.pushBrowsers.end(turn.person.id);
  return [{ toast: say('follows-push-ended') }, await followsScreen(turn)];
}

async function less({ shop, person, params }: Turn<'seller'>): Promise<Reply> {
  return lessToast(await shop.subscriptions.less(person.id, { kind: 'seller', targetId: params.seller }));
}

async function lessOfVillage({ shop, person, params }: Turn<'village'>): Promise<Reply> {
  return lessToast(await shop.subscriptions.less(person.id, { kind: 'village', targetId: params.village }));
}

const lessToast = (isLess: boolean): Reply => [{ toast: say(isLess ? 'less-toast' : 'less-none') }];
