import { tap } from '../../chat/dsl/action.ts';
import { type Button, type Reply, say } from '../../chat/dsl/screen.ts';
import type { Turn } from '../flow.ts';
import { homeButton } from '../screens/values.ts';

// The browsers in which somebody is known: seen, ended one by one or all at once. The same for buyers and sellers.

/** More browsers than these nobody has; older ones are ended with all others. */
const SHOWN = 8;

export async function devices({ shop, person }: Turn<string>): Promise<Reply> {
  const all = await shop.sessions.of(person.id);
  const shown = all.slice(0, SHOWN);
  const buttons = shown.map(({ id, createdAt }): Button[] => [
    { label: say('device-end', { at: { time: createdAt } }), tap: tap('device-end/:device', { device: id }) },
  ]);
  const every: Button = { label: say('devices-end'), tap: tap('devices-end'), tone: 'danger' };
  return [
    {
      text: [
        say(all.length === 0 ? 'devices-none' : 'devices-title', { count: all.length }),
        ...shown.map(({ createdAt, expiresAt }) =>
          say('device-line', { at: { time: createdAt }, until: { time: expiresAt } }),
        ),
      ],
      buttons: [...buttons, ...(all.length > 0 ? [[every]] : []), [homeButton]],
    },
  ];
}

export async function endDevice(turn: Turn<'device'>): Promise<Reply> {
  const isEnded = await turn.shop.sessions.end(turn.person.id, turn.params.device);
  return [...(isEnded ? [{ toast: say('device-ended') }] : []), ...(await devices(turn))];
}

export async function endDevices(turn: Turn): Promise<Reply> {
  await turn.shop.sessions.end(turn.person.id);
  return [{ toast: say('device-ended') }, ...(await devices(turn))];
}
