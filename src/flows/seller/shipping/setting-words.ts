import { tap } from '../../../chat/dsl/action.ts';
import { ask } from '../../../chat/dsl/flow.ts';
import { type Button, type Reply, say, type Value } from '../../../chat/dsl/screen.ts';
import { readFact } from '../../../nlu/acts/seller/fact-act.ts';
import { readSellerAct } from '../../../nlu/acts/seller/seller-act.ts';
import { isPlainSetting } from '../../../nlu/acts/seller/settings/plain-setting.ts';
import { readSettings, type SettingAct } from '../../../nlu/acts/seller/settings/setting-act.ts';
import { readOneWeekday, readWeekly } from '../../../nlu/acts/seller/settings/weekly-act.ts';
import { namesLaterDay } from '../../../nlu/clauses/act-mood.ts';
import { readSeller } from '../../../nlu/read.ts';
import type { Membership } from '../../../shop/sellers/members.ts';
import { detectProvince, provinces } from '../../../shop/shipping/provinces.ts';
import type { ShippingChange, ShippingSettings } from '../../../shop/shipping/settings.ts';
import { flow, type Turn } from '../../flow.ts';
import { dayText } from '../../screens/dates.ts';
import { homeButton, sellerName } from '../../screens/values.ts';
import { weekdayList } from '../../screens/weekdays.ts';
import { findActingSeller, notASeller, oldCard } from '../acting.ts';
import { applied, findSettings } from './apply-changes.ts';
import { limitWords } from './order-limit.ts';
import { feeAnywhere, type Shown, surchargeCard } from './place-fees.ts';
import { mendSettings, settingStands } from './setting-mends.ts';
import { cardShape, findUndos, type SettingCard } from './setting-undo.ts';
import { areSomeNamed, listed, namedProvinces, provinceNames, termCard, withHours } from './term-cards.ts';

/** Settings that were said freely: shown as they were understood, was and now, and set after a yes. */
export const settingWords = flow('setting-words', {
  taps: { 'setting-yes': confirm, 'setting-undo': takeBack, 'weekly-off/:day': neverOn },
  answers: {
    'setting-card': { data: cardShape, read: readAnswer },
    'setting-undo': { data: cardShape, takesCancel: true, read: readUndo },
  },
});

/** 我只有礼拜一跟礼拜四去寄: a card, since every card of a buyer's reads of it. */
export async function weeklyAnswer(turn: Turn): Promise<Reply | undefined> {
  const weekdays = readWeekly(turn.text);
  return weekdays && (await findSettings(turn)) ? [cardScreen(weeklyCard(weekdays))] : undefined;
}

const weeklyCard = (weekdays: readonly number[]): Shown => ({
  text:
    weekdays.length === 0 || weekdays.length === 7
      ? say('setting-ships-any')
      : say('setting-ships-on', { days: weekdayList(weekdays) }),
  data: { changes: [{ is: 'ships-on', weekdays: [...weekdays] }] },
});

/** 周二不发货 was taken for the next Tuesday: it is meant of every week. */
async function neverOn(turn: Turn<'day'>): Promise<Reply> {
  const now = await findSettings(turn);
  const off = Number(turn.params.day);
  if (!now || !(off >= 1 && off <= 7)) return [oldCard];
  const on = now.shipsOn.length > 0 ? now.shipsOn : [1, 2, 3, 4, 5, 6, 7];
  return [cardScreen(weeklyCard(on.filter((day) => day !== off)))];
}

/** 邮费统一收6块，买够68就不收了; 周二不发货. */
export async function settingAnswer(turn: Turn, seller: Membership): Promise<Reply | undefined> {
  const limited = await limitWords(turn);
  if (limited) return limited;
  const timeZone = await turn.shop.sellers.timeZone();
  const said = readSettings(turn.text, { now: turn.now, timeZone });
  const settings = said.length > 0 ? await findSettings(turn) : undefined;
  if (!settings) return undefined;
  const { title, price, stock } = readSeller(turn.text);
  for (const act of said) {
    // 周二不发货，核桃15一斤; 木耳47块包邮: an offer, and nothing of it may be lost.
    const isOffer =
      (price !== null || stock !== null) && !OF_FEES.has(act.is) && (act.is !== 'fee' || title !== null);
    // 新疆大枣又能发了: goods that are back, and no place.
    const isPlace = title !== null && provinceNames.includes(title.toLowerCase());
    const isOfGoods = act.is === 'areas' && act.isShipped && title !== null && !isPlace;
    if (isOffer || isOfGoods) continue;
    const card = await cardFor(turn, seller, settings, act);
    if (card)
      return isSure(turn.text, card)
        ? setAtOnce(turn, settings, card, everyWeek(turn, act))
        : [cardScreen(withItsDay(turn.text, card), everyWeek(turn, act))];
  }
  const isSomewhere = said.some(({ is }) => SOMEWHERE.has(is)) && areSomeNamed(turn.text);
  return isSomewhere ? turn.press(tap('areas')) : undefined;
}

const SOMEWHERE: ReadonlySet<string> = new Set(['areas', 'all-but', 'fee']);

/** Two fees in one message look like an offer to its reader. */
const OF_FEES: ReadonlySet<string> = new Set(['place-fee', 'weight-fee', 'two-fees']);

/** Beside one day of the week: the same of every week. */
function everyWeek({ text }: Turn, { is }: SettingAct): Button[][] {
  const day = is === 'days' ? readOneWeekday(text) : undefined;
  const label = day && say('setting-every-week', { day: weekdayList([day]) });
  return label ? [[{ label, tap: tap('weekly-off/:day', { day: String(day) }) }]] : [];
}

async function cardFor(
  turn: Turn,
  seller: Membership,
  now: ShippingSettings,
  act: SettingAct,
): Promise<Shown | undefined> {
  switch (act.is) {
    case 'fee':
      return feeAnywhere(turn, now, act);
    case 'areas':
      return areasCard(turn, act.isShipped);
    case 'only-areas':
      return onlyCard(turn, act.isHome);
    case 'all-but':
      return areasCard(turn, false);
    case 'days':
      return daysCard(act.days.map((day) => day.toISOString().slice(0, 10)));
    case 'pickup':
      // 可以来村口小店自提 is a fact of the shop, kept at once.
      return act.isAhead && readFact(turn.text) === 'pickup'
        ? undefined
        : profileCard('pickupPlace', now.pickupPlace, act.place);
    case 'hours':
      return profileCard('pickupPlace', now.pickupPlace, withHours(now.pickupPlace, act.hours));
    case 'name':
      return profileCard('name', sellerName(seller), act.name);
    case 'surcharge':
      return surchargeCard(turn, now, act);
    default:
      return termCard(turn, now, act);
  }
}

function areasCard({ text }: Turn, isShipped: boolean): Shown | undefined {
  const named = namedProvinces(text);
  const areas = listed(named);
  if (areas === undefined) return undefined;
  return {
    text: say(isShipped ? 'setting-areas-again' : 'setting-areas', { areas }),
    data: { changes: [{ is: 'areas', provinces: [...named], isShipped }] },
  };
}

/** 我们只发省内: all others are not sent to. */
async function onlyCard({ text, shop }: Turn, isHome: boolean): Promise<Shown | undefined> {
  const home = isHome ? detectProvince((await shop.sellers.village())?.province ?? '') : undefined;
  const named = home ? [home] : namedProvinces(text);
  const areas = listed(named);
  if (areas === undefined) return undefined;
  const others = provinces.filter((one) => !named.includes(one));
  return {
    text: say('setting-areas-only', { areas }),
    data: {
      changes: [
        { is: 'areas', provinces: [...named], isShipped: true },
        { is: 'areas', provinces: others, isShipped: false },
      ],
    },
  };
}

const daysCard = (days: readonly string[]): Shown => ({
  text: days.map((day) => say('setting-day', { day: dayText(day) })),
  data: { changes: [{ is: 'days', days: [...days], isOff: true }] },
});

const profileCard = (field: 'name' | 'pickupPlace', was: Value, now: string): Shown => ({
  text: say(`setting-${field}`, { was: was === '' ? say('setting-unset') : was, now }),
  data: { changes: [], profile: { field, text: now } },
});

function cardScreen({ text, data }: Shown, more: readonly Button[][] = []) {
  const action = tap('setting-yes');
  const yes: Button = { label: say('setting-yes'), tap: action, tone: 'primary' };
  return {
    text: [say('setting-ask'), text],
    buttons: [[yes], ...more, [{ label: say('change-leave'), tap: tap('change-leave') }, homeButton]],
    asks: ask('setting-card', data),
    yes: action,
    fresh: true,
  };
}

/**
 * What is said in plain words is set; what belongs to the shop's face, to some places alone, or to a day to come, is shown before.
 */
const isSure = (text: string, card: Shown): boolean =>
  !card.data.profile &&
  !card.data.changes.some(({ is }) => is === 'zone') &&
  !isOfLaterDay(text, card) &&
  isPlainSetting(text, provinceNames);

/** 从明天起不包邮了; 周二不发货 names the day itself. */
const isOfLaterDay = (text: string, { data }: Shown): boolean =>
  !data.changes.some(({ is }) => is === 'days') && namesLaterDay(text);

/** Nothing is kept for a day to come: a yes changes it now, and that is said. */
const withItsDay = (text: string, card: Shown): Shown =>
  isOfLaterDay(text, card) ? { ...card, text: [card.text, say('setting-at-once')].flat() } : card;

/** 运费8块，满99包邮，西藏不发: all of it set, and taken back together. */
export const settingsSet = (
  turn: Turn<string>,
  before: ShippingSettings,
  changes: SettingCard['changes'],
): Promise<Reply> => setAtOnce(turn, before, { text: [], data: { changes } }, []);

/** Set, with what was before in hand: 撤销 takes it back. */
async function setAtOnce(
  turn: Turn<string>,
  before: ShippingSettings,
  { text, data }: Shown,
  more: readonly Button[][],
): Promise<Reply> {
  const reply = await applied(turn, data.changes);
  const undo = findUndos(before, data.changes);
  const shown = reply.find((part) => 'text' in part);
  if (!shown || !('text' in shown)) return reply;
  const button: Button = { label: say('setting-undo'), tap: tap('setting-undo') };
  return [
    {
      ...shown,
      text: [say('setting-set'), text, shown.text],
      buttons: [...(undo.length > 0 ? [[button]] : []), ...more, ...(shown.buttons ?? [])],
      ...(undo.length > 0 && { asks: ask('setting-undo', { changes: undo, done: data.changes }) }),
      fresh: true,
    },
  ];
}

/** What was agreed to in a plain sentence needs no second yes; one day off may still be meant of every week. */
export async function withoutSecondYes(turn: Turn<string>, reply: Reply): Promise<Reply> {
  const asks = reply.flatMap((part) => ('text' in part && part.asks) || []).at(-1);
  const card = asks?.step === 'setting-card' ? cardShape.safeParse(asks.data).data : undefined;
  if (!card || card.changes.some(({ is }) => is === 'days')) return reply;
  if (card.profile) return carryOut(turn, card);
  const before = await findSettings(turn);
  return before ? settingsSet(turn, before, card.changes) : reply;
}

async function takeBack(turn: Turn<never>): Promise<Reply> {
  const was = turn.asking?.step === 'setting-undo' ? cardShape.safeParse(turn.asking.data) : undefined;
  return was?.success ? applied(turn, was.data.changes) : [oldCard];
}

/** 撤销, or 不对，是8块, right behind it; anything else is read as if nothing had been asked. */
async function readUndo(turn: Turn, data: SettingCard): Promise<Reply | undefined> {
  const mended = mendSettings(turn.text, data.done);
  if (mended === 'which' || mended === 'stands') return [settingStands(mended, data)];
  const before = mended && (await findSettings(turn));
  return mended === 'back' ? applied(turn, data.changes) : before && settingsSet(turn, before, mended);
}

/** Yes to the card; anything else is read as if nothing had been asked. */
async function readAnswer(turn: Turn, data: SettingCard): Promise<Reply | undefined> {
  return readSellerAct(turn.text)?.is === 'yes' ? carryOut(turn, data) : undefined;
}

async function confirm(turn: Turn<never>): Promise<Reply> {
  const card = turn.asking?.step === 'setting-card' ? cardShape.safeParse(turn.asking.data) : undefined;
  return card?.success ? carryOut(turn, card.data) : [oldCard];
}

async function carryOut(turn: Turn<string>, { changes, profile }: SettingCard): Promise<Reply> {
  const seller = await findActingSeller(turn);
  if (!seller) return notASeller;
  if (profile && !(await turn.shop.profile.set(turn.person.id, seller.id, profile.field, profile.text)))
    return [{ text: say('myshop-only-owner'), buttons: [[homeButton]] }];
  const pickup: ShippingChange[] =
    profile?.field === 'pickupPlace' ? [{ is: 'way', way: 'pickup', isOn: true }] : [];
  const all = [...changes, ...pickup];
  if (all.length > 0) return applied(turn, all);
  return [{ text: say('setting-done', { now: profile?.text ?? '' }), buttons: [[homeButton]], fresh: true }];
}
