import { z } from 'zod';
import { tap } from '../../../chat/dsl/action.ts';
import { ask } from '../../../chat/dsl/flow.ts';
import { type Button, type Reply, type Screen, say, type Text } from '../../../chat/dsl/screen.ts';
import type { PersonId } from '../../../db/ids.ts';
import { devices, endDevice, endDevices } from '../../common/devices.ts';
import { forget, forgetLater, forgetStay, forgetYes, privacy } from '../../common/privacy.ts';
import { flow, type Turn } from '../../flow.ts';
import { homeButton } from '../../screens/values.ts';

/** A person's own data and quiet hours. */
export const me = flow('me', {
  commands: { me: show, privacy, forget, devices },
  taps: {
    me: show,
    privacy,
    forget,
    devices,
    'device-end/:device': endDevice,
    'devices-end': endDevices,
    'forget-yes': forgetYes,
    'forget-later': forgetLater,
    'forget-stay': forgetStay,
    quiet: askQuiet,
    'quiet/:from/:until': setQuiet,
    'quiet-off': quietOff,
    name: askName,
  },
  answers: { name: { data: z.object({}), read: readName } },
});

async function show({ shop, person }: Turn<string>): Promise<Reply> {
  return [await meScreen(shop, person.id)];
}

async function meScreen(shop: Turn['shop'], personId: PersonId): Promise<Screen> {
  const known = await shop.people.overview(personId);
  const { name, locale, quiet, addresses, follows, waits } = known;
  const text: Text[] = [
    say('me-title'),
    say('me-name', { name }),
    say('me-addresses', { count: addresses }),
    say('me-follows', { count: follows, waits }),
    say('me-language', { language: say(`language-${locale}`) }),
    quiet
      ? say('me-quiet', { from: parseHour(quiet.from), until: parseHour(quiet.until) })
      : say('me-quiet-off'),
  ];
  return {
    text,
    buttons: [
      [
        { label: say('me-change-name'), tap: tap('name') },
        { label: say('addresses'), tap: tap('addresses') },
        { label: say('home-follows'), tap: tap('follows') },
      ],
      [
        { label: say('me-quiet-button'), tap: tap('quiet') },
        { label: say('reminders-button'), tap: tap('reminders') },
        { label: say('devices-button'), tap: tap('devices') },
        { label: say('home-language'), tap: tap('languages') },
      ],
      [
        { label: say('me-privacy'), tap: tap('privacy') },
        { label: say('forget-button'), tap: tap('forget') },
      ],
      [homeButton],
    ],
  };
}

/** Minutes of the day as 22:00. */
const parseHour = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;

/** The nights that people usually want, from and until, in hours. */
const NIGHTS = [
  [21, 7],
  [22, 7],
  [23, 8],
  [0, 9],
] as const;

function askQuiet(): Reply {
  const nights = NIGHTS.map(([from, until]): Button[] => [
    {
      label: say('me-quiet-night', { from: parseHour(from * 60), until: parseHour(until * 60) }),
      tap: tap('quiet/:from/:until', { from: from * 60, until: until * 60 }),
    },
  ]);
  const off: Button = { label: say('me-quiet-none'), tap: tap('quiet-off') };
  return [
    { text: say('me-quiet-ask'), buttons: [...nights, [off], [{ label: say('back'), tap: tap('me') }]] },
  ];
}

async function setQuiet({ shop, person, params }: Turn<'from' | 'until'>): Promise<Reply> {
  await shop.people.setQuiet(person.id, { from: Number(params.from), until: Number(params.until) });
  return [{ toast: say('me-kept') }, await meScreen(shop, person.id)];
}

async function quietOff({ shop, person }: Turn): Promise<Reply> {
  await shop.people.setQuiet(person.id, undefined);
  return [{ toast: say('me-kept') }, await meScreen(shop, person.id)];
}

function askName(): Reply {
  return [{ text: say('me-name-ask'), asks: ask('name'), fresh: true }];
}

const NAME_CHARS = 40;

async function readName({ shop, person, text }: Turn): Promise<Reply> {
  const name = text.trim();
  if (name === '' || name.length > NAME_CHARS)
    return [{ text: say('me-name-ask'), asks: ask('name'), isMiss: true }];
  await shop.people.setName(person.id, name);
  return [await meScreen(shop, person.id)];
}
