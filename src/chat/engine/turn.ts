import { isDeepStrictEqual } from 'node:util';
import type { Logger } from 'pino';
import { isAway } from '../../db/away.ts';
import { type Store, transact, type Work } from '../../db/work.ts';
import type { Doors } from '../dsl/entry-links.ts';
import { type ChannelName, type EventBody, type Locale, type Side, sideOf } from '../dsl/event.ts';
import type { Speaker } from '../dsl/flow.ts';
import { escaped } from '../dsl/html.ts';
import type { Screen } from '../dsl/screen.ts';
import { meaningOf } from '../outbound/choices.ts';
import { findTapped, leaveBody, leaveMessage, type Mouth, notifyChat } from '../outbound/messages.ts';
import { type ChatRow, chatByKey, meet, setGone } from '../store/chats.ts';
import {
  type ChatKey,
  countFailure,
  markHandled,
  oldestWaiting,
  park,
  type Waiting,
} from '../store/inbox.ts';
import { keepPhoto } from '../store/media.ts';
import { fresh, holdChat, keepSession, type Session } from '../store/session.ts';
import { type Bare, dispatch } from './dispatch.ts';
import { broken } from './repair.ts';
import {
  checkButtons,
  leaveOthers,
  leaveOwn,
  partsOf,
  sessionAfter,
  withKeysAway,
  withToast,
  withWayOut,
} from './reply.ts';
import type { Router } from './router.ts';

export interface TurnParts<S> {
  readonly store: Store;
  readonly mouth: Mouth;
  readonly routers: Readonly<Record<Side, Router<S>>>;
  /** The shop as `speaker` may use it, in one transaction. */
  readonly shop: (work: Work, speaker: Speaker) => S;
  /** Who hears of a parked event, and what. */
  readonly onParked: (
    work: Work,
    chat: ChatRow,
  ) => Promise<{ to: readonly string[]; screen: Screen } | undefined>;
  readonly doors: Doors;
  readonly locale: Locale;
  readonly log: Logger;
}

/** What came of looking for work in a chat. After `handled`, messages wait in the chats `told`. */
export type TurnEnd =
  | { readonly is: 'nothing' }
  | { readonly is: 'busy' }
  /** The turn failed, and its event may be tried again. */
  | { readonly is: 'failed' }
  | {
      readonly is: 'handled';
      readonly told: readonly string[];
      readonly query?: {
        readonly channel: ChannelName;
        readonly id: string;
        readonly toast: string | undefined;
      };
    };

/**
 * Handles the oldest waiting event of a chat: reads, decides and writes in one transaction; nothing is sent before it
 * commits. A fault rolls everything back and counts a try; after three the event is parked and the person told. Throws
 * where the database is to blame: the event is as it was.
 */
export async function runTurn<S>(parts: TurnParts<S>, key: ChatKey): Promise<TurnEnd> {
  let event: Waiting | undefined;
  try {
    return await transact(parts.store, async (work) => {
      event = undefined;
      const held = await holdChat(work, key);
      if (!held && (await chatByKey(work.tx, key))) return { is: 'busy' };
      event = await oldestWaiting(work, key);
      if (!event) return { is: 'nothing' };
      if (held?.isBanned) {
        await markHandled(work.tx, event.id);
        return { is: 'handled', told: [] };
      }
      const { chat, session } = held ?? { chat: await meet(work, key, event, parts.locale), session: fresh };
      return handle(parts, work, chat, session, event);
    });
  } catch (error) {
    if (!event || isAway(error)) throw error;
    return failed(parts, key, event, error);
  }
}

async function handle<S>(
  parts: TurnParts<S>,
  work: Work,
  chat: ChatRow,
  session: Session,
  event: Waiting,
): Promise<TurnEnd> {
  const { mouth, routers } = parts;
  const cause = `turn:${event.id}`;
  if (chat.isGone !== (event.body.is === 'left')) await setGone(work.tx, chat.id, event.body.is === 'left');
  await leaveOwnWords(work, mouth, chat, event);

  const here = { ...chat, isGone: event.body.is === 'left' };
  const body = mouth.hasButtons(chat.channel) ? event.body : await meaningOf(work, chat, session, event);
  const bare: Bare<S> = {
    shop: parts.shop(work, chat.person),
    person: chat.person,
    chat,
    now: work.now,
    doors: parts.doors,
    body,
    asking: session.asking,
    words: wordsOf(body),
    photos: body.is === 'photos' ? body.files : [],
    keepPhoto: (file, audience) => keepPhoto(work, chat.channel, file, audience),
  };
  const reply = partsOf(await dispatch(routers[sideOf(chat.channel)], session, bare));
  const after = sessionAfter(session, reply.screens);
  const said = mouth.hasButtons(chat.channel) ? reply.screens : withToast(reply.screens, reply.toast);
  const screens = withKeysAway(withWayOut(said, after), session);
  const check = (to: ChatRow, screen: Screen) => checkButtons(routers, to, screen);
  for (const screen of screens) check(here, screen);

  const tapped = await findTapped(work, mouth, chat, body.is === 'tap' ? body.message : undefined);
  // Who has just changed their language is answered in the new one.
  const locale = reply.speaks ?? chat.person.locale;
  await leaveOwn(work, mouth, { ...here, person: { ...chat.person, locale } }, cause, screens, tapped);
  const others = await leaveOthers(work, mouth, cause, reply.others, check);
  if (!isDeepStrictEqual(after, session)) await keepSession(work, chat.id, after);
  await markHandled(work.tx, event.id);

  const toast = reply.toast && mouth.words[locale].showPlain(reply.toast);
  if (mouth.readsTable(chat.channel))
    await notifyChat(work.tx, chat.id, { is: 'done', key: event.key, toast });
  const query =
    body.is === 'tap' && body.query ? { channel: chat.channel, id: body.query, toast } : undefined;
  return { is: 'handled', told: [chat.id, ...others], ...(query && { query }) };
}

const wordsOf = (body: EventBody): string =>
  body.is === 'text' ? body.text : body.is === 'photos' ? body.caption : '';

/** Where the table is what people read, their own words stand in it too. */
async function leaveOwnWords(work: Work, mouth: Mouth, chat: ChatRow, { id, body }: Waiting): Promise<void> {
  if (!mouth.readsTable(chat.channel)) return;
  const files = body.is === 'photos' ? body.files : [];
  const photo = files
    .map((file) => ('media' in file ? file.media : undefined))
    .find((media) => media !== undefined);
  const text = wordsOf(body);
  if (text === '' && files.length === 0) return;
  const mine = { html: escaped(text).markup, photo, buttons: [], mine: true } as const;
  await leaveBody(work, mouth, chat, { cause: `turn:${id}:own`, index: 0 }, mine);
}

async function failed<S>(
  parts: TurnParts<S>,
  key: ChatKey,
  event: Waiting,
  error: unknown,
): Promise<TurnEnd> {
  const { store, log } = parts;
  log.error({ err: error, event: event.id }, 'a turn failed');
  if (!(await countFailure(store, event.id))) return { is: 'failed' };
  const told = await transact(store, (work) => tellParked(parts, work, key, event));
  log.error({ event: event.id }, 'an event was parked');
  return { is: 'handled', told };
}

async function tellParked<S>(
  parts: TurnParts<S>,
  work: Work,
  key: ChatKey,
  event: Waiting,
): Promise<string[]> {
  await park(work.tx, event.id);
  const chat = (await chatByKey(work.tx, key)) ?? (await meet(work, key, event, parts.locale));
  const cause = `parked:${event.id}`;
  await leaveMessage(work, parts.mouth, chat, { cause, index: 0 }, broken());
  if (parts.mouth.readsTable(chat.channel))
    await notifyChat(work.tx, chat.id, { is: 'done', key: event.key });
  const notice = await parts.onParked(work, chat);
  const others = notice ? await leaveOthers(work, parts.mouth, cause, [notice], () => {}) : [];
  return [chat.id, ...others];
}
