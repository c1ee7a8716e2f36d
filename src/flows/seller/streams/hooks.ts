import { tap } from '../../../chat/dsl/action.ts';
import { type Button, type Reply, type Screen, say } from '../../../chat/dsl/screen.ts';
import type { SellerId } from '../../../db/ids.ts';
import type { StreamHook } from '../../../shop/streams/hooks.ts';
import { flow, type Turn } from '../../flow.ts';
import { homeButton } from '../../screens/values.ts';
import { notASeller, requirePostRight } from '../acting.ts';

/** Addresses for streaming programs: made, shown once, revoked. */
export const streamHooks = flow('stream-hooks', {
  commands: { hooks: show },
  taps: { hooks: show, 'hook-add': create, 'hook-off/:hook': revoke },
});

async function show(turn: Turn<string>): Promise<Reply> {
  const allowed = await requirePostRight(turn);
  if ('refused' in allowed) return allowed.refused;
  return [await hooksScreen(turn, allowed.seller.id)];
}

async function hooksScreen({ shop, person }: Turn<string>, sellerId: SellerId): Promise<Screen> {
  const hooks = await shop.streams.hooks.of(person.id, sellerId);
  return {
    text: [say('hook-title'), ...(hooks.length === 0 ? [say('hook-none')] : hooks.map(hookLine))],
    buttons: [
      ...hooks.map(({ id, createdAt }): Button[] => [
        {
          label: say('hook-revoke', { made: { time: createdAt } }),
          tap: tap('hook-off/:hook', { hook: id }),
        },
      ]),
      [{ label: say('hook-add'), tap: tap('hook-add') }],
      [homeButton],
    ],
  };
}

const hookLine = ({ createdAt, usedAt }: StreamHook) =>
  say('hook-line', { made: { time: createdAt }, used: usedAt ? 'used' : 'never' });

async function create(turn: Turn): Promise<Reply> {
  const allowed = await requirePostRight(turn);
  if ('refused' in allowed) return allowed.refused;
  const origin = webOrigin(turn);
  if (!origin) return [{ text: say('hook-no-web'), buttons: [[homeButton]] }];
  const made = await turn.shop.streams.hooks.create(turn.person.id, allowed.seller.id);
  if (!made) return notASeller;
  if (made === 'too-many')
    return [{ text: say('hook-too-many') }, await hooksScreen(turn, allowed.seller.id)];
  return [
    {
      text: [
        say('hook-made'),
        say('hook-address', { url: `${origin}/hooks/stream/${made.token}` }),
        say('hook-how'),
      ],
      buttons: [[{ label: say('back'), tap: tap('hooks') }, homeButton]],
      fresh: true,
    },
  ];
}

/** Our own address on the web. Bots have one of Telegram's. */
const webOrigin = ({ entryLinks }: Turn<string>): string | undefined =>
  entryLinks
    .to('seller', '')
    .map((link) => new URL(link))
    .find(({ host }) => host !== 't.me')?.origin;

async function revoke(turn: Turn<'hook'>): Promise<Reply> {
  const allowed = await requirePostRight(turn);
  if ('refused' in allowed) return allowed.refused;
  await turn.shop.streams.hooks.revoke(turn.person.id, turn.params.hook);
  return [{ toast: say('hook-revoked') }, await hooksScreen(turn, allowed.seller.id)];
}
