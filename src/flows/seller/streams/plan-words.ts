import { z } from 'zod';
import { tap } from '../../../chat/dsl/action.ts';
import { ask } from '../../../chat/dsl/flow.ts';
import { type Button, type Reply, type Screen, say } from '../../../chat/dsl/screen.ts';
import { splitClauses } from '../../../nlu/acts/clauses.ts';
import {
  cancelsSomething,
  isBareHour,
  readMovedTime,
  readStreamMood,
  readStreamVerb,
  type StreamMood,
  withoutCancel,
} from '../../../nlu/acts/seller/stream-act.ts';
import { toLocal, zoneDay } from '../../../nlu/datetime/zone.ts';
import { parseDateTime, parseDay } from '../../../nlu/datetime.ts';
import { readPlanWords } from '../../../nlu/stream-words.ts';
import type { Membership } from '../../../shop/sellers/members.ts';
import type { StreamCard } from '../../../shop/streams/cards.ts';
import { parseLink } from '../../../shop/values/links.ts';
import { flow, type Turn } from '../../flow.ts';
import { planButtons } from '../../screens/streams/stream-notices.ts';
import { homeButton } from '../../screens/values.ts';
import { draftFromWords } from './plan.ts';
import { planCard } from './plan-card.ts';

const hourShape = z.object({
  words: z.string(),
  /** Of an hour that may be one of the morning: that of the evening, in ms since 1970. */
  evening: z.number().optional(),
});

/** Plans made, moved and called off by words: nobody hears of them before the seller has said yes. */
export const planTaps = flow('plan-words', {
  answers: { 'plan-hour': { data: hourShape, read: readHour } },
});

/** What a message says about a stream that is on or planned; nothing where it plans a new one. */
export async function planWords(turn: Turn, seller: Membership): Promise<Reply | undefined> {
  // 改成9, of goods that are on the table: their price.
  if (turn.focus.product && isBareHour(turn.text)) return undefined;
  const draft = await turn.shop.streams.draftOf(seller.id);
  return (draft && (await draftWords(turn, draft))) ?? plannedWords(turn, seller);
}

/** 改到9点吧, 9点半, a link, 算了不播了: of the card in hand. Nobody has been told of it, so it is done at once. */
async function draftWords(turn: Turn, draft: StreamCard): Promise<Reply | undefined> {
  const { shop, person, text } = turn;
  const verb = readStreamVerb(text);
  if (verb === 'cancel') return dropDraft(turn, draft);
  const url = parseLink(text.trim());
  const at = verb === 'move' || (await isTimeAlone(turn)) ? await movedTime(turn, draft) : undefined;
  if (url) await shop.streams.setText(person.id, draft.id, { url });
  else if (!at || !(await shop.streams.replan(person.id, draft.id, at))) return undefined;
  const card = await planCard(turn, draft.id);
  return card && [{ ...card, fresh: true }];
}

async function dropDraft({ shop, person }: Turn, { id }: StreamCard): Promise<Reply | undefined> {
  const isOff = await shop.streams.cancel(person.id, id);
  return isOff ? [{ text: say('plan-dropped'), buttons: [[homeButton]], fresh: true }] : undefined;
}

async function isTimeAlone({ shop, now, text }: Turn): Promise<boolean> {
  return readPlanWords(text, { now, timeZone: await shop.sellers.timeZone() }).length === 0;
}

async function plannedWords(turn: Turn, seller: Membership): Promise<Reply | undefined> {
  const mood = readStreamMood(turn.text);
  if (mood) return planStays(turn, seller, mood);
  const deed = readStreamVerb(turn.text) ?? (await cancelledDay(turn, seller));
  if (!deed || deed === 'end') return undefined;
  // 不播了, while something is on: of that.
  if (deed === 'cancel' && (await turn.shop.streams.findLive(seller.id))) return undefined;
  const all = await turn.shop.streams.plansOf(seller.id);
  const plans = await plansNamed(turn, all);
  const [plan, ...others] = plans.length > 0 ? plans : all;
  if (!plan) return undefined;
  if (deed === 'cancel') return [plans.length > 0 ? cancelAsk(plans) : staysScreen(plan, 'plan-none-then')];
  const at = others.length === 0 ? await movedTime(turn, plan) : undefined;
  return at && [moveAsk(plan, at)];
}

/** 直播别改到9点, 要是下雨就取消: nothing is done, and it is said when it takes place; nothing where none is planned. */
async function planStays(turn: Turn, seller: Membership, mood: StreamMood): Promise<Reply | undefined> {
  const [plan] = await plansNamed(turn, await turn.shop.streams.plansOf(seller.id));
  if (!plan) return undefined;
  return [staysScreen(plan, mood === 'supposed' ? 'plan-stays-until-said' : 'plan-stays')];
}

const staysScreen = (plan: StreamCard, text: string): Screen => ({
  text: say(text, timeOf(plan)),
  buttons: [...planButtons(plan), [homeButton]],
  fresh: true,
});

/** 明晚8点直播取消: those on the day that is called off; 明天有客人，直播取消 may be of any other day. */
async function plansNamed(
  { shop, now, text }: Turn,
  plans: readonly StreamCard[],
): Promise<readonly StreamCard[]> {
  const timeZone = await shop.sellers.timeZone();
  const on = (words: string): readonly StreamCard[] | undefined => {
    const day = parseDay(withoutCancel(words), { now, timeZone });
    return day && plans.filter(({ plannedAt }) => plannedAt && isSameDay(plannedAt, day, timeZone));
  };
  const calledOff = on(splitClauses(text).find(cancelsSomething) ?? '');
  const told = on(text) ?? [];
  return calledOff ?? (told.length > 0 ? told : plans);
}

/** 明天有事来不了，取消: of the plan on that day. */
async function cancelledDay({ shop, now, text }: Turn, seller: Membership): Promise<'cancel' | undefined> {
  if (!cancelsSomething(text)) return undefined;
  const timeZone = await shop.sellers.timeZone();
  const day = parseDay(text, { now, timeZone });
  const plans = day ? await shop.streams.plansOf(seller.id) : [];
  const isOn = plans.some(({ plannedAt }) => plannedAt && isSameDay(plannedAt, day, timeZone));
  return isOn ? 'cancel' : undefined;
}

const isSameDay = (at: Date, day: Date | undefined, timeZone: string): boolean =>
  day !== undefined && zoneDay(toLocal(at, timeZone)) === day.getTime();

function cancelAsk(plans: readonly StreamCard[]): Screen {
  const buttons = plans.map((plan): Button[] => [
    { label: say('plan-call-off-at', timeOf(plan)), tap: tap('call-off/:stream', { stream: plan.id }) },
  ]);
  const [only, ...others] = plans;
  const yes = only && others.length === 0 ? tap('call-off/:stream', { stream: only.id }) : undefined;
  return { text: say('plan-call-off-ask'), buttons: [...buttons, [homeButton]], yes, fresh: true };
}

const timeOf = ({ plannedAt }: StreamCard) => ({ at: { time: plannedAt ?? new Date(0) } });

/** 改到9点: on the day, and in the half of the day, for which it was planned. */
async function movedTime({ shop, now, text }: Turn, { plannedAt }: StreamCard): Promise<Date | undefined> {
  const village = await shop.sellers.village();
  const at = village && plannedAt && readMovedTime(text, plannedAt, { now, timeZone: village.timeZone });
  return at && at > now ? at : undefined;
}

function moveAsk(plan: StreamCard, at: Date): Screen {
  const action = tap('plan-move/:stream/:seconds', {
    stream: plan.id,
    seconds: Math.floor(at.getTime() / 1_000),
  });
  return {
    text: say('plan-move-ask', timeOf(plan)),
    buttons: [[{ label: say('plan-at', { at: { time: at } }), tap: action, tone: 'primary' }], [homeButton]],
    yes: action,
    fresh: true,
  };
}

/** 明天直播, and no hour: the day is kept until the hour is said. */
export const hourAsk = (words: string): Screen => ({
  text: say('plan-hour-ask'),
  buttons: [[homeButton]],
  asks: ask('plan-hour', { words }),
  fresh: true,
});

const HALF_DAY_MS = 12 * 3_600_000;

/** 明天7点直播: in the morning, or in the evening, for which `evening` stands. */
export function halfAsk(words: string, evening: Date, now: Date): Screen {
  const times = [evening, new Date(evening.getTime() - HALF_DAY_MS)].filter((at) => at > now);
  const buttons = times.map((at): Button[] => [
    {
      label: say('plan-at', { at: { time: at } }),
      tap: tap('plan-at/:seconds', { seconds: Math.floor(at.getTime() / 1_000) }),
    },
  ]);
  return {
    text: say('plan-half-ask'),
    buttons: [...buttons, [homeButton]],
    asks: ask('plan-hour', { words, evening: evening.getTime() }),
    fresh: true,
  };
}

/** 晚上七点: of the day that was named before. */
async function readHour(
  turn: Turn,
  { words, evening }: z.infer<typeof hourShape>,
): Promise<Reply | undefined> {
  const { shop, now, text } = turn;
  const village = await shop.sellers.village();
  // 晚上8点, 8 in the evening: the hour once more, on the day that was named before.
  const isHour = evening !== undefined && !isBareHour(text) && (await isTimeAlone(turn));
  const said =
    village && isHour && readMovedTime(text, new Date(evening), { now, timeZone: village.timeZone });
  if (said && said > now) return draftFromWords(turn, said, words);
  const { at, ask: isOpen } = village
    ? parseDateTime(`${words} ${text}`, { now, timeZone: village.timeZone })
    : { at: null, ask: true };
  if (at && !isOpen) return draftFromWords(turn, at, words);
  // 8点, of the day that was named: in the morning, or in the evening.
  const isHalfOpen = at !== null && evening === undefined && (await isTimeAlone(turn));
  return isHalfOpen ? [halfAsk(`${words} ${text}`, at, now)] : undefined;
}
