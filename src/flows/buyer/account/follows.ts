import { type Reply, say } from '../../../chat/dsl/screen.ts';
import { flow, type Turn } from '../../flow.ts';
import { followsScreen } from '../../screens/messages/follows-screen.ts';

/** A person's subscriptions, to look at and remove. */
export const follows = flow('follows', {
  commands: { follows: show },
  taps: { follows: show, 'unsubscribe/:subscription': remove },
});

async function show(turn: Turn<string>): Promise<Reply> {
  return [await followsScreen(turn)];
}

async function remove(turn: Turn<'subscription'>): Promise<Reply> {
  await turn.shop.subscriptions.remove(turn.person.id, turn.params.subscription);
  return [{ toast: say('unfollowed-toast') }, await followsScreen(turn)];
}
