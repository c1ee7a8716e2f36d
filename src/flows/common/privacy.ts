import { tap } from '../../chat/dsl/action.ts';
import { type Button, type Reply, type Screen, say, type Text } from '../../chat/dsl/screen.ts';
import type { Unfinished } from '../../shop/customers/erasure.ts';
import type { Turn } from '../flow.ts';
import { goodbyeNotice } from '../screens/messages/goodbye-notice.ts';
import { homeButton } from '../screens/values.ts';

// Export and erasure of a person's data, the same for buyers and sellers.

/** Sends all data of the person as a file. */
export async function privacy({ shop, person, now }: Turn<string>): Promise<Reply> {
  const data = await shop.people.data(person.id);
  const name = `walnut-${now.toISOString().slice(0, 10)}.json`;
  return [
    {
      text: ['privacy', 'privacy-kept', 'privacy-push', 'privacy-model', 'privacy-beyond'].map((key) =>
        say(key),
      ),
      file: { name, type: 'application/json', content: JSON.stringify(data, null, 2) },
      buttons: [[{ label: say('forget-button'), tap: tap('forget') }, homeButton]],
      fresh: true,
    },
  ];
}

/** Shows what would be erased and what prevents it; erases nothing yet. */
export async function forget({ shop, person }: Turn<string>): Promise<Reply> {
  const open = await shop.erasure.unfinished(person.id);
  if (open.households.length > 0) return [ownsHouseholds(open)];
  if (open.orders.length > 0) return [hasOrders(open)];
  const yes: Button = { label: say('forget-yes'), tap: tap('forget-yes'), tone: 'danger' };
  return [
    {
      text: say('forget-ask'),
      buttons: [[yes], [{ label: say('forget-no'), tap: tap('home') }]],
      fresh: true,
    },
  ];
}

const ownsHouseholds = ({ households }: Unfinished): Screen => ({
  text: say('forget-owner', { names: households.join('、') }),
  buttons: [[{ label: say('repair-person'), tap: tap('person') }, homeButton]],
  fresh: true,
});

function hasOrders({ orders }: Unfinished): Screen {
  const text: Text = [say('forget-open', { numbers: orders.join('、') }), say('forget-open-offer')];
  const later: Button = { label: say('forget-later'), tap: tap('forget-later'), tone: 'danger' };
  return { text, buttons: [[later], [{ label: say('forget-no'), tap: tap('home') }]], fresh: true };
}

export async function forgetYes(turn: Turn): Promise<Reply> {
  const isForgotten = await turn.shop.erasure.eraseWhenClosed(turn.person.id);
  return isForgotten ? [goodbyeNotice] : forget(turn);
}

export async function forgetLater({ shop, person }: Turn): Promise<Reply> {
  await shop.erasure.eraseLater(person.id);
  const back: Button = { label: say('forget-stay'), tap: tap('forget-stay') };
  return [{ text: say('forget-noted'), buttons: [[back], [homeButton]] }];
}

export async function forgetStay({ shop, person }: Turn): Promise<Reply> {
  await shop.erasure.stay(person.id);
  return [{ text: say('forget-stayed'), buttons: [[homeButton]] }];
}
