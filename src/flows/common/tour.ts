import { tap } from '../../chat/dsl/action.ts';
import type { Side } from '../../chat/dsl/event.ts';
import { type Button, type Reply, type Screen, say } from '../../chat/dsl/screen.ts';
import { DEMO_SLUG } from '../../shop/sellers/villages.ts';
import { flow, type Turn } from '../flow.ts';
import { homeButton } from '../screens/values.ts';

/** How many things the demo offers to try on each side. */
const STEPS = { buyer: 4, seller: 4 } as const;

/** Two minutes through the demo, a step a message. Whoever does something else has left it. */
export const tour = (side: Side) =>
  flow('tour', {
    commands: { tour: (turn) => showStep(turn, side, 1) },
    taps: { 'tour/:at': (turn) => showStep(turn, side, Number(turn.params.at)) },
  });

/** Offers the tour, in the demo alone. */
export async function tourButtons({ shop }: Turn<string>): Promise<Button[][]> {
  const village = await shop.villages.here();
  return village?.slug === DEMO_SLUG ? [[{ label: say('tour-begin'), tap: tap('tour/:at', { at: 1 }) }]] : [];
}

async function showStep(turn: Turn<string>, side: Side, at: number): Promise<Reply> {
  const steps = STEPS[side];
  if ((await tourButtons(turn)).length === 0 || at < 1 || at > steps) return [overScreen];
  const next: Button[] =
    at < steps ? [{ label: say('tour-next'), tap: tap('tour/:at', { at: at + 1 }), tone: 'primary' }] : [];
  return [
    {
      text: [say('tour-step', { at, steps }), say(`tour-${side}-${at}`)],
      buttons: [[...next, { label: say('tour-leave'), tap: tap('home') }]],
      fresh: true,
    },
  ];
}

const overScreen: Screen = { text: say('tour-over'), buttons: [[homeButton]] };
