import { z } from 'zod';
import { tap } from '../../../chat/dsl/action.ts';
import { ask } from '../../../chat/dsl/flow.ts';
import { type Button, type Reply, say } from '../../../chat/dsl/screen.ts';
import { findProvince, provinces } from '../../../shop/shipping/provinces.ts';
import { nextDay, type ShippingMethod, shippingMethods } from '../../../shop/shipping/rates.ts';
import { fen, NO_FEN } from '../../../shop/values/money.ts';
import { flow, type Turn } from '../../flow.ts';
import { dayText } from '../../screens/dates.ts';
import { inRows } from '../../screens/values.ts';
import { findActingSeller } from '../acting.ts';
import { applied, findSettings, refused, showSettings } from './apply-changes.ts';
import { askLimit, readLimit, setLimit } from './order-limit.ts';
import { parseShippingText } from './parse-text.ts';
import { cardShape } from './setting-undo.ts';
import { settingsSet } from './setting-words.ts';
import { settingsScreen } from './settings-screen.ts';
import { askShipTime, readShipTimeAnswer } from './ship-time.ts';

/** Shipping settings, by text or by buttons. */
export const delivery = flow('delivery', {
  commands: { delivery: (turn) => showSettings(turn) },
  taps: {
    delivery: (turn) => showSettings(turn),
    'way-on/:way': (turn) => switchMethod(turn, true),
    'way-off/:way': (turn) => switchMethod(turn, false),
    'way-fee/:way': askFee,
    'minimum-ask': askMinimum,
    areas: showAreas,
    'area/:at': turnArea,
    'days-off': showDays,
    'day-off/:day': turnDay,
    'limit-ask': askLimit,
    'ship-time-ask': askShipTime,
    'limit/:product/:quantity': setLimit,
  },
  answers: {
    'delivery-words': { data: z.object({ way: z.enum(shippingMethods) }), read: readText },
    minimum: { data: z.object({}), read: readMinimum },
    limit: { data: z.object({}), read: readLimit },
    'ship-time': { data: z.object({}), read: readShipTimeAnswer },
  },
});

/** Handles texts that can only be about shipping, at any time; undefined where they are not certain. */
export async function handleShippingMessage(turn: Turn): Promise<Reply | undefined> {
  if (!CUE.test(turn.text)) return undefined;
  const now = await findSettings(turn);
  const changes = now && parseShippingText(turn.text, now.today);
  const card = changes && cardShape.safeParse({ changes });
  if (!now || !card) return undefined;
  return card.success ? settingsSet(turn, now, card.data.changes) : applied(turn, changes);
}

const CUE = new RegExp(
  `${provinces.join('|')}|快递|邮寄|送货|村里送|自提|自取|包邮|免运费|首重|续重|不发|发货|起送|起发|起订|最少买|最低消费|休息|放假|歇业|express|courier|pick-?\\s?up|shipping|first kg|minimum order|closed`,
  'i',
);

/** Whether a clause is about shipping and nothing else. `today` counts only for days off. */
export const isShippingClause = (clause: string): boolean =>
  CUE.test(clause) && parseShippingText(clause, '2026-01-01') !== undefined;

const findMethod = (name: string): ShippingMethod | undefined => shippingMethods.find((way) => way === name);

async function switchMethod(turn: Turn<'way'>, isOn: boolean): Promise<Reply> {
  const way = findMethod(turn.params.way);
  if (!way) return showSettings(turn);
  const before = await findSettings(turn);
  const isLast = !isOn && before?.ways.filter((rule) => rule.isOn).length === 1;
  if (isLast) return [{ toast: say('delivery-last-way') }, settingsScreen(before)];
  return applied(turn, [{ is: 'way', way, isOn }]);
}

async function askFee(turn: Turn<'way'>): Promise<Reply> {
  const way = findMethod(turn.params.way);
  if (!way || !(await findActingSeller(turn))) return showSettings(turn);
  const text = [say('delivery-fee-ask', { way: say(`way-${way}`) }), say('delivery-fee-examples')];
  return [{ text, asks: ask('delivery-words', { way }), fresh: true }];
}

/** A text that is not certain changes nothing. */
async function readText(turn: Turn, { way }: { way: ShippingMethod }): Promise<Reply> {
  const now = await findSettings(turn);
  if (!now) return refused(turn);
  const changes = parseShippingText(turn.text, now.today, way);
  if (changes) return applied(turn, changes);
  const text = [say('delivery-unclear'), say('delivery-fee-examples')];
  return [{ text, asks: ask('delivery-words', { way }), isMiss: true }];
}

function askMinimum(): Reply {
  return [{ text: say('delivery-minimum-ask'), asks: ask('minimum'), fresh: true }];
}

async function readMinimum(turn: Turn): Promise<Reply> {
  const yuan = /^\s*¥?\s*(\d{1,6})\s*(?:元|块钱?|yuan|rmb)?\s*$/i.exec(turn.text.normalize('NFKC'))?.[1];
  if (yuan) return applied(turn, [{ is: 'minimum', amount: fen(Number(yuan) * 100) }]);
  if (/^\s*(?:不限|没有|none|no)\s*$/i.test(turn.text))
    return applied(turn, [{ is: 'minimum', amount: NO_FEN }]);
  return [{ text: say('delivery-minimum-ask'), asks: ask('minimum'), isMiss: true }];
}

async function showAreas(turn: Turn<string>): Promise<Reply> {
  const now = await findSettings(turn);
  if (!now) return refused(turn);
  const buttons = provinces.map((province, at): Button => {
    const key = now.notShippedTo.includes(province) ? 'area-off' : 'area-on';
    return { label: say(key, { province: findProvince(province) }), tap: tap('area/:at', { at }) };
  });
  return [{ text: say('areas-title'), buttons: [...inRows(buttons, 4), [backButton]] }];
}

const backButton: Button = { label: say('delivery'), tap: tap('delivery') };

async function turnArea(turn: Turn<'at'>): Promise<Reply> {
  const now = await findSettings(turn);
  const province = provinces[Number(turn.params.at)];
  if (!now || !province) return showAreas(turn);
  const isShipped = now.notShippedTo.includes(province);
  await applied(turn, [{ is: 'areas', provinces: [province], isShipped }]);
  return showAreas(turn);
}

/** How many days ahead have a button to take them off; later days need a text. */
const DAYS_SHOWN = 14;

async function showDays(turn: Turn<string>): Promise<Reply> {
  const now = await findSettings(turn);
  if (!now) return refused(turn);
  const days = [now.today];
  while (days.length < DAYS_SHOWN) days.push(nextDay(days.at(-1) ?? now.today));
  const buttons = days.map((day): Button => {
    const key = now.closedOn.includes(day) ? 'day-is-off' : 'day-is-on';
    return { label: say(key, { day: dayText(day) }), tap: tap('day-off/:day', { day }) };
  });
  return [{ text: say('days-title'), buttons: [...inRows(buttons, 2), [backButton]] }];
}

async function turnDay(turn: Turn<'day'>): Promise<Reply> {
  const now = await findSettings(turn);
  const { day } = turn.params;
  if (!now || !isDay(day)) return showDays(turn);
  await applied(turn, [{ is: 'days', days: [day], isOff: !now.closedOn.includes(day) }]);
  return showDays(turn);
}

const isDay = (text: string): boolean =>
  /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(`${text}T00:00:00Z`));
