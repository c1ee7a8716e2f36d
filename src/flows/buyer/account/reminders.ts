import { tap } from '../../../chat/dsl/action.ts';
import { type Button, type Reply, type Screen, say } from '../../../chat/dsl/screen.ts';
import { nextDigest, type Reminders } from '../../../shop/customers/reminders.ts';
import { flow, type Turn } from '../../flow.ts';

/** What a person wants to hear of by itself; each line is its own switch. */
export const reminders = flow('reminders', {
  taps: {
    reminders: show,
    'remind-digest': turnDigest,
    'remind-cart': turnCart,
    'remind-parcel': turnParcel,
    'remind-harvest': turnHarvest,
    'remind-night': turnNight,
  },
});

async function show({ shop, person }: Turn<string>): Promise<Reply> {
  return [screen(await shop.reminders.of(person.id))];
}

function screen({ digest, cart, parcel, harvest, atNight }: Reminders): Screen {
  const yes = (isOn: boolean) => say(isOn ? 'reminders-yes' : 'reminders-off');
  const line = (label: Button['label'], action: string): Button[] => [{ label, tap: action }];
  return {
    text: say('reminders-title'),
    buttons: [
      line(say('reminders-digest', { how: say(`reminders-${digest}`) }), tap('remind-digest')),
      line(say('reminders-cart', { how: yes(cart) }), tap('remind-cart')),
      line(say('reminders-parcel', { how: yes(parcel) }), tap('remind-parcel')),
      line(say('reminders-harvest', { how: yes(harvest) }), tap('remind-harvest')),
      line(say('reminders-night', { how: yes(atNight) }), tap('remind-night')),
      line(say('back'), tap('me')),
    ],
  };
}

async function change(turn: Turn<string>, to: (now: Reminders) => Partial<Reminders>): Promise<Reply> {
  const { shop, person } = turn;
  await shop.reminders.set(person.id, to(await shop.reminders.of(person.id)));
  return [{ toast: say('me-kept') }, ...(await show(turn))];
}

function turnDigest(turn: Turn<string>): Promise<Reply> {
  return change(turn, ({ digest }) => ({ digest: nextDigest[digest] }));
}

function turnCart(turn: Turn<string>): Promise<Reply> {
  return change(turn, ({ cart }) => ({ cart: !cart }));
}

function turnParcel(turn: Turn<string>): Promise<Reply> {
  return change(turn, ({ parcel }) => ({ parcel: !parcel }));
}

function turnHarvest(turn: Turn<string>): Promise<Reply> {
  return change(turn, ({ harvest }) => ({ harvest: !harvest }));
}

function turnNight(turn: Turn<string>): Promise<Reply> {
  return change(turn, ({ atNight }) => ({ atNight: !atNight }));
}
