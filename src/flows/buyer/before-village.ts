import { tap } from '../../chat/dsl/action.ts';
import type { Flow, Handler } from '../../chat/dsl/flow.ts';
import { type Screen, say } from '../../chat/dsl/screen.ts';
import type { Shop } from '../../shop/shop.ts';

/** What buyers are shown until the village is founded. */
export const beingSetUp: Screen = {
  text: say('village-being-set-up'),
  buttons: [
    [
      { label: say('village-look-again'), tap: tap('home') },
      { label: say('home-language'), tap: tap('languages') },
    ],
  ],
};

/** One's language can be chosen without a village. */
const languageRoutes = ['language', 'languages', 'language/:locale'];

/** Wraps a flow: until there is a village it answers that the village is being set up. */
export const whenFounded = (of: Flow<Shop>): Flow<Shop> => ({
  name: of.name,
  taps: mapped(of.taps, gated),
  commands: mapped(of.commands, gated),
  answers: of.answers,
  onMessage: mapped(of.onMessage, gated),
});

function gated<Param extends string>(handler: Handler<Shop, Param>, route: string): Handler<Shop, Param> {
  if (languageRoutes.includes(route)) return handler;
  return async (turn) =>
    (await turn.shop.villages.isFounded()) ? handler(turn) : [{ ...beingSetUp, fresh: true }];
}

const mapped = <T, U>(
  all: Readonly<Record<string, T>>,
  to: (one: T, route: string) => U,
): Record<string, U> =>
  Object.fromEntries(Object.entries(all).map(([route, one]) => [route, to(one, route)]));
