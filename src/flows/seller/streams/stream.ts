import { z } from 'zod';
import { tap } from '../../../chat/dsl/action.ts';
import { ask } from '../../../chat/dsl/flow.ts';
import { type Button, type Reply, type Screen, say } from '../../../chat/dsl/screen.ts';
import { idShape, type SellerId, type StreamId } from '../../../db/ids.ts';
import { isOwnBusiness } from '../../../nlu/acts/seller/seller-business.ts';
import {
  readStreamVerb,
  saysBegun,
  withoutRangeEnd,
  withoutRepeat,
} from '../../../nlu/acts/seller/stream-act.ts';
import { parseDateTime, parseDay } from '../../../nlu/datetime.ts';
import { guessSellerAct } from '../../../nlu/guess/seller-guess.ts';
import type { Membership } from '../../../shop/sellers/members.ts';
import type { StreamCard } from '../../../shop/streams/cards.ts';
import type { Live } from '../../../shop/streams/start.ts';
import { parseLink } from '../../../shop/values/links.ts';
import { flow, type Turn } from '../../flow.ts';
import { endedScreen } from '../../screens/streams/stream-notices.ts';
import { whenLabel } from '../../screens/streams/stream-text.ts';
import { homeButton } from '../../screens/values.ts';
import { findActingSeller, noRight, notASeller } from '../acting.ts';
import { liveNews } from './live-news.ts';
import { draftFromWords } from './plan.ts';
import { halfAsk, hourAsk } from './plan-words.ts';

const planShape = z.object({ plan: idShape<StreamId>().optional() });

/** Going live, staying live and ending. What the alert does is said by `liveNews` and the panel. */
export const liveStream = flow('live-stream', {
  commands: { live: liveCommand },
  taps: {
    'go-live': askLink,
    'live-now': liveWithoutLink,
    'live-link/:stream': askLink,
    'again-live/:stream': liveAgain,
    'still-on/:stream': stillOn,
    'end/:stream': end,
    'start/:stream': startPlanned,
    'replay/:stream': askReplay,
  },
  answers: {
    'live-link': { data: planShape, read: readLink },
    replay: { data: z.object({ stream: idShape<StreamId>() }), read: readReplay },
  },
});

/** A text about a stream: what is shown now, its end, its start, or a plan for the time it names. */
export async function announceLive(turn: Turn): Promise<Reply> {
  const { shop, now, text } = turn;
  const seller = await findActingSeller(turn);
  const live = seller && (await shop.streams.findLive(seller.id));
  const verb = readStreamVerb(text);
  const context = { now, timeZone: await shop.sellers.timeZone() };
  const read = parseDateTime(withoutRangeEnd(withoutLinks(text)), context);
  // 今晚8点直播 is like 今晚不直播了: what names a moment ends nothing.
  const isBegun = verb === undefined && saysBegun(text);
  const isEnd = verb === 'end' || (!isBegun && !read.at && guessSellerAct(text) === 'stream-end');
  if (live) {
    // 不播了: of what is on, it is over; of what is planned, it is called off.
    if (isEnd || verb === 'cancel') return end({ ...turn, params: { stream: live.id } });
    const url = parseStreamLink(text);
    if (url) return goLive(turn, url);
    return [liveScreen(live, 'live-is-on')];
  }
  if (isEnd) return [{ text: say('live-is-off'), buttons: [[homeButton]] }];
  if (read.at && !read.ask) return draftFromWords(turn, read.at, text);
  const next = withoutRepeat(text);
  if (next !== undefined) return nextOfMany(turn, next);
  if (!read.at && parseDay(text, context)) return [hourAsk(text)];
  const url = parseStreamLink(text);
  if (url && !read.at) return goLive(turn, url);
  if (read.at) return [halfAsk(text, read.at, now)];
  const either: Button[] = [
    { label: say('seller-home-live'), tap: tap('go-live'), tone: 'danger' },
    { label: say('seller-home-plan'), tap: tap('plan') },
  ];
  return [{ text: say('live-offer'), buttons: [either] }];
}

/** 每周三晚上八点直播: one stream is planned at a time, the next one first. */
async function nextOfMany(turn: Turn, text: string): Promise<Reply> {
  const context = { now: turn.now, timeZone: await turn.shop.sellers.timeZone() };
  const { at, ask: isOpen } = parseDateTime(withoutLinks(text), context);
  const note: Screen = { text: say('plan-one-by-one'), fresh: true };
  return at && !isOpen ? [note, ...(await draftFromWords(turn, at, text))] : [note, hourAsk(text)];
}

/** 今天就播到这: over, where something is on. */
export async function endLive(turn: Turn, seller: Membership): Promise<Reply> {
  if (readStreamVerb(turn.text) === undefined && saysBegun(turn.text)) return announceLive(turn);
  const live = await turn.shop.streams.findLive(seller.id);
  return live
    ? end({ ...turn, params: { stream: live.id } })
    : [{ text: say('live-is-off'), buttons: [[homeButton]] }];
}

export const withoutLinks = (text: string): string => text.replace(/https?:\/\/\S+/gi, ' ');

/** The first link in a text that any phone can open. */
export const parseStreamLink = (text: string): string | undefined =>
  text
    .split(/[\s<>"]+/)
    .map(parseLink)
    .find((link) => link !== undefined);

async function liveCommand(turn: Turn<'rest'>): Promise<Reply> {
  const url = parseStreamLink(turn.params.rest);
  return url ? goLive(turn, url) : askLink(turn);
}

async function askLink(turn: Turn<string>): Promise<Reply> {
  const seller = await findActingSeller(turn);
  if (!seller) return notASeller;
  const live = await turn.shop.streams.findLive(seller.id);
  if (!live) return [await withNextPlan(turn, seller.id, linkAsk(undefined))];
  const isChange = turn.params.stream !== undefined;
  return [isChange ? { ...linkAsk(undefined), buttons: [[homeButton]] } : liveScreen(live, 'live-is-on')];
}

/** What was announced stands above: whoever reserved it waits for that one. */
async function withNextPlan({ shop, now }: Turn<string>, seller: SellerId, screen: Screen): Promise<Screen> {
  const [next] = await shop.streams.plansOf(seller);
  if (!next) return screen;
  const label = whenLabel(next.plannedAt ?? now, await shop.sellers.timeZone());
  const open: Button = { label, tap: tap('plan-card/:stream', { stream: next.id }), tone: 'primary' };
  return { ...screen, buttons: [[open], ...(screen.buttons ?? [])] };
}

function linkAsk(plan: StreamId | undefined): Screen {
  const without: Button = plan
    ? { label: say('live-without-link'), tap: tap('again-live/:stream', { stream: plan }) }
    : { label: say('live-without-link'), tap: tap('live-now') };
  return {
    text: say('live-ask-link'),
    buttons: [[without], [{ label: say('hook-button'), tap: tap('hooks') }], [homeButton]],
    asks: ask('live-link', plan ? { plan } : {}),
    fresh: true,
  };
}

async function readLink(turn: Turn, { plan }: z.infer<typeof planShape>): Promise<Reply | undefined> {
  const url = parseStreamLink(turn.text);
  if (url) return goLive(turn, url, plan);
  if (isOwnBusiness(turn.text)) return undefined;
  return [{ text: say('live-link-unclear'), asks: ask('live-link', plan ? { plan } : {}), isMiss: true }];
}

function liveWithoutLink(turn: Turn): Promise<Reply> {
  return goLive(turn, undefined);
}

/** On with a stream that is over, or with a plan: without asking for a link. */
async function liveAgain(turn: Turn<'stream'>): Promise<Reply> {
  return goLive(turn, undefined, turn.params.stream);
}

/** A plan that has its link begins at once. */
async function startPlanned(turn: Turn<'stream'>): Promise<Reply> {
  const plan = await turn.shop.streams.byId(turn.params.stream);
  if (!(await findActingSeller(turn))) return notASeller;
  return plan?.url ? goLive(turn, undefined, plan.id) : [linkAsk(turn.params.stream)];
}

async function goLive(turn: Turn<string>, url: string | undefined, plan?: StreamId): Promise<Reply> {
  const { shop, person } = turn;
  const seller = await findActingSeller(turn);
  if (!seller) return notASeller;
  const live = await shop.streams.goLive(person.id, seller.id, { ...(url && { url }) }, plan);
  if (live.ok) return [{ ...(await begunScreen(turn, live)), fresh: true }];
  return live.refusal === 'no-right' ? noRight(seller, 'post') : notASeller;
}

const begunScreen = async (turn: Turn<string>, live: Live): Promise<Screen> => {
  const { text, ...rest } = liveScreen(live.stream);
  return { text: [text, ...(await liveNews(turn, live))], ...rest };
};

const liveScreen = (live: StreamCard, key = 'live-on'): Screen => ({
  text: say(key),
  buttons: [
    [
      ...(live.url ? [{ label: say('stream-watch'), url: live.url }] : []),
      { label: say('live-end'), tap: tap('end/:stream', { stream: live.id }), tone: 'danger' },
    ],
    [homeButton],
  ],
});

async function stillOn({ shop, person, params }: Turn<'stream'>): Promise<Reply> {
  const isOn = await shop.streams.confirmOn(person.id, params.stream);
  return [{ text: say(isOn ? 'live-yes-ok' : 'stream-gone-seller'), buttons: [[homeButton]] }];
}

async function end(turn: Turn<'stream'>): Promise<Reply> {
  const { shop, person, params } = turn;
  const isEnded = await shop.streams.end(person.id, params.stream);
  const stream = isEnded ? await shop.streams.byId(params.stream) : undefined;
  if (!stream) return [{ text: say('stream-gone-seller'), buttons: [[homeButton]] }];
  return [{ ...endedScreen(stream, await shop.streams.result(stream.id), false), fresh: true }];
}

function askReplay({ params }: Turn<'stream'>): Reply {
  return [{ text: say('live-replay-ask'), asks: ask('replay', { stream: params.stream }), fresh: true }];
}

async function readReplay(turn: Turn, { stream }: { stream: StreamId }): Promise<Reply> {
  const url = parseStreamLink(turn.text);
  if (url && (await turn.shop.streams.setReplay(turn.person.id, stream, url)))
    return [{ text: say('live-replay-kept', { url }), buttons: [[homeButton]] }];
  return [{ text: say('live-link-unclear'), asks: ask('replay', { stream }), isMiss: true }];
}
