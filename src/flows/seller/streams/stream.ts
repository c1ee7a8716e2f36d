import { z } from 'zod';
import { tap } from '../../../chat/dsl/action.ts';
import { ask } from '../../../chat/dsl/flow.ts';
import { type Button, type Reply, type Screen, say } from '../../../chat/dsl/screen.ts';
import { readStreamDeed } from '../../../nlu/acts/stream-act.ts';
import { parseDateTime, parseDay } from '../../../nlu/datetime.ts';
import type { StreamCard } from '../../../shop/streams/streams.ts';
import { parseLink } from '../../../shop/values/links.ts';
import { flow, type Turn } from '../../flow.ts';
import { homeButton } from '../../screens/values.ts';
import { findActingSeller, noRight, notASeller } from '../acting.ts';
import { hourAsk, planCard } from './plan-words.ts';

/** How far ahead a stream can be planned: a year. */
const FARTHEST_MS = 366 * 24 * 3_600_000;

/** Going live and planning streams; followers get an alert immediately. */
export const liveStream = flow('live-stream', {
  commands: { live: liveCommand },
  taps: {
    'go-live': askLink,
    'live-now': liveWithoutLink,
    plan: askWhen,
    'plan-at/:seconds': planAt,
    'end/:stream': end,
    'call-off/:stream': callOff,
    'start/:stream': startPlanned,
  },
  answers: {
    'live-link': { data: z.object({}), read: readLink },
    'plan-when': { data: z.object({}), read: readPlan },
  },
});

/** A text about a stream: starts it now, or plans it for the time it names. */
export async function announceLive(turn: Turn): Promise<Reply> {
  const { shop, now, text } = turn;
  const seller = await findActingSeller(turn);
  const live = seller && (await shop.streams.findLive(seller.id));
  if (live) return [liveScreen(live, 'live-is-on')];
  if (readStreamDeed(text) === 'end') return [{ text: say('live-is-off'), buttons: [[homeButton]] }];
  const village = await shop.sellers.village();
  const context = village && { now, timeZone: village.timeZone };
  const at = context && parseDateTime(text, context).at;
  if (at) return [planCard(at)];
  if (context && parseDay(text, context)) return [hourAsk(text)];
  const either: Button[] = [
    { label: say('seller-home-live'), tap: tap('go-live'), tone: 'danger' },
    { label: say('seller-home-plan'), tap: tap('plan') },
  ];
  return [{ text: say('live-offer'), buttons: [either] }];
}

const planButton = (at: Date): Button => ({
  label: say('plan-at', { at: { time: at } }),
  tap: tap('plan-at/:seconds', { seconds: Math.floor(at.getTime() / 1_000) }),
});

function planAt(turn: Turn<'seconds'>): Promise<Reply> {
  const at = new Date(Number(turn.params.seconds) * 1_000);
  const isSound = at > turn.now && at.getTime() < turn.now.getTime() + FARTHEST_MS;
  return isSound ? planned(turn, at, undefined) : askWhen(turn);
}

/** The first link in a text that any phone can open. */
const parseStreamLink = (text: string): string | undefined =>
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
  if (live) return [liveScreen(live, 'live-is-on')];
  const without: Button = { label: say('live-without-link'), tap: tap('live-now') };
  return [
    { text: say('live-ask-link'), buttons: [[without], [homeButton]], asks: ask('live-link'), fresh: true },
  ];
}

async function readLink(turn: Turn): Promise<Reply> {
  const url = parseStreamLink(turn.text);
  if (url) return goLive(turn, url);
  return [{ text: say('live-link-unclear'), asks: ask('live-link'), isMiss: true }];
}

function liveWithoutLink(turn: Turn): Promise<Reply> {
  return goLive(turn, undefined);
}

function startPlanned(turn: Turn<'stream'>): Promise<Reply> {
  return askLink(turn);
}

async function goLive(turn: Turn<string>, url: string | undefined): Promise<Reply> {
  const { shop, person } = turn;
  const seller = await findActingSeller(turn);
  if (!seller) return notASeller;
  const live = await shop.streams.goLive(person.id, seller.id, { ...(url && { url }) });
  if (live.ok) return [{ toast: say('live-toast') }, { ...liveScreen(live.stream), fresh: true }];
  return live.refusal === 'no-right' ? noRight(seller, 'post') : notASeller;
}

const liveScreen = (live: StreamCard, key = 'live-on'): Screen => ({
  text: [say(key), ...(live.url ? [say('live-link', { url: live.url })] : [])],
  buttons: [
    [{ label: say('live-end'), tap: tap('end/:stream', { stream: live.id }), tone: 'danger' }],
    [homeButton],
  ],
});

async function end({ shop, person, params }: Turn<'stream'>): Promise<Reply> {
  const ended = await shop.streams.end(person.id, params.stream);
  return [{ text: say(ended ? 'live-ended' : 'stream-gone'), buttons: [[homeButton]] }];
}

async function askWhen(turn: Turn<string>): Promise<Reply> {
  if (!(await findActingSeller(turn))) return notASeller;
  return [{ text: say('plan-ask'), buttons: [[homeButton]], asks: ask('plan-when'), fresh: true }];
}

async function readPlan(turn: Turn): Promise<Reply> {
  const { shop, now, text } = turn;
  const village = await shop.sellers.village();
  const read =
    village && parseDateTime(text.replace(/https?:\/\/\S+/gi, ' '), { now, timeZone: village.timeZone });
  if (read?.at && !read.ask) return planned(turn, read.at, parseStreamLink(text));
  const asks = ask('plan-when');
  if (read?.at) return [{ text: say('plan-which'), buttons: [[planButton(read.at)]], asks }];
  return [{ text: say('plan-unclear'), asks, isMiss: true }];
}

async function planned(turn: Turn<string>, plannedAt: Date, url: string | undefined): Promise<Reply> {
  const seller = await findActingSeller(turn);
  const words = { title: '', plannedAt, ...(url && { url }) };
  const stream = seller && (await turn.shop.streams.plan(turn.person.id, seller.id, words));
  return stream ? [plannedScreen(stream)] : notASeller;
}

const plannedScreen = ({ id, plannedAt }: StreamCard): Screen => ({
  text: say('planned', { at: { time: plannedAt ?? new Date(0) } }),
  buttons: [
    [
      { label: say('plan-start'), tap: tap('start/:stream', { stream: id }), tone: 'danger' },
      { label: say('plan-call-off'), tap: tap('call-off/:stream', { stream: id }) },
    ],
    [homeButton],
  ],
});

async function callOff({ shop, person, params }: Turn<'stream'>): Promise<Reply> {
  const off = await shop.streams.cancel(person.id, params.stream);
  return [{ text: say(off ? 'plan-called-off' : 'stream-gone'), buttons: [[homeButton]] }];
}
