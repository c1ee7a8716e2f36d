import { isDeepStrictEqual } from 'node:util';
import type { PassingFaults } from '../../db/client/passing-faults.ts';
import type { ChatId } from '../../db/ids.ts';
import { inTransaction, type TxContext, type WholeTransaction } from '../../db/work.ts';
import type { EntryLinks } from '../dsl/entry-links.ts';
import { type ChannelName, channelSide, type EventBody, type Side } from '../dsl/event.ts';
import type { Actor } from '../dsl/flow.ts';
import { escapeHtml } from '../dsl/html.ts';
import type { Focus } from '../dsl/screen.ts';
import { resolveChoice } from '../outbound/choices/choices.ts';
import { type ComposedMessage, messageRow, notesAbout } from '../outbound/composed.ts';
import { enqueueBody, findTapped, type MessageComposer, notification } from '../outbound/messages.ts';
import { notifyBrowsers } from '../outbound/notified-browsers.ts';
import type { ClaimedMessage } from '../outbound/outgoing.ts';
import { type ChatRow, findChatByKey, findOrCreateChat, setBlocked } from '../store/chats.ts';
import { type ChatKey, findOldestWaiting, markHandled, noEvent, type WaitingEvent } from '../store/inbox.ts';
import { storeIncomingPhoto } from '../store/media.ts';
import { beginAnew, freshSession, type LockedChat, lockChat, type Session } from '../store/session.ts';
import { dispatch, type TurnContext } from './dispatch.ts';
import { endTurn } from './end-turn.ts';
import { collectLabels, resolveLabel } from './labels.ts';
import { countFailedTurn, type ParkingDeps, parkUnreadable } from './parking.ts';
import { begunAnewScreen } from './repair.ts';
import {
  type ButtonCheck,
  composeOthers,
  composeOwn,
  nextSession,
  splitReply,
  withoutStaleKeys,
  withRepairs,
  withToast,
} from './reply.ts';
import type { Router } from './router.ts';

export interface TurnDeps<S> extends ParkingDeps {
  readonly routers: Readonly<Record<Side, Router<S>>>;
  readonly checkButtons: ButtonCheck;
  /** The shop as `speaker` may use it, in one transaction. */
  readonly shop: (context: TxContext, speaker: Actor) => S;
  readonly entryLinks: EntryLinks;
  /** Hears of each turn that was handled: `act` is the kind of event with the first word of its route. */
  readonly turnEnded?: ((side: Side, act: string, ms: number) => void) | undefined;
  /** Events whose turns lost their transactions. */
  readonly passing: PassingFaults;
}

/** The result of a visit to a chat. After `handled`, messages wait in the chats `notified`. */
export type TurnResult =
  | { readonly is: 'nothing' }
  | { readonly is: 'busy' }
  /** The turn failed, and its event may be tried again. */
  | { readonly is: 'failed' }
  /** The turn lost its transaction: the event is tried again after a pause, and nothing counts. */
  | { readonly is: 'put-off'; readonly ms: number; readonly error: unknown }
  | {
      readonly is: 'handled';
      readonly notified: readonly ChatId[];
      /** The answer, where this process may send it at once. */
      readonly claimed?: { readonly chatId: ChatId; readonly message: ClaimedMessage };
      readonly query?: {
        readonly channel: ChannelName;
        readonly id: string;
        readonly toast: string | undefined;
      };
    };

/**
 * Handles the oldest waiting event of a chat in one transaction; nothing is sent before it commits. A fault rolls it
 * back and counts a try; after three the event is parked and its sender notified. Nothing counts where the database is away or
 * ended the transaction; throws where not even the event could be read.
 */
export async function runTurn<S>(deps: TurnDeps<S>, key: ChatKey): Promise<TurnResult> {
  let event: WaitingEvent | undefined;
  const begunAt = performance.now();
  try {
    const result: TurnResult = await inTransaction(deps.appContext, async (context) => {
      event = undefined;
      const held = await lockChat(context, key);
      if (!held && (await findChatByKey(context, key))) return { is: 'busy' };
      const oldest = held ?? (await findOldestWaiting(context, key));
      if (oldest.unreadable) return parkUnreadable(deps, context, held?.chat, oldest.unreadable);
      event = oldest.event;
      if (!event) return { is: 'nothing' };
      const locked = held ?? (await lockNewChat(deps, context, key, event));
      if (locked.isBanned) {
        await markHandled(context.tx, event.id);
        return { is: 'handled', notified: [] };
      }
      return handle(deps, context, locked, event);
    });
    if (result.is === 'handled' && event) {
      deps.passing.forget(String(event.id));
      countTurn(deps, channelSide(key.channel), event.body, performance.now() - begunAt);
    }
    return result;
  } catch (error) {
    if (!event) throw error;
    const ms = deps.passing.pause(String(event.id), error);
    return ms === undefined ? countFailedTurn(deps, key, event, error) : { is: 'put-off', ms, error };
  }
}

/** An act that no flow declares is counted without its words: those are anybody's. */
function countTurn<S>({ routers, turnEnded }: TurnDeps<S>, side: Side, body: EventBody, ms: number): void {
  if (!turnEnded) return;
  if (body.is === 'tap' && routers[side].tap(body.action))
    turnEnded(side, `tap ${body.action.split('/')[0]}`, ms);
  else if (body.is === 'command' && routers[side].command(body.name))
    turnEnded(side, `command ${body.name}`, ms);
  else turnEnded(side, body.is, ms);
}

/** Creates and locks the chat of a first event. The person may be known, and banned, from another chat. */
async function lockNewChat<S>(
  { locale }: TurnDeps<S>,
  context: TxContext,
  key: ChatKey,
  event: WaitingEvent,
): Promise<LockedChat> {
  const chat = await findOrCreateChat(context, key, event, locale);
  const unlocked = { chat, session: freshSession, isLost: false, isBanned: false, ...noEvent };
  return (await lockChat(context, key)) ?? unlocked;
}

async function handle<S>(
  deps: TurnDeps<S>,
  context: WholeTransaction,
  { chat, session, isLost }: LockedChat,
  event: WaitingEvent,
): Promise<TurnResult> {
  const { composer, routers } = deps;
  const cause = `turn:${event.id}`;
  if (isLost) await beginAnew(context, chat.id);
  if (isLost) deps.log.error({ chat: chat.id }, 'a conversation that no key opens was begun anew');
  if (chat.isGone !== (event.body.is === 'left'))
    await setBlocked(context.tx, chat.id, event.body.is === 'left');
  await enqueueOwnText(context, composer, chat, event);

  const here = { ...chat, isGone: event.body.is === 'left' };
  const body = resolveLabel(
    composer.hasButtons(chat.channel) ? event.body : await resolveChoice(context, chat, session, event),
    session,
  );
  const bare: TurnContext<S> = {
    shop: deps.shop(context, chat.person),
    person: chat.person,
    chat,
    now: context.now,
    entryLinks: deps.entryLinks,
    body,
    asking: session.asking,
    focus: freshFocus(session, context.now),
    spokenAt: lastSpoken(session),
    yes: session.yes,
    lastChange: session.lastChange,
    offered: (session.labels ?? []).map(([label, action]) => ({ label, action })),
    misses: session.misses,
    text: eventText(body),
    photos: body.is === 'photos' ? body.files : [],
    keepPhoto: (file, audience) => storeIncomingPhoto(context, chat.channel, file, audience, chat.id),
  };
  const reply = splitReply(await dispatch(routers[channelSide(chat.channel)], session, bare));
  const next = nextSession(session, reply.screens, context.now);
  const labels = collectLabels(
    composer.i18n[reply.speaks ?? chat.person.locale],
    reply.screens,
    session.labels,
  );
  const after = { ...next, ...(labels && { labels }) };
  const said = composer.hasButtons(chat.channel) ? reply.screens : withToast(reply.screens, reply.toast);
  const answers = withoutStaleKeys(
    withRepairs(said, after, (action) => routers[channelSide(chat.channel)].tap(action) !== undefined),
    session,
  );
  const screens = isLost && body.is !== 'left' ? [begunAnewScreen(), ...answers] : answers;
  for (const screen of screens) deps.checkButtons(channelSide(chat.channel), screen);

  // Only the first screen can take the place of what was tapped.
  const isReplacing = screens[0] !== undefined && !screens[0].fresh;
  const tappedId = body.is === 'tap' && isReplacing ? body.message : undefined;
  const tapped = await findTapped(context, composer, chat, tappedId);
  // The answer to a change of language is in the new one.
  const locale = reply.speaks ?? chat.person.locale;
  const speaker = { ...here, person: { ...chat.person, locale } };
  const own = await composeOwn(context, composer, speaker, cause, screens, tapped);
  const others = await composeOthers(context, composer, cause, reply.others, deps.checkButtons);
  const toast = reply.toast && composer.i18n[locale].showPlain(reply.toast);
  const messages = [...own, ...others];
  const toRow = (message: ComposedMessage) => messageRow(context, composer, message);
  const [ownRows, otherRows] = [own.map(toRow), others.map(toRow)];
  await notifyBrowsers(context, composer, otherRows);
  const claimed = await endTurn(context, {
    chat,
    eventId: event.id,
    session: isDeepStrictEqual(after, session) ? undefined : after,
    replaced: own[0]?.replaced?.id,
    messages: [...ownRows, ...otherRows],
    notes: [
      ...notesAbout(composer, messages),
      ...(composer.readsTable(chat.channel)
        ? [notification(chat.id, { is: 'done', key: event.key, toast })]
        : []),
    ],
  });
  const query =
    body.is === 'tap' && body.query ? { channel: chat.channel, id: body.query, toast } : undefined;
  const notified = [...(claimed ? [] : [chat.id]), ...new Set(others.map((message) => message.chat.id))];
  return {
    is: 'handled',
    notified,
    ...(claimed && { claimed: { chatId: chat.id, message: claimed } }),
    ...(query && { query }),
  };
}

/** How long after a screen "this one" refers to it. */
const FOCUS_MS = 30 * 60_000;

const freshFocus = ({ focus, focusAt = 0 }: Session, now: Date): Focus =>
  focus && now.getTime() - focusAt <= FOCUS_MS ? focus : {};

/** When the newest answer put on the table what lies there; nothing where an answer since was about something else. */
const lastSpoken = ({ focus, focusAt, isFocusPassed }: Session): Date | undefined =>
  focus && focusAt !== undefined && !isFocusPassed ? new Date(focusAt) : undefined;

const eventText = (body: EventBody): string =>
  body.is === 'text' ? body.text : body.is === 'photos' ? body.caption : '';

/** Where people read the message table, it holds their own messages too. */
async function enqueueOwnText(
  context: TxContext,
  composer: MessageComposer,
  chat: ChatRow,
  { id, body }: WaitingEvent,
): Promise<void> {
  if (!composer.readsTable(chat.channel)) return;
  if (body.is === 'text' && body.isShown) return;
  const files = body.is === 'photos' ? body.files : [];
  const photo = files
    .map((file) => ('media' in file ? file.media : undefined))
    .find((media) => media !== undefined);
  const text = body.is === 'voice' ? voiceLength(body.seconds) : eventText(body);
  if (text === '' && files.length === 0) return;
  const mine = { html: escapeHtml(text).markup, photo, buttons: [], mine: true } as const;
  await enqueueBody(context, composer, chat, { cause: `turn:${id}:own`, index: 0 }, mine);
}

/** As the page shows it while it is on its way (web/app/mic.js). */
const voiceLength = (seconds: number): string =>
  `🎤 ${Math.floor(seconds / 60)}:${String(Math.floor(seconds % 60)).padStart(2, '0')}`;
