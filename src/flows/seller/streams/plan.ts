import { z } from 'zod';
import { tap } from '../../../chat/dsl/action.ts';
import { ask } from '../../../chat/dsl/flow.ts';
import { type Reply, type Screen, say } from '../../../chat/dsl/screen.ts';
import { idShape, type StreamId } from '../../../db/ids.ts';
import { readStreamVerb } from '../../../nlu/acts/seller/stream-act.ts';
import { parseDateTime } from '../../../nlu/datetime.ts';
import { readPlanWords } from '../../../nlu/stream-words.ts';
import type { StreamCard } from '../../../shop/streams/cards.ts';
import { areNamed } from '../../../shop/terms/search-terms.ts';
import { parseLink } from '../../../shop/values/links.ts';
import { rewriteLawfully } from '../../../writer/law/rewrite.ts';
import { flow, type Turn } from '../../flow.ts';
import { planButtons } from '../../screens/streams/stream-notices.ts';
import { whenLabel, whenText } from '../../screens/streams/stream-text.ts';
import { homeButton } from '../../screens/values.ts';
import { findActingSeller, notASeller } from '../acting.ts';
import { blockedByOffice } from '../law-block.ts';
import { planCard } from './plan-card.ts';

/** How far ahead a stream can be planned: a year. */
const FARTHEST_MS = 366 * 24 * 3_600_000;

const streamShape = z.object({ stream: idShape<StreamId>() });
const maybeStream = z.object({ stream: idShape<StreamId>().optional() });

/** Planning a stream: a card is confirmed before anybody is told. */
export const streamPlan = flow('stream-plan', {
  taps: {
    plan: askWhen,
    'plan-at/:seconds': planAt,
    'plan-move/:stream/:seconds': moveTo,
    'plan-card/:stream': show,
    'plan-yes/:stream': confirm,
    'plan-time/:stream': askTime,
    'plan-title/:stream': askTitle,
    'plan-lawful/:stream': makeTitleLawful,
    'plan-link/:stream': askPlanLink,
    'plan-poster/:stream': poster,
    'call-off/:stream': callOff,
  },
  answers: {
    'plan-when': { data: maybeStream, read: readPlan },
    'plan-title': { data: streamShape, read: readTitle },
    'plan-link': { data: streamShape, read: readPlanLink },
  },
});

const gone: Screen = { text: say('stream-gone-seller'), buttons: [[homeButton]] };

async function show(turn: Turn<'stream'>): Promise<Reply> {
  return [(await planCard(turn, turn.params.stream)) ?? gone];
}

async function askWhen(turn: Turn<string>): Promise<Reply> {
  const seller = await findActingSeller(turn);
  if (!seller) return notASeller;
  const planned = await turn.shop.streams.plansOf(seller.id);
  const timeZone = await turn.shop.sellers.timeZone();
  const known = planned.map((plan) => [
    {
      label: whenLabel(plan.plannedAt ?? turn.now, timeZone),
      tap: tap('plan-card/:stream', { stream: plan.id }),
    },
  ]);
  return [
    {
      text: known.length > 0 ? [say('plan-ask'), say('plan-list')] : say('plan-ask'),
      buttons: [...known, [homeButton]],
      asks: ask('plan-when'),
      fresh: true,
    },
  ];
}

const isSound = (at: Date, now: Date): boolean => at > now && at.getTime() < now.getTime() + FARTHEST_MS;

function planAt(turn: Turn<'seconds'>): Promise<Reply> {
  const at = new Date(Number(turn.params.seconds) * 1_000);
  return isSound(at, turn.now) ? draftFromWords(turn, at, '') : askWhen(turn);
}

/** A draft with what its seller said of title, link and goods, on its card. */
export async function draftFromWords(turn: Turn<string>, at: Date, text: string): Promise<Reply> {
  const { shop, person } = turn;
  const seller = await findActingSeller(turn);
  const url = text.split(/[\s<>"]+/).find((word) => parseLink(word) !== undefined);
  const words = await wordsOfPlan(turn, text);
  const said = { plannedAt: at, title: words.join(' '), ...(url && { url }) };
  const draft = seller && (await shop.streams.draft(person.id, seller.id, said));
  if (!seller || !draft) return notASeller;
  for (const word of words) {
    const found = await shop.catalogue.searchOwn(seller.id, word);
    const named = found.filter(
      (product) => product.status === 'on-sale' && areNamed(word, product.title, product.titleEn),
    );
    const [only, ...others] = named;
    if (only && others.length === 0) await shop.streams.addItem(person.id, draft.id, { productId: only.id });
  }
  return [{ ...((await planCard(turn, draft.id)) ?? gone), fresh: true }];
}

const wordsOfPlan = async ({ shop, now }: Turn<string>, text: string): Promise<string[]> =>
  text === '' ? [] : readPlanWords(text, { now, timeZone: await shop.sellers.timeZone() });

function askTime({ params }: Turn<'stream'>): Reply {
  return [{ text: say('plan-ask'), asks: ask('plan-when', { stream: params.stream }), fresh: true }];
}

/** 推迟一个小时, of the plan in hand, answers nothing here: it is read as if no time had been asked for. */
async function readPlan(turn: Turn, { stream }: z.infer<typeof maybeStream>): Promise<Reply | undefined> {
  const { now, text } = turn;
  const timeZone = await turn.shop.sellers.timeZone();
  const read = parseDateTime(text.replace(/https?:\/\/\S+/gi, ' '), { now, timeZone });
  const asks = ask('plan-when', stream ? { stream } : {});
  if (read.at && !isSound(read.at, now)) return [{ text: say('plan-unclear'), asks, isMiss: true }];
  if (read.at && !read.ask) return stream ? move(turn, stream, read.at) : draftFromWords(turn, read.at, text);
  if (!read.at && readStreamVerb(text)) return undefined;
  if (!read.at) return [{ text: say('plan-unclear'), asks, isMiss: true }];
  const seconds = Math.floor(read.at.getTime() / 1_000);
  const yes = stream
    ? tap('plan-move/:stream/:seconds', { stream, seconds })
    : tap('plan-at/:seconds', { seconds });
  const label = say('plan-at', { at: { time: read.at } });
  return [{ text: say('plan-which'), buttons: [[{ label, tap: yes }]], asks }];
}

function moveTo(turn: Turn<'stream' | 'seconds'>): Promise<Reply> {
  return move(turn, turn.params.stream, new Date(Number(turn.params.seconds) * 1_000));
}

/** A confirmed plan that is moved: whoever reserved is told, and the seller how many that are. */
async function move(turn: Turn<string>, id: StreamId, at: Date): Promise<Reply> {
  const { shop, person, now } = turn;
  if (!isSound(at, now)) return [{ text: say('plan-past'), asks: ask('plan-when', { stream: id }) }];
  const isMoved = await shop.streams.replan(person.id, id, at);
  const plan = isMoved ? await shop.streams.ownPlan(person.id, id) : undefined;
  if (!plan) return [gone];
  if (plan.state === 'draft') return [(await planCard(turn, id)) ?? gone];
  const count = await shop.streams.reservedCount(id);
  const when = whenText(at, await shop.sellers.timeZone());
  return [
    {
      text: [say('plan-moved', { when }), ...(count > 0 ? [say('plan-moved-told', { count })] : [])],
      buttons: [...planButtons(plan), [homeButton]],
    },
  ];
}

async function confirm(turn: Turn<'stream'>): Promise<Reply> {
  const { shop, person, params } = turn;
  const plan = await shop.streams.ownPlan(person.id, params.stream);
  if (!plan?.plannedAt) return [gone];
  if (plan.state !== 'draft') return [await plannedScreen(turn, plan, [])];
  if (await blockedByOffice(turn, plan.title)) return [(await planCard(turn, plan.id)) ?? gone];
  const announced = await shop.streams.confirm(person.id, plan.id);
  if (!announced) return [{ text: say('plan-past'), asks: ask('plan-when', { stream: plan.id }) }];
  return [await plannedScreen(turn, plan, [say(announced === 'now' ? 'planned-now' : 'planned-digest')])];
}

async function plannedScreen(
  { shop }: Turn<string>,
  plan: StreamCard,
  told: readonly ReturnType<typeof say>[],
): Promise<Screen> {
  const when = whenText(plan.plannedAt ?? new Date(0), await shop.sellers.timeZone());
  const count = await shop.streams.reservedCount(plan.id);
  const reserved = count > 0 ? [say('planned-reserved', { count })] : [];
  return {
    text: [say('planned', { when }), ...told, ...reserved],
    buttons: [...planButtons(plan), [homeButton]],
  };
}

function askTitle({ params }: Turn<'stream'>): Reply {
  return [{ text: say('plan-title-ask'), asks: ask('plan-title', { stream: params.stream }), fresh: true }];
}

async function readTitle(turn: Turn, { stream }: { stream: StreamId }): Promise<Reply> {
  const title = turn.text.trim();
  const blocked = await blockedByOffice(turn, title);
  if (blocked) return [{ text: blocked, asks: ask('plan-title', { stream }), fresh: true, isMiss: true }];
  await turn.shop.streams.setText(turn.person.id, stream, { title });
  return [(await planCard(turn, stream)) ?? gone];
}

/** Takes out of a stream's title what the advertising law forbids. */
async function makeTitleLawful(turn: Turn<'stream'>): Promise<Reply> {
  const { shop, person, params } = turn;
  const stream = await shop.streams.ownPlan(person.id, params.stream);
  if (!stream) return [gone];
  await shop.streams.setText(person.id, stream.id, { title: rewriteLawfully(stream.title) ?? '' });
  return [(await planCard(turn, stream.id)) ?? gone];
}

function askPlanLink({ params }: Turn<'stream'>): Reply {
  return [{ text: say('plan-link-ask'), asks: ask('plan-link', { stream: params.stream }), fresh: true }];
}

async function readPlanLink(turn: Turn, { stream }: { stream: StreamId }): Promise<Reply> {
  const url = turn.text.split(/[\s<>"]+/).find((word) => parseLink(word) !== undefined);
  if (!url) return [{ text: say('live-link-unclear'), asks: ask('plan-link', { stream }), isMiss: true }];
  await turn.shop.streams.setText(turn.person.id, stream, { url });
  return [(await planCard(turn, stream)) ?? gone];
}

async function poster({ shop, person, chat, params }: Turn<'stream'>): Promise<Reply> {
  const isWanted = await shop.streams.drawPoster(person.id, params.stream, chat.id);
  return [isWanted ? { text: say('share-drawing'), fresh: true } : gone];
}

async function callOff({ shop, person, params }: Turn<'stream'>): Promise<Reply> {
  const plan = await shop.streams.ownPlan(person.id, params.stream);
  if (!plan || !(await shop.streams.cancel(person.id, plan.id))) return [gone];
  if (plan.state === 'draft') return [{ text: say('plan-dropped'), buttons: [[homeButton]] }];
  const count = await shop.streams.reservedCount(plan.id);
  const told = count > 0 ? [say('plan-called-off-told', { count })] : [];
  return [{ text: [say('plan-called-off'), ...told], buttons: [[homeButton]] }];
}
