import { z } from 'zod';
import { tap } from '../../../chat/dsl/action.ts';
import { ask } from '../../../chat/dsl/flow.ts';
import {
  type Button,
  type LocalName,
  type Reply,
  type Screen,
  say,
  type Text,
} from '../../../chat/dsl/screen.ts';
import type { PersonId } from '../../../db/ids.ts';
import { devices, endDevice, endDevices } from '../../common/devices.ts';
import { forget, forgetLater, forgetStay, forgetYes, privacy } from '../../common/privacy.ts';
import { flow, type Turn } from '../../flow.ts';
import { homeButton, inRows } from '../../screens/values.ts';

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
    zones: askZone,
    'zone/:zone': setZone,
    'zone-off': zoneOff,
    limits: askLimit,
    'limit/:most': setLimit,
  },
  answers: {
    name: { data: z.object({}), read: readName },
    zone: { data: z.object({}), read: readZone },
  },
});

async function show({ shop, person }: Turn<string>): Promise<Reply> {
  return [await meScreen(shop, person.id)];
}

async function meScreen(shop: Turn['shop'], personId: PersonId): Promise<Screen> {
  const known = await shop.people.overview(personId);
  const { name, locale, quiet, timeZone, alertsADay, addresses, follows, waits } = known;
  const text: Text[] = [
    say('me-title'),
    say('me-name', { name }),
    say('me-addresses', { count: addresses }),
    say('me-follows', { count: follows, waits }),
    say('me-language', { language: say(`language-${locale}`) }),
    quiet
      ? say('me-quiet', { from: parseHour(quiet.from), until: parseHour(quiet.until) })
      : say('me-quiet-off'),
    ...(timeZone ? [say('me-zone', { zone: zoneName(timeZone) })] : []),
    ...(alertsADay === undefined ? [] : [say('me-limit', { most: alertsADay })]),
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
      ],
      [
        { label: say('me-limit-button'), tap: tap('limits') },
        { label: say('me-zone-button'), tap: tap('zones') },
      ],
      [
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
  const reserved: Button = { label: say('reminders-button'), tap: tap('reminders') };
  return [
    {
      text: say('me-quiet-ask'),
      buttons: [...nights, [off], [reserved, { label: say('back'), tap: tap('me') }]],
    },
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

/** Zones that many who moved away live in, and what their cities are called here. */
const ZONES = new Map([
  ['Asia/Shanghai', '上海'],
  ['Asia/Urumqi', '乌鲁木齐'],
  ['Asia/Tokyo', '东京'],
  ['Asia/Singapore', '新加坡'],
  ['Australia/Sydney', '悉尼'],
  ['Europe/London', '伦敦'],
  ['Europe/Berlin', '柏林'],
  ['America/New_York', '纽约'],
  ['America/Los_Angeles', '洛杉矶'],
]);

/** `America/New_York` → New York. */
const cityName = (zone: string): string => (zone.split('/').at(-1) ?? zone).replaceAll('_', ' ');

const zoneName = (zone: string): LocalName => ({
  own: ZONES.get(zone) ?? cityName(zone),
  en: cityName(zone),
});

function askZone(): Reply {
  const zones = [...ZONES.keys()].map(
    (zone): Button => ({
      label: say('me-zone-name', { zone: zoneName(zone) }),
      tap: tap('zone/:zone', { zone }),
    }),
  );
  const off: Button = { label: say('me-zone-village'), tap: tap('zone-off') };
  return [
    { text: say('me-zone-ask'), buttons: [...inRows(zones, 3), [off]], asks: ask('zone'), fresh: true },
  ];
}

async function setZone({ shop, person, params }: Turn<'zone'>): Promise<Reply> {
  const isSet = await shop.people.setTimeZone(person.id, params.zone);
  return isSet ? [{ toast: say('me-kept') }, await meScreen(shop, person.id)] : askZone();
}

async function zoneOff({ shop, person }: Turn): Promise<Reply> {
  await shop.people.setTimeZone(person.id, undefined);
  return [{ toast: say('me-kept') }, await meScreen(shop, person.id)];
}

/** A city that gives a zone its name. */
async function readZone(turn: Turn): Promise<Reply> {
  const said = turn.text.trim().toLowerCase();
  const zone = Intl.supportedValuesOf('timeZone').find((one) =>
    [cityName(one).toLowerCase(), ZONES.get(one)].includes(said),
  );
  if (!zone) return [{ text: say('me-zone-unclear'), asks: ask('zone'), isMiss: true }];
  return setZone({ ...turn, params: { zone } });
}

const LIMITS = [1, 3, 8, 20];

function askLimit(): Reply {
  const limits = LIMITS.map(
    (most): Button => ({ label: say('me-limit-most', { most }), tap: tap('limit/:most', { most }) }),
  );
  return [{ text: say('me-limit-ask'), buttons: [limits, [{ label: say('back'), tap: tap('me') }]] }];
}

async function setLimit({ shop, person, params }: Turn<'most'>): Promise<Reply> {
  const most = Number(params.most);
  if (LIMITS.includes(most)) await shop.people.setAlertsADay(person.id, most);
  return [{ toast: say('me-kept') }, await meScreen(shop, person.id)];
}
